package dev.assent.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything dies while intents wait; everything goes on. */
class KillNineFaultIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void shouldGoOnWithEveryIntentTimerAndMail(@TempDir Path folder) throws Exception {
    try (Installation assent = Installation.start(folder)) {
      // given
      Api agent = assent.agent();
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        ids.add(agent.post("/v1/intents", Cases.addIndex()).intentId());
      }
      String decided = ids.getFirst();
      Api ada = assent.person("ada");
      assertThat(ada.post("/v1/approvals/" + decided + "/decision", Map.of("decision", "approve")))
          .extracting(Api.Answer::status)
          .isEqualTo(200);

      // when
      assent.killEverything();
      assent.startEverythingAgain();

      // then
      assertThat(agent.get("/v1/intents/" + decided).body().at("/intent/status").asText())
          .isEqualTo("COMPLETED");
      for (String id : ids.subList(1, ids.size())) {
        // One reminder for ada and, since reminders start anew after an escalation, one for bo.
        Eventually.is(PATIENCE, () -> count(agent, id, "intent.reminder") >= 2);
        // At least one mail: a newer mail about the same intent replaces those not tried yet.
        Eventually.is(PATIENCE, () -> count(agent, id, "intent.notified") >= 1);
        assertThat(agent.eventTypes(id))
            .containsOnlyOnce("intent.escalated", "intent.human_task_assigned");
        assertThat(count(agent, id, "intent.reminder")).isEqualTo(2);
        Api bo = assent.person("bo");
        bo.post("/v1/approvals/" + id + "/decision", Map.of("decision", "approve"));
        agent.awaitStatus(id, "COMPLETED", PATIENCE);
      }
      assertThat(LogCheck.of(assent.kafka()).flaws()).isEmpty();
    }
  }

  private static long count(Api agent, String id, String type) {
    return agent.eventTypes(id).stream().filter(type::equals).count();
  }
}
