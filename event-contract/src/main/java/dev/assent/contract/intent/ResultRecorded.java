package dev.assent.contract.intent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.timer.ArmedTimer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agent reported how its step went.
 *
 * @param willRetry whether the failure is answered with another delivery
 */
public record ResultRecorded(
    String step,
    Actor by,
    Verdict verdict,
    @Nullable JsonNode result,
    @Nullable ErrorInfo error,
    boolean willRetry,
    List<ArmedTimer> timers)
    implements IntentEvent {
  public ResultRecorded {
    timers = List.copyOf(timers);
  }
}
