package dev.assent.kernel.task;

import static dev.assent.kernel.story.StepWords.gate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.kernel.story.Answer;
import dev.assent.kernel.story.GateWords;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {

  private static Answer approval() {
    return Answer.by("ada", "approved");
  }

  private static @Nullable RefusalCode verdict(GateWords gate, Answer answer) {
    return Answers.check(gate.task(), answer.signal()).map(Refusal::code).orElse(null);
  }

  @Test
  void shouldAskForNothingMoreThanThePolicyDoes() {
    assertThat(verdict(gate(), approval())).isNull();
  }

  @Test
  void shouldMissACommentThatIsNotThere() {
    assertThat(verdict(gate().commentRequired(), approval()))
        .isEqualTo(RefusalCode.COMMENT_REQUIRED);
  }

  @Test
  void shouldTakeAComment() {
    assertThat(verdict(gate().commentRequired(), approval().saying("fine"))).isNull();
  }

  @Test
  void shouldMissEvidenceWhereThereIsNoDataAtAll() {
    assertThat(verdict(gate().evidenceRequired(), approval()))
        .isEqualTo(RefusalCode.EVIDENCE_REQUIRED);
  }

  @Test
  void shouldNameTheOutcomeFirstThenCommentThenEvidenceThenForm() {
    // given
    GateWords gate =
        gate().commentRequired().evidenceRequired().form("{'type':'object','required':['window']}");
    // when
    var none = verdict(gate, Answer.by("ada", "no idea"));
    var outcome = verdict(gate, approval());
    var comment = verdict(gate, approval().saying("c"));
    var evidence = verdict(gate, approval().saying("c").with("{'evidence':'e'}"));
    var form = verdict(gate, approval().saying("c").with("{'evidence':'e','window':'night'}"));
    // then
    assertThat(none).isEqualTo(RefusalCode.OUTCOME_NOT_ALLOWED);
    assertThat(outcome).isEqualTo(RefusalCode.COMMENT_REQUIRED);
    assertThat(comment).isEqualTo(RefusalCode.EVIDENCE_REQUIRED);
    assertThat(evidence).isEqualTo(RefusalCode.FORM_INVALID);
    assertThat(form).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
  void shouldNotTakeABlankForAComment(String comment) {
    // given
    GateWords gate = gate().commentRequired();
    // when
    Optional<Refusal> flaw = Answers.check(gate.task(), approval().saying(comment).signal());
    // then
    assertThat(flaw)
        .contains(
            Refusal.of(RefusalCode.COMMENT_REQUIRED, "Expected a comment, but there is none"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'evidence':null}",
        "{'evidence':''}",
        "{'evidence':'  '}",
        "{'evidence':[]}",
        "{'evidence':{}}",
        "{'proof':'x'}",
        "null",
        "[]",
        "'evidence'"
      })
  void shouldMissEvidence(String data) {
    // given
    GateWords gate = gate().evidenceRequired();
    // when
    Optional<Refusal> flaw = Answers.check(gate.task(), approval().with(data).signal());
    // then
    assertThat(flaw)
        .contains(
            Refusal.of(RefusalCode.EVIDENCE_REQUIRED, "Expected data.evidence, but there is none"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'evidence':'https://ci.example/7'}",
        "{'evidence':['a']}",
        "{'evidence':{'run':7}}",
        "{'evidence':7}"
      })
  void shouldTakeEvidence(String data) {
    assertThat(verdict(gate().evidenceRequired(), approval().with(data))).isNull();
  }
}
