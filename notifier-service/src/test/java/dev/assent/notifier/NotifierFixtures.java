package dev.assent.notifier;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.id.TaskId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.DeliveryFailed;
import dev.assent.contract.intent.HumanTaskAssigned;
import dev.assent.contract.intent.IntentCanceled;
import dev.assent.contract.intent.IntentCreated;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.intent.IntentNotified;
import dev.assent.contract.intent.IntentReminder;
import dev.assent.contract.intent.TaskSummary;
import dev.assent.contract.intent.Verdict;
import dev.assent.contract.json.EventCodec;
import dev.assent.contract.notification.ChannelKind;
import dev.assent.contract.notification.NoticeKind;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.TaskSpec;
import dev.assent.contract.plan.TaskType;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.kernel.process.Effect.Notify;
import dev.assent.notifier.delivery.DueDelivery;
import dev.assent.notifier.domain.Delivery;
import dev.assent.notifier.domain.Notice;
import dev.assent.notifier.domain.Recipient;
import dev.assent.notifier.domain.Subject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Intents, events and notices for the tests of the voice. */
public final class NotifierFixtures {

  public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  public static final Assignee ADA = Assignee.person("ada");
  public static final Assignee BO = Assignee.person("bo");
  public static final Assignee SRE = Assignee.group("sre");
  public static final IntentId ONE = intent(1);
  public static final IntentId TWO = intent(2);

  private NotifierFixtures() {}

  public static IntentId intent(long number) {
    return new IntentId(new UUID(0x8000L, number));
  }

  public static TaskSummary task(String title, String description) {
    return new TaskSummary(new TaskId(new UUID(1, 1)), TaskType.APPROVAL, title, description);
  }

  /** A notice that asks these people to approve. */
  public static Notify ask(Assignee... recipients) {
    return new Notify(
        NoticeKind.TASK_ASSIGNED,
        List.of(recipients),
        task("Add an index", "On table orders."),
        "Add an index",
        "Your decision is asked for.",
        NOON.plusSeconds(3600),
        null);
  }

  public static Notify tell(NoticeKind kind, String subject, Assignee... recipients) {
    return new Notify(kind, List.of(recipients), task(subject, null), subject, "Text.", null, null);
  }

  public static Notice notice(Notify told) {
    return Notice.of(envelope(ONE, 3), told);
  }

  /** A first attempt to tell Ada. */
  public static DueDelivery due(Notice notice) {
    return due(notice, new Recipient(ChannelKind.EMAIL, "ada"), 1);
  }

  public static DueDelivery due(Notice notice, Recipient recipient, int attempt) {
    return new DueDelivery(
        Delivery.of(notice, 0, recipient).id(),
        recipient.id(),
        attempt,
        notice,
        new Subject(
            notice.intent(), "db.migration", "agent://acme/prod/migrator", "Index on orders"));
  }

  public static Envelope envelope(IntentId intent, long sequence) {
    return new Envelope(intent, sequence, NOON, "test", "correlation", "cause", null);
  }

  public static RecordedEvent created(IntentId intent) {
    return event(
        intent,
        1,
        new IntentCreated(
            "db.migration",
            "agent://acme/prod/migrator",
            "human",
            null,
            "correlation",
            JsonNodeFactory.instance.objectNode(),
            "digest",
            null,
            "digest"));
  }

  public static RecordedEvent asked(IntentId intent, long sequence, Assignee... people) {
    return asked(intent, sequence, "Add an index", people);
  }

  public static RecordedEvent asked(
      IntentId intent, long sequence, String title, Assignee... people) {
    TaskSpec spec =
        new TaskSpec(
            TaskType.APPROVAL,
            title,
            null,
            List.of("approved", "rejected"),
            false,
            false,
            false,
            null);
    return event(
        intent,
        sequence,
        new HumanTaskAssigned(
            "gate",
            new TaskId(new UUID(1, 1)),
            spec,
            List.of(people),
            "digest",
            NOON.plusSeconds(3600),
            List.of()));
  }

  public static RecordedEvent reminded(IntentId intent, long sequence, Assignee... people) {
    return event(
        intent,
        sequence,
        new IntentReminder(
            "gate", task("Add an index", null), 1, List.of(people), null, List.of()));
  }

  public static RecordedEvent decided(IntentId intent, long sequence, String by, Assignee... told) {
    return decided(intent, sequence, by, false, told);
  }

  public static RecordedEvent decided(
      IntentId intent, long sequence, String by, boolean early, Assignee... told) {
    return event(
        intent,
        sequence,
        new DecisionRecorded(
            "gate",
            task("Add an index", null),
            "input",
            "approved",
            Verdict.POSITIVE,
            Actor.person(by, List.of(), "session"),
            "web",
            null,
            null,
            "digest",
            early,
            List.of(told)));
  }

  public static RecordedEvent canceled(IntentId intent, long sequence) {
    return event(intent, sequence, new IntentCanceled("withdrawn", Actor.system("test")));
  }

  public static RecordedEvent told(IntentId intent, long sequence, UUID delivery, int attempts) {
    return event(
        intent,
        sequence,
        new IntentNotified(
            delivery.toString(), NoticeKind.TASK_ASSIGNED, ChannelKind.EMAIL, "ada", attempts));
  }

  public static RecordedEvent notTold(IntentId intent, long sequence, UUID delivery) {
    return event(
        intent,
        sequence,
        new DeliveryFailed(
            delivery.toString(), ChannelKind.EMAIL, "ada", 16, "The mail server answered 550."));
  }

  public static RecordedEvent event(IntentId intent, long sequence, IntentEvent event) {
    return new RecordedEvent(envelope(intent, sequence), event);
  }

  /** Events as the log has them, one after the other in partition 0. */
  public static List<LogRecord> log(RecordedEvent... events) {
    return Arrays.stream(events).map(NotifierFixtures::record).toList();
  }

  private static LogRecord record(RecordedEvent event) {
    WireRecord wire = EventCodec.encode(event);
    return new LogRecord(
        "events", 0, event.sequence(), wire.key(), wire.headers(), wire.value(), 0);
  }
}
