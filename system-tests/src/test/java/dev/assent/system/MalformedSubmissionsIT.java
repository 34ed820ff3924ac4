package dev.assent.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assent.eventlog.kafka.Clients;
import dev.assent.eventlog.kafka.KafkaSettings;
import dev.assent.eventlog.kafka.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A thousand bad submissions: each is refused with a reason, none stops the flow. */
@ExtendWith(SharedInstallation.class)
@ResourceLock(SharedInstallation.NAME)
class MalformedSubmissionsIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What would pass for a line of the services' own. */
  private static final String FORGED = "2026-11-24T00:00:00.000Z ERROR [assent] forged";

  private static final List<IntFunction<byte[]>> FLAWS =
      List.of(
          i -> text("{\"intent_type\": \"db.change.v1\", \"payload\": {" + i),
          i -> text("[" + i + "]"),
          i -> text(""),
          i -> text("null"),
          i -> text("{\"intent_type\": " + i + ", \"payload\": {}}"),
          i -> text("{\"intent_type\": \"db.change.v1\", \"payload\": \"text " + i + "\"}"),
          i -> text("{\"intent_type\": \"no version " + i + "\", \"payload\": {}}"),
          i -> with("surprise" + i, "unknown"),
          i -> with("approval", Map.of("approvers", List.of(), "deadline", "PT" + (i + 1) + "M")),
          i -> with("approval", Map.of("approvers", List.of("stranger" + i))),
          i -> with("approval", Map.of("approvers", "ada", "deadline", "soon " + i)),
          i -> with("deadline_at", "yesterday " + i),
          i -> with("payload", Map.of("nul", "a\u0000b" + i)),
          i -> with("human_task", Map.of("title", "t", "task_type", "dance" + i)),
          i -> with("human_task", form("[\n" + FORGED + i)),
          i -> with("human_task", form("((a{99}){99}){99}" + i)),
          i -> with("human_task", form("(".repeat(20_000) + i)),
          i -> with("payload", Map.of("huge", "x".repeat(140_000 + i))),
          i -> text("{\"a\":".repeat(2_000) + i),
          i -> notUtf8(i));

  private static Map<String, Object> form(String pattern) {
    return Map.of(
        "title", "t", "form_schema", Map.of("properties", Map.of("x", Map.of("pattern", pattern))));
  }

  private static byte[] text(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] with(String field, Object value) {
    try {
      Map<String, Object> intent = new HashMap<>(Cases.quiet());
      if (field.equals("human_task")) {
        intent.remove("approval");
      }
      intent.put(field, value);
      return JSON.writeValueAsBytes(intent);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] notUtf8(int i) {
    byte[] bytes =
        text("{\"intent_type\": \"db.change.v1\", \"payload\": {\"a\": \"??" + i + "\"}}");
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == '?') {
        bytes[at] = (byte) 0xC3;
      }
    }
    return bytes;
  }

  @Test
  void shouldRefuseEachOverHttpWithAReason(Installation assent) {
    // given
    Api agent = assent.agent();

    for (int i = 0; i < 500; i++) {
      // when
      Api.Answer answer = agent.postBytes("/v1/intents", FLAWS.get(i % FLAWS.size()).apply(i));

      // then
      assertThat(answer.status()).as("flaw %d: %s", i % FLAWS.size(), answer).isBetween(400, 422);
      assertThat(answer.body().path("detail").asText()).as("flaw %d", i).isNotBlank();
      assertThat(answer.body().path("error").path("code").asText()).as("flaw %d", i).isNotBlank();
    }
    assertThat(agent.post("/v1/intents", Cases.quiet()).status()).isEqualTo(200);
    assertThat(assent.appLog()).content().doesNotContain(FORGED);
  }

  @Test
  void shouldRefuseEachFromTheTopicWithAReason(Installation assent) throws Exception {
    // given
    Set<String> sent = new HashSet<>();
    Map<String, Object> config = Map.of("bootstrap.servers", assent.kafka());
    Api agent = assent.agent();
    String good = "between the bad ones " + UUID.randomUUID();

    // when
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < 500; i++) {
        String id = "bad-" + UUID.randomUUID();
        sent.add(id);
        var record =
            new ProducerRecord<String, byte[]>(
                "assent.intents", FLAWS.get(i % FLAWS.size()).apply(i));
        record.headers().add("ce_specversion", text("1.0"));
        record.headers().add("ce_id", text(id));
        record.headers().add("ce_source", text("test"));
        record.headers().add("ce_type", text("dev.assent.intent.submission.v1"));
        record.headers().add("content-type", text("application/json"));
        producer.send(record);
        if (i == 250) {
          Map<String, Object> intent = new HashMap<>(Cases.quiet());
          intent.put("title", good);
          intent.put("from_agent", Cases.AGENT);
          producer.send(
              new ProducerRecord<String, byte[]>("assent.intents", JSON.writeValueAsBytes(intent)));
        }
      }
    }

    // then
    Set<String> refused = new HashSet<>();
    var settings = new KafkaSettings(assent.kafka(), "malformed", new Topics("assent."));
    try (var reader = Clients.reader(settings, "malformed")) {
      List<TopicPartition> all =
          reader.partitionsFor("assent.refusals").stream()
              .map(info -> new TopicPartition("assent.refusals", info.partition()))
              .toList();
      reader.assign(all);
      reader.seekToBeginning(all);
      Eventually.is(
          PATIENCE,
          () -> {
            reader
                .poll(Duration.ofMillis(100))
                .forEach(
                    record -> {
                      var cause = record.headers().lastHeader("ce_causationid");
                      refused.add(new String(cause.value(), StandardCharsets.UTF_8));
                      assertThat(new String(record.value(), StandardCharsets.UTF_8))
                          .contains("\"message\":\"");
                    });
            return refused.containsAll(sent);
          });
    }
    Api ada = assent.person("ada");
    Eventually.is(
        PATIENCE,
        () ->
            ada.get("/v1/me/tasks").body().path("tasks").findValuesAsText("title").contains(good));
    assertThat(agent.post("/v1/intents", Cases.quiet()).status()).isEqualTo(200);
  }
}
