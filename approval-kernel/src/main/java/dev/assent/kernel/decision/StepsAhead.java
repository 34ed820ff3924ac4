package dev.assent.kernel.decision;

import dev.assent.contract.plan.Plan;
import dev.assent.contract.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The steps that follow one if all goes well. */
final class StepsAhead {

  private StepsAhead() {}

  static Stream<Step> of(Plan plan, String from) {
    List<Step> ahead = new ArrayList<>();
    Optional<Step> next = plan.after(plan.step(from));
    // A plan has no loops (the intake refuses them); the bound keeps a foreign one from hanging us.
    while (next.isPresent() && ahead.size() < plan.steps().size()) {
      ahead.add(next.get());
      next = plan.after(next.get());
    }
    return ahead.stream();
  }
}
