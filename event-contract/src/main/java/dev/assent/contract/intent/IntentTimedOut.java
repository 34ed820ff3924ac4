package dev.assent.contract.intent;

import dev.assent.contract.plan.Assignee;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The deadline passed and the policy let the intent end.
 *
 * @param step the step that it waited in, or null if none had begun
 */
public record IntentTimedOut(@Nullable String step, String reason, List<Assignee> told)
    implements IntentEnding {
  public IntentTimedOut {
    told = List.copyOf(told);
  }

  @Override
  public IntentStatus status() {
    return IntentStatus.TIMED_OUT;
  }
}
