package dev.assent.kernel.task;

import static dev.assent.kernel.story.StepWords.gate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.plan.TaskType;
import dev.assent.kernel.story.Answer;
import dev.assent.kernel.story.GateWords;
import dev.assent.kernel.story.IntentStory;
import dev.assent.kernel.story.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersToFormsTest {

  private static Answer approval() {
    return Answer.by("ada", "approved");
  }

  private static @Nullable RefusalCode verdict(GateWords gate, Answer answer) {
    return Answers.check(gate.task(), answer.signal()).map(Refusal::code).orElse(null);
  }

  @Test
  void shouldNameEveryFlawOfTheForm() {
    // given
    GateWords gate =
        gate()
            .form(
                "{'type':'object','required':['window','owner'],"
                    + "'properties':{'rows':{'type':'integer'}}}");
    // when
    Optional<Refusal> flaw =
        Answers.check(gate.task(), approval().with("{'rows':'many'}").signal());
    // then
    assertThat(flaw).isPresent();
    assertThat(flaw.get().violations())
        .containsExactly(
            "/rows: string found, integer expected",
            "the data: required property 'owner' not found",
            "the data: required property 'window' not found");
    assertThat(flaw.get().message())
        .isEqualTo(
            "Expected data that fits the form, but " + String.join("; ", flaw.get().violations()));
  }

  @Test
  void shouldHoldAnEmptyAnswerAgainstTheFormWhereThereIsNoData() {
    // given
    GateWords gate = gate().form("{'type':'object','required':['window']}");
    // when
    RefusalCode code = verdict(gate, approval());
    // then
    assertThat(code).isEqualTo(RefusalCode.FORM_INVALID);
  }

  @Test
  void shouldNotOverwriteAFlagThatWasAnswered() {
    // given
    GateWords gate = gate().form("{'properties':{'approved':{'type':'boolean','const':false}}}");
    // when
    RefusalCode code = verdict(gate, approval().with("{'approved':'false'}"));
    // then
    assertThat(code).isNull();
  }

  @Test
  void shouldNotDeriveAnApprovalThatIsNoFlag() {
    // given
    GateWords gate =
        gate().form("{'required':['approved'],'properties':{'approved':{'type':'string'}}}");
    // when
    RefusalCode code = verdict(gate, approval());
    // then
    assertThat(code).isEqualTo(RefusalCode.FORM_INVALID);
  }

  @Test
  void shouldLetTheFormAskForOutcomeAndComment() {
    // given
    GateWords gate =
        gate()
            .form(
                "{'required':['outcome','comment'],'properties':{"
                    + "'outcome':{'enum':['approved']},'comment':{'type':'string'}}}");
    // when
    RefusalCode good = verdict(gate, approval().saying("fine"));
    RefusalCode bad = verdict(gate, approval());
    // then
    assertThat(good).isNull();
    assertThat(bad).isEqualTo(RefusalCode.FORM_INVALID);
  }

  @Test
  void shouldNotOverwriteOutcomeAndCommentOfTheData() {
    // given
    GateWords gate =
        gate().form("{'properties':{'outcome':{'const':'mine'},'comment':{'const':'also mine'}}}");
    // when
    RefusalCode code =
        verdict(gate, approval().saying("c").with("{'outcome':'mine','comment':'also mine'}"));
    // then
    assertThat(code).isNull();
  }

  @Test
  void shouldNotAddToAClosedFormWhatItDoesNotAskFor() {
    // given
    GateWords gate = gate().form("{'additionalProperties':false,'properties':{'window':{}}}");
    // when
    RefusalCode code = verdict(gate, approval().saying("fine").with("{'window':'night'}"));
    // then
    assertThat(code).isNull();
  }

  @Test
  void shouldRecordTheDataAsTheFormTypesIt() {
    // given
    IntentStory story =
        IntentStory.submit(
            gate()
                .form(
                    "{'properties':{'rows':{'type':'integer'},'share':{'type':'number'},"
                        + "'sure':{'type':'boolean'},'note':{'type':'string'}}}"));
    // when
    story.decide(approval().with("{'rows':'42','share':'0.50','sure':'true','note':'7','x':'8'}"));
    // then
    DecisionRecorded decision = (DecisionRecorded) story.log().get(3).event();
    assertThat(decision.data())
        .isEqualTo(Json.json("{'rows':42,'share':0.50,'sure':true,'note':'7','x':'8'}"));
  }

  @Test
  void shouldRecordTheDataAsItCameWhereThereIsNoForm() {
    // given
    IntentStory story = IntentStory.submit(gate());
    // when
    story.decide(approval().with("['7']"));
    // then
    DecisionRecorded decision = (DecisionRecorded) story.log().get(3).event();
    assertThat(decision.data()).isEqualTo(Json.json("['7']"));
  }

  @Test
  void shouldKeepTheTaskOpenAfterAFlawedAnswer() {
    // given
    IntentStory story =
        IntentStory.submit(gate().form("{'required':['window']}")).decide("ada", "approved");
    // when
    story.decide(approval().with("{'window':'night'}"));
    // then
    story.expect().decision("approve", "approved", "ada").completed();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "['x']", "'x'", "7", "true"})
  void shouldRefuseDataThatIsNoObjectWhereThereIsAForm(String data) {
    // given
    GateWords gate = gate().form("{'properties':{'window':{'type':'string'}}}");
    // when
    Optional<Refusal> flaw = Answers.check(gate.task(), approval().with(data).signal());
    // then
    assertThat(flaw).isPresent();
    assertThat(flaw.get().violations()).containsExactly("the data: expected an object");
  }

  @ParameterizedTest
  @CsvSource({"approved, true", "rejected, false", "changes_requested, false"})
  void shouldDeriveTheFlagApprovedFromTheOutcome(String outcome, boolean approved) {
    // given
    String schema =
        "{'required':['approved'],'properties':{'approved':{'type':'boolean','const':"
            + approved
            + "}}}";
    GateWords gate = gate().type(TaskType.REVIEW).form(schema);
    // when
    RefusalCode code = verdict(gate, Answer.by("ada", outcome));
    // then
    assertThat(code).isNull();
  }
}
