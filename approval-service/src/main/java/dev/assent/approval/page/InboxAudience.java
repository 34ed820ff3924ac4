package dev.assent.approval.page;

import dev.assent.approval.process.Keys;
import dev.assent.contract.envelope.UnreadableRecordException;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.DeliveryFailed;
import dev.assent.contract.intent.HumanTaskAssigned;
import dev.assent.contract.intent.IntentAcknowledged;
import dev.assent.contract.intent.IntentCanceled;
import dev.assent.contract.intent.IntentCompleted;
import dev.assent.contract.intent.IntentCreated;
import dev.assent.contract.intent.IntentDelivered;
import dev.assent.contract.intent.IntentEdited;
import dev.assent.contract.intent.IntentEscalated;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.intent.IntentFailed;
import dev.assent.contract.intent.IntentInProgress;
import dev.assent.contract.intent.IntentNotified;
import dev.assent.contract.intent.IntentReminder;
import dev.assent.contract.intent.IntentSubmitted;
import dev.assent.contract.intent.IntentTimedOut;
import dev.assent.contract.intent.IntentTransfer;
import dev.assent.contract.intent.IntentWaiting;
import dev.assent.contract.intent.ResultRecorded;
import dev.assent.contract.intent.StepTimedOut;
import dev.assent.contract.json.EventCodec;
import dev.assent.contract.json.EventTypes;
import dev.assent.contract.json.TypeTable;
import dev.assent.contract.plan.Assignee;
import dev.assent.eventlog.append.LogRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whose inboxes a fact may change. In doubt it does: then they are only looked at again. */
final class InboxAudience {

  /** By type first: most facts are none of these, and need not be parsed. */
  private static final Set<String> TYPES =
      EventTypes.TABLE.entries().stream()
          .filter(
              entry ->
                  Set.<Class<?>>of(
                          HumanTaskAssigned.class,
                          IntentEscalated.class,
                          IntentTransfer.class,
                          DecisionRecorded.class,
                          StepTimedOut.class,
                          IntentCanceled.class,
                          IntentFailed.class,
                          IntentTimedOut.class)
                      .contains(entry.type()))
          .map(TypeTable.Entry::wireType)
          .collect(Collectors.toUnmodifiableSet());

  private static final List<Assignee> EVERYBODY = List.of(Assignee.ANYONE);

  private InboxAudience() {}

  /** Those whose inboxes may change; nobody for a fact that cannot be read. */
  static List<Assignee> of(LogRecord fact) {
    String type = fact.header("ce_type");
    if (type == null || !TYPES.contains(type)) {
      return List.of();
    }
    try {
      return of(EventCodec.decode(Keys.wire(fact)).event());
    } catch (UnreadableRecordException e) {
      return List.of();
    }
  }

  private static List<Assignee> of(IntentEvent event) {
    return switch (event) {
      case HumanTaskAssigned e -> e.assignees();
      case IntentEscalated e -> Stream.concat(e.to().stream(), e.from().stream()).toList();
      case IntentTransfer e -> with(e.to(), e.by());
      case DecisionRecorded e -> with(e.told(), e.by());
      case StepTimedOut e -> e.told();
      // These name nobody who was asked; they are rare while a task is open.
      case IntentCanceled e -> EVERYBODY;
      case IntentTimedOut e -> EVERYBODY;
      case IntentFailed e -> e.decision() == null ? EVERYBODY : List.of();
      case IntentCreated e -> List.of();
      case IntentSubmitted e -> List.of();
      case IntentDelivered e -> List.of();
      case IntentAcknowledged e -> List.of();
      case IntentInProgress e -> List.of();
      case IntentWaiting e -> List.of();
      case IntentReminder e -> List.of();
      case IntentEdited e -> List.of();
      case ResultRecorded e -> List.of();
      case IntentNotified e -> List.of();
      case DeliveryFailed e -> List.of();
      case IntentCompleted e -> List.of();
    };
  }

  private static List<Assignee> with(List<Assignee> assignees, Actor actor) {
    List<Assignee> all = new ArrayList<>(assignees);
    all.add(Assignee.person(actor.id()));
    return all;
  }
}
