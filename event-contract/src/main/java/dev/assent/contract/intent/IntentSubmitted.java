package dev.assent.contract.intent;

import dev.assent.contract.plan.Plan;
import dev.assent.contract.timer.ArmedTimer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan was agreed and frozen; from here the intent is durable and will end.
 *
 * @param scenario the scenario it came from, or null
 */
public record IntentSubmitted(Plan plan, @Nullable String scenario, List<ArmedTimer> timers)
    implements IntentEvent {
  public IntentSubmitted {
    timers = List.copyOf(timers);
  }
}
