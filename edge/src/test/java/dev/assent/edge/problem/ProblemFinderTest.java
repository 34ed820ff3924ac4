package dev.assent.edge.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JacksonException;
import dev.assent.access.TooManyAttemptsException;
import dev.assent.contract.envelope.UnreadableRecordException;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.edge.Problem;
import dev.assent.edge.RefusedException;
import dev.assent.eventlog.ask.AnswerTimeoutException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemFinderTest {

  record Body(int count) {}

  @Test
  void shouldFindARefusalThroughTheStagesThatWrappedIt() {
    // given
    RuntimeException refused = new RefusedException(RefusalCode.NOT_AN_APPROVER, "Expected ada.");

    // when
    Problem problem = find(new CompletionException(new CompletionException(refused)));

    // then
    assertThat(problem.status()).isEqualTo(403);
    assertThat(problem.detail()).isEqualTo("Expected ada.");
  }

  @Test
  void shouldAskToRepeatWhatHadNoAnswerYet() {
    // when
    Problem problem =
        find(new CompletionException(new AnswerTimeoutException("late", new Exception())));

    // then
    assertThat(problem.status()).isEqualTo(503);
    assertThat(problem.retryable()).isTrue();
    assertThat(problem.headers()).containsEntry("Retry-After", "1");
  }

  @Test
  void shouldRoundTheWaitUp() {
    // when
    Problem problem = find(new TooManyAttemptsException(Duration.ofMillis(2001)));

    // then
    assertThat(problem.status()).isEqualTo(429);
    assertThat(problem.code()).isEqualTo("rate_limit_exceeded");
    assertThat(problem.headers()).containsEntry("Retry-After", "3");
  }

  @Test
  void shouldSayWhereABodyIsNoJsonAndNeverWhatItHolds() {
    // when
    Problem problem = find(new WebApplicationException(thrownBy("{\"count\":\n  hunter2}"), 400));

    // then
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.detail()).contains("line 2, column").doesNotContain("hunter2");
  }

  @Test
  void shouldSayWhereABodyHasAnotherShapeAndNeverWhatItHolds() {
    // when
    Problem problem = find(thrownBy("{\"count\":\"hunter2\"}"));

    // then
    assertThat(problem.status()).isEqualTo(422);
    assertThat(problem.detail()).contains("line 1, column").doesNotContain("hunter2");
  }

  @Test
  void shouldKnowWhatTheHttpLayerRefuses() {
    // when
    Problem problem = find(new NotFoundException("/v1/secret"));

    // then
    assertThat(problem.code()).isEqualTo("not_found");
    assertThat(problem.detail()).doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "53300", "57P01"})
  void shouldAskToRepeatWhileTheDatabaseIsAway(String state) {
    // when
    Problem problem = find(new IllegalStateException(new SQLException("row: hunter2", state)));

    // then
    assertThat(problem.status()).isEqualTo(503);
    assertThat(problem.retryable()).isTrue();
    assertThat(problem.detail()).doesNotContain("hunter2");
  }

  @Test
  void shouldAskToRepeatWhileTheBrokerIsAway() {
    // when
    Problem problem = find(new CompletionException(new TimeoutException("no broker")));

    // then
    assertThat(problem.code()).isEqualTo("temporarily_unavailable");
  }

  @Test
  void shouldTakeABrokenRowOrStatementForABug() {
    // then
    assertThat(ProblemFinder.find(new SQLException("constraint", "23505"))).isEmpty();
    assertThat(ProblemFinder.find(new UnreadableRecordException("Expected an event."))).isEmpty();
  }

  @Test
  void shouldNotForeseeBugs() {
    // when
    var problem = ProblemFinder.find(new IllegalStateException("bug"));

    // then
    assertThat(problem).isEmpty();
    assertThat(ProblemFinder.find(new WebApplicationException(500))).isEmpty();
  }

  private static Problem find(Throwable thrown) {
    return ProblemFinder.find(thrown).orElseThrow();
  }

  private static JacksonException thrownBy(String json) {
    try {
      ContractJson.MAPPER.readValue(json, Body.class);
    } catch (JacksonException e) {
      return e;
    }
    throw new AssertionError("expected " + json + " to be refused");
  }
}
