package dev.assent.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Two people answer at the same instant: one outcome, and the loser learns whose. */
@ExtendWith(SharedInstallation.class)
@ResourceLock(SharedInstallation.NAME)
class ApproveVersusRejectRaceIT {

  private static final int RACES = 200;

  @Test
  void shouldGiveOneOutcomeAndTellTheLoser(Installation assent) throws Exception {
    // given
    Api agent = assent.agent();
    Api ada = assent.person("ada");
    Api bo = assent.person("bo");
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < RACES; i++) {
      ids.add(agent.post("/v1/intents", Cases.quiet()).intentId());
    }
    agent.awaitStatus(ids.getLast(), "WAITING", Duration.ofSeconds(30));
    int approvals = 0;

    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (String id : ids) {
        // when
        CyclicBarrier start = new CyclicBarrier(2);
        var yes = CompletableFuture.supplyAsync(() -> decide(ada, id, "approve", start), threads);
        var no = CompletableFuture.supplyAsync(() -> decide(bo, id, "reject", start), threads);
        Api.Answer approved = yes.get();
        Api.Answer rejected = no.get();

        // then
        assertThat(List.of(approved.status(), rejected.status()))
            .containsExactlyInAnyOrder(200, 409);
        boolean adaWon = approved.status() == 200;
        approvals += adaWon ? 1 : 0;
        Api.Answer loser = adaWon ? rejected : approved;
        assertThat(loser.body().at("/error/details/winner/by/id").asText())
            .isEqualTo(adaWon ? "ada" : "bo");
        assertThat(agent.get("/v1/intents/" + id).body().at("/intent/status").asText())
            .isEqualTo(adaWon ? "COMPLETED" : "FAILED");
        assertThat(agent.eventTypes(id)).containsOnlyOnce("intent.decision_recorded");
      }
    }
    // Not a promise of fairness; but a race that the same side always wins was no race.
    assertThat(approvals).isBetween(1, RACES - 1);
    assertThat(Audit.of(assent).flaws()).isEmpty();
  }

  private static Api.Answer decide(Api person, String id, String decision, CyclicBarrier start) {
    try {
      start.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return person.post("/v1/approvals/" + id + "/decision", Map.of("decision", decision));
  }
}
