package dev.assent.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.IntentCanceled;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.json.EventCodec;
import dev.assent.contract.json.OutcomeCodec;
import dev.assent.contract.outcome.Completion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The auditor finds nothing in what Assent does, and everything that somebody else did to it. */
class AuditIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private String ended = "";
  private String waiting = "";

  @Test
  void shouldFindWhatSomebodyDidToLogAndViews(@TempDir Path folder) throws Exception {
    try (Installation assent = Installation.start(folder)) {
      // given
      live(assent);
      Audit running = Audit.of(assent);

      // when
      assent.stopApp();
      Audit stopped = Audit.of(assent);
      tamperWithViews(assent);
      Audit afterViews = Audit.of(assent);
      tamperWithLog(assent);
      Audit afterLog = Audit.of(assent);

      // then
      assertThat(running.flaws()).isEmpty();
      assertThat(running.exit()).isZero();
      assertThat(stopped.flaws()).isEmpty();
      assertThat(stopped.exit()).isZero();
      assertThat(running.checked("sequences", "intents")).isGreaterThanOrEqualTo(10);
      assertThat(running.checked("answers", "refusals")).isGreaterThanOrEqualTo(2);
      assertThat(running.checked("completions", "completions")).isGreaterThanOrEqualTo(2);
      assertThat(running.checked("timers", "timers")).isGreaterThanOrEqualTo(2);
      assertThat(running.checked("views", "tables")).isEqualTo(13);
      assertFoundInViews(afterViews);
      assertFoundInLog(afterLog);
      assertThat(leftovers(assent)).isZero();
    }
  }

  @Test
  void shouldFindNothingWhileTrafficGoesOn(@TempDir Path folder) throws Exception {
    try (Installation assent = Installation.start(folder);
        ExecutorService threads = Executors.newFixedThreadPool(3)) {
      // given
      AtomicBoolean enough = new AtomicBoolean();
      AtomicInteger decided = new AtomicInteger();
      Api bo = assent.person("bo");
      List<CompletableFuture<Void>> traffic =
          IntStream.range(0, 3)
              .mapToObj(
                  i ->
                      CompletableFuture.runAsync(
                          () -> {
                            while (!enough.get()) {
                              sendAndDecide(assent.agent(), bo, decided.incrementAndGet());
                            }
                          },
                          threads))
              .toList();
      Eventually.is(PATIENCE, () -> decided.get() > 20);

      // when
      int before = decided.get();
      List<Audit> audits = Stream.generate(() -> Audit.of(assent)).limit(2).toList();
      int meanwhile = decided.get() - before;
      enough.set(true);
      traffic.forEach(CompletableFuture::join);

      // then
      assertThat(audits)
          .allSatisfy(audit -> assertThat(audit.flaws()).isEmpty())
          .allSatisfy(audit -> assertThat(audit.exit()).isZero());
      assertThat(meanwhile).isPositive();
    }
  }

  /** Every fourth is left waiting. */
  private static void sendAndDecide(Api agent, Api person, int number) {
    String id = agent.post("/v1/intents", Cases.quiet()).intentId();
    if (number % 4 > 0) {
      agent.awaitStatus(id, "WAITING", PATIENCE);
      decide(person, id, number % 2 == 0 ? "approve" : "reject");
    }
  }

  /** Ended, rejected and waiting intents, refused inputs of both kinds, and moved ones. */
  private void live(Installation assent) throws Exception {
    Api agent = assent.agent();
    ended = agent.post("/v1/intents", Cases.addIndex()).intentId();
    String rejected = agent.post("/v1/intents", Cases.quiet()).intentId();
    waiting = agent.post("/v1/intents", Cases.quiet()).intentId();
    Eventually.is(PATIENCE, () -> agent.eventTypes(ended).contains("intent.escalated"));
    Api bo = assent.person("bo");
    decide(bo, ended, "approve");
    decide(bo, rejected, "reject");
    assertThat(decide(bo, rejected, "approve")).isEqualTo(409);
    submitToPartitionZero(assent);
    agent.awaitStatus(ended, "COMPLETED", PATIENCE);
    agent.awaitStatus(waiting, "WAITING", PATIENCE);
    Eventually.is(PATIENCE, () -> count(assent, "select count(*) from approval.tasks") == 11);
    Eventually.is(
        PATIENCE,
        () -> count(assent, "select count(*) from notifier.deliveries where state='PENDING'") == 0);
  }

  private static int decide(Api person, String intent, String decision) {
    return person
        .post("/v1/approvals/" + intent + "/decision", Map.of("decision", decision))
        .status();
  }

  /** About half of them belong elsewhere, and one is no submission at all. */
  private static void submitToPartitionZero(Installation assent) throws Exception {
    Map<String, Object> intent = new HashMap<>(Cases.quiet());
    intent.put("from_agent", Cases.AGENT);
    try (var producer = producer(assent)) {
      for (int i = 0; i < 8; i++) {
        intent.put("idempotency_key", "moved-" + i);
        producer.send(
            new ProducerRecord<>("assent.intents", 0, null, JSON.writeValueAsBytes(intent)));
      }
      producer.send(new ProducerRecord<>("assent.intents", 0, null, bytes("no submission")));
    }
  }

  private void tamperWithViews(Installation assent) throws Exception {
    try (Connection db = assent.database();
        var statement = db.createStatement()) {
      for (String sql :
          List.of(
              "update intake.intents set status = 'COMPLETED' where intent_id = '%s'",
              "delete from intake.intent_events where intent_id = '%s' and sequence = 2",
              "update approval.subjects set title = 'Something else' where intent_id = '%s'",
              "update notifier.subjects set sender = 'somebody else' where intent_id = '%s'",
              "delete from timer.timers where intent_id = '%s'")) {
        assertThat(statement.executeUpdate(sql.formatted(waiting))).as(sql).isEqualTo(1);
      }
      assertThat(
              statement.executeUpdate(
                  "insert into timer.timers (intent_id, kind, partition, generation, due_at)"
                      + " select intent_id, 'REMINDER', partition, 3, now() from notifier.deliveries"
                      + " where intent_id = '%s' limit 1".formatted(ended)))
          .isEqualTo(1);
    }
  }

  private void assertFoundInViews(Audit audit) {
    assertThat(audit.exit()).isEqualTo(1);
    assertThat(audit.flaws())
        .allMatch(flaw -> flaw.startsWith("timers: ") || flaw.startsWith("views: "))
        .anyMatch(flaw -> says(flaw, "timers: ", waiting, "STEP_DEADLINE", "none"))
        .anyMatch(flaw -> says(flaw, "timers: ", ended, "the intent has ended", "REMINDER"))
        .anyMatch(flaw -> says(flaw, "intake.intents", waiting, "another status"))
        .anyMatch(flaw -> says(flaw, "intake.intent_events", waiting, "sequence=2", "none"))
        .anyMatch(flaw -> says(flaw, "approval.subjects", waiting, "another title"))
        .anyMatch(flaw -> says(flaw, "notifier.subjects", waiting, "another sender"))
        .anyMatch(flaw -> says(flaw, "timer.timers", waiting, "a row"))
        .anyMatch(flaw -> says(flaw, "timer.timers", ended, "no such row"))
        .noneMatch(flaw -> flaw.contains("Something else") || flaw.contains("somebody else"));
  }

  /** A second ending that nothing caused, a completion of what waits, an input that nobody saw. */
  private void tamperWithLog(Installation assent) throws Exception {
    long last =
        count(
            assent,
            "select max(sequence) from intake.intent_events where intent_id = '%s'"
                .formatted(ended));
    Envelope envelope =
        new Envelope(IntentId.of(ended), last + 1, Instant.now(), "approval", "c", "nothing", null);
    send(
        assent,
        "assent.events",
        EventCodec.encode(
            new RecordedEvent(envelope, new IntentCanceled("why not", Actor.system("x")))));
    send(assent, "assent.completions", completion(envelope));
    send(
        assent,
        "assent.signals",
        new WireRecord(waiting, Map.of("ce_id", "unheard", "ce_subject", waiting), bytes("{}")));
    skipSignals(assent);
  }

  private WireRecord completion(Envelope envelope) {
    return OutcomeCodec.encode(
        new Completion(
            IntentId.of(waiting),
            "db.change.v1",
            Cases.AGENT,
            "human",
            null,
            "c",
            IntentStatus.COMPLETED,
            null,
            null,
            null,
            null,
            "0",
            Instant.now()),
        envelope);
  }

  private static void send(Installation assent, String topic, WireRecord wire) throws Exception {
    try (var producer = producer(assent)) {
      var record = new ProducerRecord<String, byte[]>(topic, wire.key(), wire.value());
      wire.headers().forEach((name, value) -> record.headers().add(name, bytes(value)));
      producer.send(record).get();
    }
  }

  /** As if the decider had gone past its inputs without a word. */
  private static void skipSignals(Installation assent) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", assent.kafka()))) {
      for (int partition = 0; partition < 2; partition++) {
        TopicPartition at = new TopicPartition("assent.signals", partition);
        admin
            .alterConsumerGroupOffsets(
                "assent.approval", Map.of(at, new OffsetAndMetadata(1_000_000)))
            .all()
            .get();
      }
    }
  }

  private void assertFoundInLog(Audit audit) {
    assertThat(audit.flaws())
        .anyMatch(flaw -> says(flaw, "histories: ", ended, "a second one, CANCELED"))
        .anyMatch(flaw -> says(flaw, "causes: ", ended, "nothing"))
        .anyMatch(flaw -> says(flaw, "completions: ", waiting, "an intent that has not"))
        .anyMatch(flaw -> says(flaw, "answers: ", waiting, "assent.signals-"));
  }

  private static boolean says(String flaw, String... words) {
    return List.of(words).stream().allMatch(flaw::contains);
  }

  private static long leftovers(Installation assent) {
    return count(assent, "select count(*) from pg_database where datname like 'assent_audit%'");
  }

  private static long count(Installation assent, String sql) {
    try (Connection db = assent.database();
        var statement = db.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static KafkaProducer<String, byte[]> producer(Installation assent) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", assent.kafka()),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
