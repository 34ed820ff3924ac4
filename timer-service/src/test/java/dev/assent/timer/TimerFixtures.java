package dev.assent.timer;

import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.id.TaskId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.IntentCanceled;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.intent.IntentReminder;
import dev.assent.contract.intent.IntentWaiting;
import dev.assent.contract.intent.TaskSummary;
import dev.assent.contract.intent.WaitingReason;
import dev.assent.contract.json.EventCodec;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.TaskType;
import dev.assent.contract.timer.ArmedTimer;
import dev.assent.contract.timer.TimerKind;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.timer.domain.Timer;
import dev.assent.timer.domain.TimerKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Intents, timers and events for the tests of the clock. */
public final class TimerFixtures {

  public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  public static final IntentId ONE = intent(1);
  public static final IntentId TWO = intent(2);

  private TimerFixtures() {}

  public static IntentId intent(long number) {
    return new IntentId(new UUID(0x8000L, number));
  }

  public static Timer timer(IntentId intent, TimerKind kind, long generation, Instant dueAt) {
    return new Timer(new TimerKey(intent, kind), 0, generation, dueAt);
  }

  /** An event that cancels the timers of its step and arms these. */
  public static LogRecord waiting(IntentId intent, long sequence, ArmedTimer... timers) {
    return record(
        intent,
        sequence,
        new IntentWaiting("gate", WaitingReason.WAITING_FOR_HUMAN, null, List.of(timers)));
  }

  /** An event that uses up the reminder and arms these. */
  public static LogRecord reminded(IntentId intent, long sequence, ArmedTimer... timers) {
    TaskSummary task = new TaskSummary(new TaskId(intent.value()), TaskType.APPROVAL, "Go?", null);
    return record(
        intent,
        sequence,
        new IntentReminder("gate", task, 1, List.of(Assignee.ANYONE), null, List.of(timers)));
  }

  /** An event that cancels every timer. */
  public static LogRecord ended(IntentId intent, long sequence) {
    return record(intent, sequence, new IntentCanceled("withdrawn", Actor.system("test")));
  }

  private static LogRecord record(IntentId intent, long sequence, IntentEvent event) {
    Envelope envelope = new Envelope(intent, sequence, NOON, "test", "correlation", "cause", null);
    WireRecord wire = EventCodec.encode(new RecordedEvent(envelope, event));
    return new LogRecord(
        "events", 0, sequence, wire.key(), wire.headers(), wire.value(), NOON.toEpochMilli());
  }
}
