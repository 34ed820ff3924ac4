package dev.assent.timer.domain;

import dev.assent.contract.envelope.SignalEnvelope;
import dev.assent.contract.id.NamedUuid;
import dev.assent.contract.signal.Signal.TimerFired;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A timer that is armed.
 *
 * @param partition of its intent: whoever owns it fires
 * @param generation the sequence of the event that armed it; what fires is judged by it
 * @param dueAt to the microsecond, as databases keep it, and rounded up: never early
 */
public record Timer(TimerKey key, int partition, long generation, Instant dueAt) {

  /** The name by which the clock signs what it fires. */
  public static final String SOURCE = "timer-service";

  /** What is due outside of these is due at the nearer one: the database reads no others. */
  private static final Instant FIRST = Instant.EPOCH;

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  public Timer {
    dueAt = roundedUp(dueAt.isAfter(LAST) ? LAST : dueAt.isBefore(FIRST) ? FIRST : dueAt);
  }

  /**
   * The signal that this timer is due. Its id follows from intent, kind and generation, so that
   * firing twice says the same thing twice.
   */
  public SignalEnvelope fired(Instant now) {
    String id =
        NamedUuid.of(
                "assent-timer-fired",
                key.intent().toString(),
                key.kind().name(),
                Long.toString(generation))
            .toString();
    return new SignalEnvelope(
        id, key.intent(), now, SOURCE, null, new TimerFired(key.kind(), generation, dueAt));
  }

  private static Instant roundedUp(Instant exact) {
    Instant micros = exact.truncatedTo(ChronoUnit.MICROS);
    return micros.equals(exact) ? micros : micros.plus(1, ChronoUnit.MICROS);
  }
}
