package dev.assent.kernel.decision;

import static dev.assent.kernel.story.IntentStory.DIGEST;
import static dev.assent.kernel.story.IntentStory.submit;
import static dev.assent.kernel.story.StepWords.gate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.intent.Actor;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.kernel.story.Answer;
import dev.assent.kernel.story.IntentStory;
import dev.assent.kernel.story.Who;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WhoMayDecideTest {

  @Test
  void shouldLetEveryApproverDecide() {
    // given
    IntentStory story = submit(gate().approver("ada", "bo"));
    // when
    story.decide("bo", "approved");
    // then
    story.expect().decision("approve", "approved", "bo").completed();
  }

  @Test
  void shouldRefuseWhoeverWasNotAskedAndSayWhoWas() {
    // given
    IntentStory story = submit(gate().approver("ada", "bo"));
    // when
    story.decide("eve", "approved");
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.NOT_AN_APPROVER);
    assertThat(refusal.message())
        .isEqualTo("Expected a decision by ada or bo, but it came from eve");
  }

  @Test
  void shouldLetMembersOfAGroupDecide() {
    // given
    IntentStory story = submit(gate().approver("group:sre"));
    // when
    story.decide("dee", "approved");
    // then
    story.expect().decision("approve", "approved", "dee").completed();
  }

  @Test
  void shouldRefuseWhoeverIsNotInTheGroup() {
    // given
    IntentStory story = submit(gate().approver("group:sre"));
    // when
    story.decide("ada", "approved");
    // then
    story.expect().refusal(RefusalCode.NOT_AN_APPROVER);
  }

  @Test
  void shouldLetAnyPersonDecideWhereAnyoneMay() {
    // given
    IntentStory story = submit(gate().approver("anyone"));
    // when
    story.decide("eve", "approved");
    // then
    story.expect().decision("approve", "approved", "eve").completed();
  }

  static Stream<Actor> nobody() {
    return Stream.of(
        Who.agent("ada"),
        Who.agent(Who.PLANNER),
        Actor.system("ada"),
        Actor.system("policy"),
        Who.person("group:sre"),
        Who.person("anyone"),
        Who.person("*"),
        Who.person("sre"),
        Who.person("Ada"));
  }

  @ParameterizedTest
  @MethodSource("nobody")
  void shouldRefuseWhoeverIsNoPersonThatWasAsked(Actor actor) {
    // given
    IntentStory story = submit(gate().approver("ada", "group:sre"));
    // when
    story.decide(Answer.by(actor, "approved"));
    // then
    story.expect().refusal(RefusalCode.NOT_AN_APPROVER);
  }

  @ParameterizedTest
  @MethodSource("agents")
  void shouldRefuseAgentsEvenWhereAnyoneMayDecide(Actor actor) {
    // given
    IntentStory story = submit(gate().approver("anyone"));
    // when
    story.decide(Answer.by(actor, "approved"));
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.NOT_AN_APPROVER);
    assertThat(refusal.message())
        .isEqualTo("Expected a decision by anyone, but it came from an agent");
  }

  static Stream<Actor> agents() {
    return Stream.of(Who.agent(Who.PLANNER), Who.agent("*"), Actor.system("policy"));
  }

  @Test
  void shouldTellTheDigestToNobodyWhoMayNotDecide() {
    // given
    IntentStory story = submit(gate());
    // when
    story.decide(Answer.by("eve", "approved").shown("0".repeat(64)));
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.NOT_AN_APPROVER);
    assertThat(refusal.message()).doesNotContain(DIGEST);
  }
}
