package dev.assent.approval.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.approval.process.Ledger.Page;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.eventlog.loop.LoopGroup;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A decision that stands in the log before its intent does. */
class EarlySignalIT {

  private static final Setting GATE = Setting.of("a gate");
  private static final Move ADA_APPROVES = Move.of("ada approves");

  private static RaceTrack track;

  @BeforeAll
  static void start(@TempDir Path folder) {
    track = new RaceTrack(folder);
  }

  @AfterAll
  static void stop() {
    track.close();
  }

  @Test
  void shouldDecideOnAnIntentThatWasBornBehindItsDecisionWhileNobodyDecided() {
    // given
    IntentId intent = new IntentId(UUID.randomUUID());
    track.send(intent, GATE, ADA_APPROVES, "decision");
    track.bear(intent, GATE);

    // when
    track.decide(500);

    // then
    Page page = track.ledger().of(intent);
    assertThat(page.told(RaceTrack.input(intent, "decision"))).containsExactly("taken");
    assertThat(page.completions)
        .singleElement()
        .satisfies(end -> assertThat(end.status()).isEqualTo(IntentStatus.COMPLETED));
  }

  @Test
  void shouldDecideOnAnIntentThatWasBornBehindItsDecisionWhileTheDeciderWasBusy() {
    // given
    IntentId busy = track.bear(GATE);
    track.decide(500);
    IntentId intent = new IntentId(UUID.randomUUID());
    Semaphore mayGoOn = new Semaphore(0);
    try (LoopGroup decider =
        track.decider(
            "one",
            500,
            () -> {
              mayGoOn.acquireUninterruptibly();
              return track.now;
            })) {
      decider.start();
      track.send(busy, GATE, ADA_APPROVES, "decision");
      LogFixture.eventually(mayGoOn::hasQueuedThreads);

      // when
      track.send(intent, GATE, ADA_APPROVES, "decision");
      track.bear(intent, GATE);
      mayGoOn.release(1_000);
      track.awaitDecided();
    }

    // then
    Page page = track.ledger().of(intent);
    assertThat(page.told(RaceTrack.input(intent, "decision"))).containsExactly("taken");
    assertThat(page.completions).hasSize(1);
  }

  @Test
  void shouldRefuseADecisionWhoseIntentNeverComesAndTakeItAgainOnceItCame() {
    // given
    IntentId intent = new IntentId(UUID.randomUUID());
    track.send(intent, GATE, ADA_APPROVES, "decision");
    track.decide(500);
    Page unborn = track.ledger().of(intent);
    assertThat(unborn.told(RaceTrack.input(intent, "decision"))).containsExactly("INTENT_UNKNOWN");
    assertThat(unborn.refusals.getFirst().refusal().code().retryable()).isTrue();
    assertThat(unborn.events).isEmpty();

    // when
    track.bear(intent, GATE);
    track.send(intent, GATE, ADA_APPROVES, "decision");
    track.decide(500);

    // then
    Page page = track.ledger().of(intent);
    assertThat(page.told(RaceTrack.input(intent, "decision")))
        .containsExactly("taken", "INTENT_UNKNOWN");
    assertThat(page.completions).hasSize(1);
  }

  /** A refusal changes nothing, so that the same input may find another state the next time. */
  @Test
  void shouldJudgeARefusedDecisionAnewWhenItComesAgain() {
    // given
    IntentId intent = track.bear(GATE);
    track.send(intent, GATE, Move.of("cy approves"), "decision");
    track.send(intent, GATE, Move.of("it escalates"), "escalation");
    track.decide(500);
    assertThat(track.ledger().of(intent).told(RaceTrack.input(intent, "decision")))
        .containsExactly("NOT_AN_APPROVER");

    // when
    track.send(intent, GATE, Move.of("cy approves"), "decision");
    track.decide(500);

    // then
    assertThat(track.ledger().of(intent).told(RaceTrack.input(intent, "decision")))
        .containsExactly("taken", "NOT_AN_APPROVER");
  }
}
