package dev.assent.contract.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was agreed at submission.
 *
 * @param steps at least one, ids unique
 * @param deadlineAt when the whole intent must have ended; null: never
 * @param onDeadline what happens then
 */
public record Plan(
    @Nullable String title, List<Step> steps, @Nullable Instant deadlineAt, Fallback onDeadline) {

  public Plan {
    steps = List.copyOf(steps);
  }

  public Step first() {
    return steps.getFirst();
  }

  /**
   * The step with this id.
   *
   * @throws IllegalArgumentException if the plan has none
   */
  public Step step(String id) {
    return steps.stream()
        .filter(step -> step.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the plan has no step " + id));
  }

  /** The step that follows a success of this one; empty at the end of the plan. */
  public Optional<Step> after(Step step) {
    String jump = step.onSuccess();
    if (jump != null) {
      return Optional.of(step(jump));
    }
    int next = steps.indexOf(step(step.id())) + 1;
    return next < steps.size() ? Optional.of(steps.get(next)) : Optional.empty();
  }
}
