package dev.assent.kernel.decision;

import static dev.assent.kernel.story.IntentStory.plan;
import static dev.assent.kernel.story.StepWords.delay;
import static dev.assent.kernel.story.StepWords.gate;
import static dev.assent.kernel.story.StepWords.task;
import static dev.assent.kernel.story.StepWords.tell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.plan.Plan;
import dev.assent.contract.plan.Step;
import dev.assent.kernel.story.Who;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepsAheadTest {

  private static List<String> ahead(Plan plan, String from) {
    return StepsAhead.of(plan, from).map(Step::id).toList();
  }

  @Test
  void shouldFollowTheOrder() {
    assertThat(ahead(plan(gate("a"), gate("b"), gate("c")), "a")).containsExactly("b", "c");
  }

  @Test
  void shouldFollowTheJumpsAfterSuccessOnly() {
    // given
    Plan plan =
        plan(
            gate("a").onSuccess("c").onFailure("d"),
            tell("b", "ada"),
            task("c", Who.MIGRATOR),
            delay("d", "PT1H"));
    // when
    List<String> ahead = ahead(plan, "a");
    // then
    assertThat(ahead).containsExactly("c", "d");
  }

  @Test
  void shouldFindNothingBehindTheLast() {
    assertThat(ahead(plan(gate("a"), gate("b")), "b")).isEmpty();
  }

  @Test
  void shouldNotRunRoundInAForeignPlanWithALoop() {
    assertThat(ahead(plan(gate("a"), gate("b").onSuccess("a")), "a")).containsExactly("b", "a");
  }
}
