package dev.assent.intake.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.id.NamedUuid;
import dev.assent.contract.intent.IntentCreated;
import dev.assent.contract.intent.IntentSubmitted;
import dev.assent.contract.json.EventCodec;
import dev.assent.contract.json.EventHash;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.timer.ArmedTimer;
import dev.assent.contract.timer.TimerKind;
import dev.assent.eventlog.append.Append;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.kafka.Records;
import dev.assent.intake.kafka.SubmissionHeaders;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IntakeProcessorTest {

  private static final String GOOD =
      "{'intent_type':'ops.db.index.v1','approval':{'approvers':['ada']},'payload':{'n':1}}";
  private static final Map<String, String> EVENT =
      Map.of(
          "ce_specversion", "1.0",
          "ce_id", "build-7",
          "ce_source", "/pipelines/ci",
          "ce_type", "com.example.change");

  private final Bench bench = new Bench();

  @Test
  void shouldGiveBirthInTwoEvents() {
    // when
    Bench.Outcome outcome =
        bench.submit(
            EVENT, GOOD.replace("'payload'", "'deadline_at':'2026-11-23T10:00:00Z','payload'"));

    // then
    List<RecordedEvent> events = events(outcome);
    IntentCreated created = (IntentCreated) events.get(0).event();
    IntentSubmitted submitted = (IntentSubmitted) events.get(1).event();
    assertThat(events).extracting(RecordedEvent::sequence).containsExactly(1L, 2L);
    assertThat(events).extracting(e -> e.envelope().causationId()).containsOnly("build-7");
    assertThat(events).extracting(e -> e.envelope().source()).containsOnly("intake");
    assertThat(created.from()).isEqualTo("/pipelines/ci");
    assertThat(created.to()).isEqualTo("human");
    assertThat(submitted.timers())
        .containsExactly(new ArmedTimer(TimerKind.INTENT_DEADLINE, Bench.NINE.plusSeconds(3600)));
    assertThat(outcome.key())
        .isEqualTo(NamedUuid.of("assent-intent", "kafka", "/pipelines/ci", "build-7").toString());
  }

  @Test
  void shouldChainTheSecondEventToTheFirst() {
    // when
    Bench.Outcome outcome = bench.submit(EVENT, GOOD);

    // then
    Append first = outcome.appends().getFirst();
    String hash = EventHash.of(new WireRecord(first.key(), first.headers(), first.value()));
    assertThat(events(outcome))
        .extracting(e -> e.envelope().previousHash())
        .containsExactly(null, hash);
  }

  @Test
  void shouldMoveARecordToThePartitionOfItsIntent() {
    // given
    String id = NamedUuid.of("assent-intent", "kafka", "/pipelines/ci", "build-7").toString();
    int elsewhere = (Records.partitionOf(id, Bench.PARTITIONS) + 1) % Bench.PARTITIONS;
    byte[] value = GOOD.replace('\'', '"').getBytes(StandardCharsets.UTF_8);

    // when
    Bench.Outcome outcome = bench.take(bench.record("t.intents", elsewhere, EVENT, value));

    // then
    Append moved = outcome.appends().getFirst();
    assertThat(moved.topic()).isEqualTo("t.intents");
    assertThat(moved.key()).isEqualTo(id);
    assertThat(moved.value()).isEqualTo(value);
    assertThat(moved.headers()).containsAllEntriesOf(EVENT);
    assertThat(moved.headers()).containsEntry(SubmissionHeaders.INTENT_ID, id);
    assertThat(events(bench.take(bench.moved(moved)))).hasSize(2);
  }

  @Test
  void shouldNameAPlainRecordByWhereItStoodFirst() {
    // given
    String json = GOOD.replace("{'intent_type'", "{'from_agent':'ci','intent_type'");
    LogRecord record =
        bench.record(
            "t.intents", 3, Map.of(), json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    String id = NamedUuid.of("assent-intent", "kafka-place", "t.intents/3/0").toString();

    // when
    Bench.Outcome outcome = bench.take(record);
    Bench.Outcome last =
        outcome.topics().equals(List.of("t.intents"))
            ? bench.take(bench.moved(outcome.appends().getFirst()))
            : outcome;

    // then
    assertThat(last.key()).isEqualTo(id);
    assertThat(events(last))
        .extracting(e -> e.envelope().causationId())
        .containsOnly("t.intents/3/0");
  }

  @Test
  void shouldAnswerARepetition() {
    // given
    bench.submit(EVENT, GOOD);

    // when
    Bench.Outcome again = bench.submit(EVENT, GOOD);

    // then
    assertThat(again.refusal().code()).isEqualTo(RefusalCode.DUPLICATE);
    assertThat(again.refused().intentId()).isEqualTo(again.key());
    assertThat(bench.counted).containsEntry("accepted", 1).containsEntry("duplicate", 1);
    assertThat(again.appends().getFirst().headers()).containsEntry("ce_causationid", "build-7");
  }

  @Test
  void shouldAnswerARepetitionAfterItsDeadlinePassed() {
    // given
    String dated = GOOD.replace("'payload'", "'deadline_at':'2026-11-23T10:00:00Z','payload'");
    bench.submit(EVENT, dated);
    bench.now = Bench.NINE.plusSeconds(7200);

    // when
    Bench.Outcome again = bench.submit(EVENT, dated);

    // then
    assertThat(again.refusal().code()).isEqualTo(RefusalCode.DUPLICATE);
  }

  @Test
  void shouldRefuseOtherContentUnderTheSameKey() {
    // given
    bench.submit(Map.of(), keyed(GOOD));

    // when
    Bench.Outcome other = bench.submit(Map.of(), keyed(GOOD.replace("'n':1", "'n':2")));

    // then
    assertThat(other.refusal().code()).isEqualTo(RefusalCode.IDEMPOTENCY_KEY_REUSED);
    assertThat(other.refusal().message()).contains("idempotency key reused with different payload");
  }

  @Test
  void shouldReadStructuredEvents() {
    // when
    Bench.Outcome outcome =
        bench.submit(
            Map.of("content-type", "application/cloudevents+json; charset=utf-8"),
            "{'specversion':'1.0','id':'e1','source':'urn:ci','type':'t','data':" + GOOD + "}");

    // then
    assertThat(outcome.key())
        .isEqualTo(NamedUuid.of("assent-intent", "kafka", "urn:ci", "e1").toString());
    assertThat(events(outcome)).hasSize(2);
  }

  @Test
  void shouldTakeTheSenderFromTheSealOfTheEdge() {
    // given
    String id = "00000000-0000-4000-8000-000000000001";
    byte[] value = GOOD.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = new HashMap<>();
    headers.put("ce_id", "req-1");
    headers.put("ce_type", SubmissionHeaders.INTENT_TYPE);
    headers.put(SubmissionHeaders.INTENT_ID, id);
    headers.put(SubmissionHeaders.SENDER, "agent://acme/prod/planner");
    headers.put(SubmissionHeaders.IDEMPOTENCY_KEY, "k1");
    headers.put(SubmissionHeaders.SEAL, bench.seals.seal(headers, value));

    // when
    Bench.Outcome outcome =
        bench.take(bench.record("t.intents", Records.partitionOf(id, 4), headers, value));

    // then
    IntentCreated created = (IntentCreated) events(outcome).getFirst().event();
    assertThat(created.from()).isEqualTo("agent://acme/prod/planner");
    assertThat(created.idempotencyKey()).isEqualTo("k1");
    assertThat(outcome.key()).isEqualTo(id);
  }

  @Test
  void shouldIgnoreFactsThatItKnows() {
    // given
    Bench.Outcome birth = bench.submit(EVENT, GOOD);
    LogRecord fact = bench.moved(birth.appends().getLast());

    // when
    Bench.Outcome again = bench.take(fact);

    // then
    assertThat(again.appends()).isEmpty();
    assertThat(again.rows()).isEmpty();
  }

  @Test
  void shouldBuildTheSameViewFromTheLog() {
    // given
    Bench.Outcome birth = bench.submit(EVENT, GOOD);
    Bench other = new Bench();

    // when
    birth.appends().forEach(append -> other.take(bench.moved(append)));

    // then
    assertThat(other.states.get(birth.key())).isEqualTo(bench.states.get(birth.key()));
    assertThat(other.rows).isEqualTo(bench.rows);
  }

  private static String keyed(String json) {
    return json.replace("{'intent_type'", "{'from_agent':'ci','idempotency_key':'k','intent_type'");
  }

  private static List<RecordedEvent> events(Bench.Outcome outcome) {
    assertThat(outcome.topics()).containsOnly("t.events");
    return outcome.appends().stream()
        .map(a -> EventCodec.decode(new WireRecord(a.key(), a.headers(), a.value())))
        .toList();
  }
}
