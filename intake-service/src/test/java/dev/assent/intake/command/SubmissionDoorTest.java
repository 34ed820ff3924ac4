package dev.assent.intake.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.access.AgentCaller;
import dev.assent.access.Caller;
import dev.assent.access.Person;
import dev.assent.access.PersonCaller;
import dev.assent.contract.id.NamedUuid;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.eventlog.append.Append;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.intake.TestDirectory;
import dev.assent.intake.command.SubmissionDoor.Answer;
import dev.assent.intake.domain.SubmissionParser;
import dev.assent.intake.domain.SubmissionParser.Form;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The door and the processor together: what the one seals, the other believes. */
class SubmissionDoorTest {

  private static final String GOOD = "{'intent_type':'a.b.v1','to_agent':'human'}";
  private static final Caller PLANNER = new AgentCaller("agent://acme/prod/planner", "k1");

  private final Bench bench = new Bench();
  private final List<Append> asked = new ArrayList<>();
  private final SubmissionDoor door =
      new SubmissionDoor(
          this::decide,
          Bench.TOPICS,
          new SubmissionParser(new TestDirectory()),
          bench.seals,
          InstantSource.fixed(Bench.NINE));

  @Test
  void shouldAcceptUnderAnIdOfTheSendersKey() {
    // when
    Answer answer = submit(GOOD, Form.INTENT, PLANNER, "order-7");

    // then
    assertThat(((Answer.Accepted) answer).intent().value())
        .isEqualTo(
            NamedUuid.of("assent-intent", "agent://acme/prod/planner", "/v1/intents", "order-7"));
  }

  @Test
  void shouldKeepSendersApart() {
    // given
    Caller ada = new PersonCaller(new Person("ada", "Ada", null), List.of(), "session");
    submit(GOOD, Form.INTENT, PLANNER, "order-7");

    // when
    Answer answer = submit(GOOD, Form.INTENT, ada, "order-7");

    // then
    assertThat(answer).isInstanceOf(Answer.Accepted.class);
  }

  @Test
  void shouldAnswerARepetitionWithItsIntent() {
    // given
    Answer first = submit(GOOD, Form.INTENT, PLANNER, "order-7");

    // when
    Answer again = submit(GOOD, Form.INTENT, PLANNER, "order-7");

    // then
    assertThat(again).isEqualTo(new Answer.Repeated(((Answer.Accepted) first).intent()));
  }

  @Test
  void shouldRefuseOtherContentUnderTheSameKey() {
    // given
    submit(GOOD, Form.INTENT, PLANNER, "order-7");

    // when
    Answer other =
        submit(GOOD.replace("}", ",'payload':{'n':1}}"), Form.INTENT, PLANNER, "order-7");

    // then
    assertThat(((Answer.Refused) other).refusal().code())
        .isEqualTo(RefusalCode.IDEMPOTENCY_KEY_REUSED);
  }

  @Test
  void shouldKeepGarbageOutOfTheLog() {
    // when
    Answer broken = submit("{", Form.INTENT, PLANNER, "order-7");
    Answer wrong = submit("{'intent_type':'x'}", Form.INTENT, PLANNER, null);

    // then
    assertThat(((Answer.Refused) broken).refusal().code()).isEqualTo(RefusalCode.MALFORMED);
    assertThat(((Answer.Refused) wrong).refusal().code()).isEqualTo(RefusalCode.MALFORMED);
    assertThat(asked).isEmpty();
  }

  @Test
  void shouldTakeTheKeyOfAScenarioFromItsBody() {
    // given
    String scenario =
        "{'scenario_id':'x','idempotency_key':'inner','intent':{'type':'t'},'workflow':{'steps':["
            + "{'step_id':'a','runtime_type':'human_approval'}]}}";

    // when
    Answer answer = submit(scenario, Form.SCENARIO, PLANNER, "outer");

    // then
    assertThat(((Answer.Accepted) answer).intent().value())
        .isEqualTo(
            NamedUuid.of("assent-intent", "agent://acme/prod/planner", "/v1/intents", "inner"));
  }

  @Test
  void shouldNotLetAnybodyElseUseTheSeal() {
    // given
    submit(GOOD, Form.INTENT, PLANNER, "order-7");
    LogRecord sealed = bench.moved(asked.getFirst());
    byte[] other = "{\"intent_type\":\"evil.v1\"}".getBytes(StandardCharsets.UTF_8);

    // when
    Bench.Outcome outcome =
        bench.take(
            new LogRecord(
                sealed.topic(), sealed.partition(), 99, sealed.key(), sealed.headers(), other, 0));

    // then
    assertThat(outcome.refusal().code()).isEqualTo(RefusalCode.MALFORMED);
  }

  private Answer submit(String json, Form form, Caller caller, @Nullable String key) {
    byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return door.submit(new SubmissionDoor.Request(body, form, "/v1/intents", caller, key, null))
        .toCompletableFuture()
        .join();
  }

  /** The log: the processor decides at once, and its records are the answer. */
  private CompletableFuture<List<LogRecord>> decide(Append input) {
    asked.add(input);
    return CompletableFuture.completedFuture(
        bench.take(bench.moved(input)).appends().stream().map(bench::moved).toList());
  }
}
