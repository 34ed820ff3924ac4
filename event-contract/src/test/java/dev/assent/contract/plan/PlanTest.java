package dev.assent.contract.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanTest {

  @Test
  void shouldGoOnWithTheNextStepInOrder() {
    // given
    Plan plan = plan(step("a", null), step("b", null), step("c", null));
    // then
    assertThat(plan.first().id()).isEqualTo("a");
    assertThat(plan.after(plan.step("a"))).contains(plan.step("b"));
    assertThat(plan.after(plan.step("b"))).contains(plan.step("c"));
    assertThat(plan.after(plan.step("c"))).isEmpty();
  }

  @Test
  void shouldGoOnWithTheStepThatIsNamed() {
    // given
    Plan plan = plan(step("a", "c"), step("b", null), step("c", null));
    // then
    assertThat(plan.after(plan.step("a"))).contains(plan.step("c"));
  }

  @Test
  void shouldBeLoudAboutAStepThatThePlanDoesNotHave() {
    // given
    Plan plan = plan(step("a", "z"), step("b", null));
    // then
    assertThatThrownBy(() -> plan.step("z"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the plan has no step z");
    assertThatThrownBy(() -> plan.after(plan.step("a"))).hasMessage("the plan has no step z");
    assertThatThrownBy(() -> plan.after(step("stranger", null)))
        .hasMessage("the plan has no step stranger");
  }

  @Test
  void shouldNotChangeWhenItsListDoes() {
    // given
    List<Step> steps = new ArrayList<>(List.of(step("a", null)));
    Plan plan = new Plan(null, steps, null, new Fallback.TimeOut());
    // when
    steps.clear();
    // then
    assertThat(plan.steps()).hasSize(1);
  }

  @Test
  void shouldTakeOnlyKnownWordsForAYes() {
    assertThat(List.of("approved", "confirmed", "submitted", "acknowledged"))
        .allMatch(TaskSpec::isPositive);
    assertThat(List.of("rejected", "Approved", "approve", "yes", "maybe", ""))
        .noneMatch(TaskSpec::isPositive);
  }

  @Test
  void shouldOfferAYesForEveryTypeOfTask() {
    assertThat(TaskType.values())
        .allMatch(type -> TaskSpec.isPositive(type.defaultOutcomes().getFirst()));
  }

  private static Plan plan(Step... steps) {
    return new Plan(null, List.of(steps), null, new Fallback.TimeOut());
  }

  private static Step step(String id, @Nullable String onSuccess) {
    return new Delay(id, Duration.ofMinutes(1), null, onSuccess);
  }
}
