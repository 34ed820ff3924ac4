package dev.assent.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.assent.contract.id.TaskId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.DecisionSummary;
import dev.assent.contract.intent.Verdict;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemsTest {

  @Test
  void shouldSayTheSameToClientsOfBothKinds() {
    // given
    Refusal refusal = Refusal.of(RefusalCode.NOT_AN_APPROVER, "Expected ada, but bo came.");

    // when
    JsonNode body = body(refusal);

    // then
    assertThat(body.path("type").textValue()).isEqualTo("urn:assent:problem:not_an_approver");
    assertThat(body.path("title").textValue()).isEqualTo("Not an approver");
    assertThat(body.path("status").intValue()).isEqualTo(403);
    assertThat(body.path("detail").textValue()).isEqualTo("Expected ada, but bo came.");
    assertThat(body.path("code").textValue()).isEqualTo("not_an_approver");
    assertThat(body.path("retryable").booleanValue()).isFalse();
    assertThat(body.path("error").path("code")).isEqualTo(body.path("code"));
    assertThat(body.path("error").path("message")).isEqualTo(body.path("detail"));
    assertThat(body.path("error").path("details").isObject()).isTrue();
  }

  @Test
  void shouldListEachViolation() {
    // when
    JsonNode body = body(Refusal.malformed(List.of("no type", "no target")));

    // then
    assertThat(body.path("error").path("details").path("errors"))
        .extracting(JsonNode::textValue)
        .containsExactly("no type", "no target");
    assertThat(body.path("detail").isTextual()).isTrue();
  }

  @Test
  void shouldNameTheDecisionThatWonTheRace() {
    // given
    DecisionSummary winner =
        new DecisionSummary(
            new TaskId(new UUID(1, 2)),
            "gate",
            "rejected",
            Verdict.values()[0],
            Actor.person("bo", List.of(), "session"),
            Instant.EPOCH,
            null,
            "d1");

    // when
    JsonNode body =
        body(new Refusal(RefusalCode.ALREADY_DECIDED, "Bo was first.", List.of(), winner));

    // then
    JsonNode told = body.path("error").path("details").path("winner");
    assertThat(told.path("by").path("id").textValue()).isEqualTo("bo");
    assertThat(told.path("outcome").textValue()).isEqualTo("rejected");
  }

  @Test
  void shouldUseTheWordsThatClientsLookForWhenAKeyIsReused() {
    // when
    JsonNode body = body(Refusal.of(RefusalCode.IDEMPOTENCY_KEY_REUSED, "Choose a new key."));

    // then
    assertThat(body.path("detail").textValue())
        .isEqualTo("idempotency key reused with different payload: Choose a new key.");
    assertThat(body.path("status").intValue()).isEqualTo(409);
  }

  @Test
  void shouldAskToRetryWhatMaySucceedLater() {
    // when
    var response = Problems.response(Refusal.of(RefusalCode.INTENT_UNKNOWN, "Expected one."));

    // then
    assertThat(response.getHeaderString("Retry-After")).isEqualTo("1");
    assertThat(response.getMediaType()).hasToString("application/problem+json");
  }

  @Test
  void shouldWaitAtLeastASecond() {
    // when
    Problem problem = Problem.of(429, "x", "Wait.").withRetryAfter(0);

    // then
    assertThat(problem.headers()).containsEntry("Retry-After", "1");
    assertThat(problem.retryable()).isTrue();
  }

  @Test
  void shouldCarryDetailsBesideErrors() {
    // given
    Problem problem =
        Problem.of(401, "x", "No.")
            .withDetail("header", TextNode.valueOf("x-api-key"))
            .withErrors(List.of("one"));

    // when
    JsonNode details = Problems.json(problem).path("error").path("details");

    // then
    assertThat(details.path("header").textValue()).isEqualTo("x-api-key");
    assertThat(details.path("errors")).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(RefusalCode.class)
  void shouldHaveAnAnswerForEveryCode(RefusalCode code) {
    // when
    JsonNode body = body(Refusal.of(code, "Expected another."));

    // then
    assertThat(body.path("status").intValue()).isEqualTo(code.httpStatus());
    assertThat(body.path("error").path("code").textValue()).matches("[a-z0-9_:.\\-]{3,128}");
    assertThat(body.path("retryable").booleanValue()).isEqualTo(code.retryable());
  }

  private static JsonNode body(Refusal refusal) {
    return ContractJson.read(Problems.body(Problems.of(refusal)), JsonNode.class);
  }
}
