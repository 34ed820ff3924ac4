package dev.assent.approval.page;

import dev.assent.approval.process.Keys;
import dev.assent.contract.envelope.UnreadableRecordException;
import dev.assent.contract.envelope.WireRecord;
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

/** Which facts may change somebody's inbox. In doubt they do: then it is only looked at again. */
final class InboxRelevance {

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

  private InboxRelevance() {}

  static boolean concerns(LogRecord fact, Actor person) {
    String type = fact.header("ce_type");
    if (type == null || !TYPES.contains(type)) {
      return false;
    }
    try {
      WireRecord wire = Keys.wire(fact);
      return concerns(EventCodec.decode(wire).event(), person);
    } catch (UnreadableRecordException e) {
      return false;
    }
  }

  static boolean concerns(IntentEvent event, Actor person) {
    return switch (event) {
      case HumanTaskAssigned e -> anyCovers(e.assignees(), person);
      case IntentEscalated e -> anyCovers(e.to(), person) || anyCovers(e.from(), person);
      case IntentTransfer e -> anyCovers(with(e.to(), e.by()), person);
      case DecisionRecorded e -> anyCovers(with(e.told(), e.by()), person);
      case StepTimedOut e -> anyCovers(e.told(), person);
      // These name nobody who was asked; they are rare while a task is open.
      case IntentCanceled e -> true;
      case IntentTimedOut e -> true;
      case IntentFailed e -> e.decision() == null;
      case IntentCreated e -> false;
      case IntentSubmitted e -> false;
      case IntentDelivered e -> false;
      case IntentAcknowledged e -> false;
      case IntentInProgress e -> false;
      case IntentWaiting e -> false;
      case IntentReminder e -> false;
      case IntentEdited e -> false;
      case ResultRecorded e -> false;
      case IntentNotified e -> false;
      case DeliveryFailed e -> false;
      case IntentCompleted e -> false;
    };
  }

  private static boolean anyCovers(List<Assignee> assignees, Actor person) {
    return assignees.stream().anyMatch(assignee -> assignee.covers(person));
  }

  private static List<Assignee> with(List<Assignee> assignees, Actor actor) {
    List<Assignee> all = new ArrayList<>(assignees);
    all.add(Assignee.person(actor.id()));
    return all;
  }
}
