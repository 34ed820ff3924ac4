package dev.assent.contract.intent;

import dev.assent.contract.timer.ArmedTimer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step lets time pass. */
public record IntentWaiting(
    String step, WaitingReason reason, @Nullable String note, List<ArmedTimer> timers)
    implements IntentEvent {
  public IntentWaiting {
    timers = List.copyOf(timers);
  }
}
