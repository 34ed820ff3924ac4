package dev.assent.approval.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageProblemsTest {

  @Test
  void shouldNameTheFieldsByTheirLabels() {
    // given
    List<FormField> fields =
        FormFields.of(
            Samples.json(
                "{\"properties\":{\"ticket\":{\"type\":\"string\",\"title\":\"Change ticket\"}}}"),
            Map.of());
    Refusal refusal =
        new Refusal(
            RefusalCode.FORM_INVALID,
            "Expected data that fits the form",
            List.of(
                "/ticket: does not match",
                "the data: required property 'ticket' not found",
                "the form itself is broken, and no answer can fit it"),
            null);

    // when
    TaskPage.Problem problem = PageProblems.of(refusal, fields);

    // then
    assertThat(problem.flaws())
        .containsExactly(
            "Change ticket: does not match",
            "Change ticket: an answer is missing",
            "the form itself is broken, and no answer can fit it");
  }

  @Test
  void shouldPassOnWhatTheDeciderSays() {
    // when
    TaskPage.Problem problem =
        PageProblems.of(
            Refusal.of(RefusalCode.COMMENT_REQUIRED, "Expected a comment, but there is none"),
            List.of());

    // then
    assertThat(problem.sentence()).isEqualTo("Expected a comment, but there is none.");
  }
}
