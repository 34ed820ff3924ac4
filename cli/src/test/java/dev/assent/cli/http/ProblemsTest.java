package dev.assent.cli.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"error\":{\"code\":\"x\",\"message\":\"From the error\"},\"detail\":\"d\"} | From the error.",
        "{\"detail\":\"From the detail.\",\"title\":\"t\"}                              | From the detail.",
        "{\"error\":\"plain words\"}                                                   | plain words.",
        "{\"title\":\"Only a title\"}                                                  | Only a title.",
        "{\"detail\":[{\"loc\":[\"body\"]}]}                                           | The server answered with status 422 and gave no reason.",
        "<html>a proxy</html>                                                          | The server answered with status 422 and gave no reason."
      })
  void shouldShowOneSentence(String body, String sentence) {
    // given // when
    ProblemException problem = Problems.of(422, body.getBytes(StandardCharsets.UTF_8));

    // then
    assertThat(problem.sentence()).isEqualTo(sentence);
    assertThat(problem.exitCode()).isEqualTo(1);
  }

  @Test
  void shouldListEveryViolation() {
    // given
    String body =
        """
        {"error":{"code":"malformed","message":"The input has 2 violation(s): a; b",
         "details":{"errors":["intent_type: missing","approval.approvers[0]: nobody is called zoe"]}}}
        """;

    // when
    ProblemException problem = Problems.of(422, body.getBytes(StandardCharsets.UTF_8));

    // then
    assertThat(problem.sentence())
        .isEqualTo(
            """
            The server found 2 things wrong:
              - intent_type: missing
              - approval.approvers[0]: nobody is called zoe""");
  }

  @Test
  void shouldSayWhoWonALostRace() {
    // given
    String body =
        """
        {"error":{"code":"already_decided","message":"Somebody was faster",
         "details":{"winner":{"outcome":"rejected","by":{"kind":"person","id":"ada"},
                              "at":"2026-11-23T09:14:00Z"}}}}
        """;

    // when
    ProblemException problem = Problems.of(409, body.getBytes(StandardCharsets.UTF_8));

    // then
    assertThat(problem.code()).isEqualTo("already_decided");
    assertThat(problem.sentence())
        .startsWith("Somebody was faster.\nada decided first: rejected at ");
  }

  @Test
  void shouldNotLetAServerPaintTheScreen() {
    // given
    String body = "{\"detail\":\"\\u001b[2Jgone\"}";

    // when
    ProblemException problem = Problems.of(400, body.getBytes(StandardCharsets.UTF_8));

    // then
    assertThat(problem.sentence()).isEqualTo("\uFFFD[2Jgone.");
  }
}
