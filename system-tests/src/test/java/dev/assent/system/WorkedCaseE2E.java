package dev.assent.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** An agent asks, nobody reacts, it escalates, a person approves, the sender gets its outcome. */
@ExtendWith(SharedInstallation.class)
@ResourceLock(SharedInstallation.NAME)
class WorkedCaseE2E {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Test
  void shouldRemindEscalateAndCompleteOverHttp(Installation assent) {
    // given
    Api agent = assent.agent();
    String id = agent.post("/v1/intents", Cases.addIndex()).intentId();
    agent.awaitStatus(id, "WAITING", PATIENCE);
    Eventually.is(PATIENCE, () -> agent.eventTypes(id).contains("intent.escalated"));

    // when
    Api.Answer decision =
        assent
            .person("bo")
            .post(
                "/v1/approvals/" + id + "/decision",
                Map.of("decision", "approve", "comment", "safe"));

    // then
    assertThat(decision.status()).isEqualTo(200);
    JsonNode intent = agent.awaitStatus(id, "COMPLETED", PATIENCE);
    assertThat(intent.path("result").path("decided_by").asText()).isEqualTo("bo");
    assertThat(agent.eventTypes(id))
        .filteredOn(type -> !type.equals("intent.notified"))
        .startsWith("intent.created", "intent.submitted", "intent.human_task_assigned")
        .containsSubsequence("intent.reminder", "intent.escalated", "intent.decision_recorded")
        .endsWith("intent.completed");
  }

  @Test
  void shouldTakeTheIntentFromKafkaAndGiveTheOutcomeToKafka(Installation assent)
      throws IOException {
    // given
    String title = "by Kafka " + UUID.randomUUID();
    Map<String, Object> intent = Cases.addIndex();
    intent.put("title", title);
    intent.put("from_agent", Cases.AGENT);
    StockTools kafka = new StockTools(assent.kafka());
    Api bo = assent.person("bo");

    // when
    kafka.produce("assent.intents", JSON.writeValueAsString(intent));
    String id = Eventually.get(PATIENCE, () -> taskTitled(bo, title));
    bo.post("/v1/approvals/" + id + "/decision", Map.of("decision", "approve"));

    // then
    JsonNode completion = Eventually.get(PATIENCE, () -> kafka.completionOf(id));
    assertThat(completion.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(completion.path("decision").path("by").path("id").asText()).isEqualTo("bo");
  }

  /** The id of the open task with this title that bo may decide: ada's, once it escalated. */
  private static String taskTitled(Api bo, String title) {
    for (JsonNode task : bo.get("/v1/me/tasks").body().path("tasks")) {
      if (task.path("human_task").path("title").asText().equals(title)) {
        return task.path("intent_id").asText();
      }
    }
    return null;
  }

  @Test
  void shouldTellALoserWhoWon(Installation assent) {
    // given
    Api agent = assent.agent();
    String id = agent.post("/v1/intents", Cases.quiet()).intentId();
    agent.awaitStatus(id, "WAITING", PATIENCE);
    assent.person("ada").post("/v1/approvals/" + id + "/decision", Map.of("decision", "approve"));

    // when
    Api.Answer late =
        assent.person("bo").post("/v1/approvals/" + id + "/decision", Map.of("decision", "reject"));

    // then
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body().path("detail").asText()).contains("ada answered approved");
    assertThat(late.body().at("/error/details/winner/outcome").asText()).isEqualTo("approved");
  }

  @Test
  void shouldDeliverToAnAgentThatConnectsLateAndRestarts(Installation assent) {
    // given
    Api agent = assent.agent();
    String id = agent.post("/v1/intents", Cases.errand()).intentId();
    agent.awaitStatus(id, "DELIVERED", PATIENCE);
    String stream = "/v1/agents/demo/prod/migrator/intents/stream?wait_seconds=2&since=";

    // when: it connects, takes the work, and is gone before it answers
    long seq = AgentStream.firstOf(assent, stream + "0", id);
    long again = AgentStream.firstOf(assent, stream + "0", id);
    Api.Answer result =
        agent.post("/v1/intents/" + id + "/resume", Map.of("action", "complete", "valid", true));

    // then
    assertThat(seq).isPositive();
    assertThat(again).isPositive();
    assertThat(result.status()).isEqualTo(200);
    assertThat(
            agent.awaitStatus(id, "COMPLETED", PATIENCE).path("result").path("valid").asBoolean())
        .isTrue();
  }
}
