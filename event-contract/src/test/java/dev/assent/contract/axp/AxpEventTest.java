package dev.assent.contract.axp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.golden.Samples;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.HumanTaskAssigned;
import dev.assent.contract.intent.IntentCompleted;
import dev.assent.contract.intent.IntentDelivered;
import dev.assent.contract.intent.IntentEscalated;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.intent.IntentNotified;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.intent.WaitingReason;
import dev.assent.contract.json.EventTypes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AxpEventTest {

  private static final Map<String, String> STATUSES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("intent.created", "CREATED"),
              Map.entry("intent.submitted", "SUBMITTED"),
              Map.entry("intent.delivered", "DELIVERED"),
              Map.entry("intent.acknowledged", "ACKNOWLEDGED"),
              Map.entry("intent.in_progress", "IN_PROGRESS"),
              Map.entry("intent.waiting", "WAITING"),
              Map.entry("intent.human_task_assigned", "WAITING"),
              Map.entry("intent.reminder", "WAITING"),
              Map.entry("intent.escalated", "WAITING"),
              Map.entry("intent.transfer", "WAITING"),
              Map.entry("intent.edited", "WAITING"),
              Map.entry("intent.decision_recorded", "IN_PROGRESS"),
              Map.entry("intent.result_recorded", "IN_PROGRESS"),
              Map.entry("intent.timeout", "IN_PROGRESS"),
              Map.entry("intent.notified", "IN_PROGRESS"),
              Map.entry("intent.delivery_failed", "IN_PROGRESS"),
              Map.entry("intent.completed", "COMPLETED"),
              Map.entry("intent.failed", "FAILED"),
              Map.entry("intent.canceled", "CANCELED"),
              Map.entry("intent.timed_out", "TIMED_OUT")));

  static Stream<RecordedEvent> events() {
    return Samples.all().stream()
        .map(Samples.Sample::value)
        .filter(RecordedEvent.class::isInstance)
        .map(RecordedEvent.class::cast);
  }

  @ParameterizedTest
  @MethodSource("events")
  void shouldCarryWhatEveryClientReads(RecordedEvent event) {
    // when
    ObjectNode json = AxpEvent.render(event);

    // then
    assertThat(json.path("intent_id").asText()).isEqualTo(event.envelope().intentId().toString());
    assertThat(json.path("seq").asLong()).isEqualTo(2 * event.sequence() - 1);
    assertThat(json.path("event_type").asText()).matches("intent\\.[a-z_]+");
    assertThat(json.path("status").asText())
        .isEqualTo(STATUSES.get(EventTypes.name(event.event())));
    assertThat(Instant.parse(json.path("at").asText())).isEqualTo(event.envelope().time());
    assertThat(json.path("actor").asText()).isNotBlank();
    assertThat(json.path("details").isObject()).isTrue();
    boolean waiting = json.path("status").asText().equals("WAITING");
    assertThat(json.has("waiting_reason")).isEqualTo(waiting);
    assertThat(json.path("lifecycle_waiting_reason")).isEqualTo(json.path("waiting_reason"));
  }

  @Test
  void shouldKnowTheStatusOfEveryType() {
    // when
    List<String> names = EventTypes.TABLE.entries().stream().map(entry -> entry.name()).toList();

    // then
    assertThat(STATUSES.keySet()).containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void shouldKeepTheStatusBeforeWhenSomebodyWasTold() {
    // given
    AxpProgress before =
        new AxpProgress(
            IntentStatus.WAITING,
            WaitingReason.WAITING_FOR_HUMAN,
            new PendingWith("human", "ada", "ada"));

    // when
    ObjectNode json = AxpEvent.render(first(IntentNotified.class), before);

    // then
    assertThat(json.path("status").asText()).isEqualTo("WAITING");
    assertThat(json.path("waiting_reason").asText()).isEqualTo("WAITING_FOR_HUMAN");
    assertThat(json.path("pending_with").path("ref").asText()).isEqualTo("ada");
  }

  @Test
  void shouldLeaveTheMoveWithWhoeverHasItWhenAnAnswerComesEarly() {
    // given
    DecisionRecorded asked = (DecisionRecorded) first(DecisionRecorded.class).event();
    DecisionRecorded early =
        new DecisionRecorded(
            asked.step(),
            asked.task(),
            asked.input(),
            asked.outcome(),
            asked.verdict(),
            asked.by(),
            asked.channel(),
            null,
            null,
            asked.shownDigest(),
            true,
            List.of());
    AxpProgress before =
        new AxpProgress(IntentStatus.DELIVERED, null, PendingWith.agent("agent://acme/prod/a"));

    // when
    ObjectNode json = AxpEvent.render(recorded(early), before);

    // then
    assertThat(json.path("status").asText()).isEqualTo("DELIVERED");
    assertThat(json.path("pending_with").path("name").asText()).isEqualTo("a");
  }

  @Test
  void shouldPutTheTaskAtTheTop() {
    // when
    ObjectNode json = AxpEvent.render(first(HumanTaskAssigned.class));

    // then
    assertThat(json.path("human_task").path("title").asText()).isNotBlank();
    assertThat(json.path("human_task").path("allowed_outcomes").isArray()).isTrue();
    assertThat(json.path("waiting_reason").asText()).isEqualTo("WAITING_FOR_HUMAN");
    assertThat(json.path("pending_with").toString())
        .isEqualTo("{\"type\":\"human\",\"ref\":\"ada\",\"name\":\"ada\"}");
  }

  @Test
  void shouldSayTheAttemptAsText() {
    // when
    ObjectNode json = AxpEvent.render(first(IntentDelivered.class));

    // then
    assertThat(json.path("details").path("delivery_attempt").isTextual()).isTrue();
    assertThat(json.path("pending_with").path("type").asText()).isEqualTo("agent");
    assertThat(json.path("handler").asText()).startsWith("agent://");
  }

  @Test
  void shouldSayToWhomItWasEscalatedAsText() {
    // when
    ObjectNode json = AxpEvent.render(first(IntentEscalated.class));

    // then
    assertThat(json.path("details").path("escalated_to").asText()).isEqualTo("bo");
  }

  @Test
  void shouldPutTheResultWhereBothKindsOfReadersLook() {
    // when
    ObjectNode json = AxpEvent.render(first(IntentCompleted.class));

    // then
    assertThat(json.path("result").path("index").asText()).isEqualTo("users_email");
    assertThat(json.path("details").path("result")).isEqualTo(json.path("result"));
  }

  @Test
  void shouldEscapeWhatPythonTakesForLineEnds() {
    // given
    ObjectNode json =
        JsonNodeFactory.instance.objectNode().put("text", "a\u2028b\u2029c\u0085d\ne\u001cf é");

    // when
    String line = AxpJson.line(json);

    // then
    assertThat(line).isEqualTo("{\"text\":\"a\\u2028b\\u2029c\\u0085d\\ne\\u001Cf \\u00E9\"}");
  }

  @Test
  void shouldShortenALineThatAClientCouldNotRead() {
    // given
    ObjectNode big = JsonNodeFactory.instance.objectNode().put("log", "x".repeat(70_000));
    RecordedEvent event = recorded(new IntentCompleted(big, null, null));

    // when
    String line = AxpJson.eventLine(AxpEvent.render(event));

    // then
    assertThat(line).hasSizeLessThan(AxpJson.LONGEST_LINE).contains("\"omitted\":[\"result\"]");
    assertThat(line).contains("\"status\":\"COMPLETED\"").doesNotContain("xxx");
  }

  @Test
  void shouldCountInStepsOfTwo() {
    // when
    List<Long> seen = Stream.of(0L, 1L, 2L, 3L, 4L, 5L, 6L).map(AxpSeq::lastSeen).toList();

    // then
    assertThat(seen).containsExactly(0L, 1L, 1L, 2L, 2L, 3L, 3L);
    assertThat(Stream.of(1L, 2L, 3L).map(AxpSeq::of)).containsExactly(1L, 3L, 5L);
  }

  private static RecordedEvent first(Class<? extends IntentEvent> type) {
    return events().filter(event -> type.isInstance(event.event())).findFirst().orElseThrow();
  }

  private static RecordedEvent recorded(IntentEvent event) {
    return new RecordedEvent(
        new Envelope(
            IntentId.of("0b0a0c0d-0000-4000-8000-000000000001"),
            7,
            Instant.parse("2026-11-23T09:00:00Z"),
            "approval",
            "correlation",
            "cause",
            null),
        event);
  }
}
