package dev.assent.approval.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.approval.process.Ledger.Page;
import dev.assent.contract.id.IntentId;
import dev.assent.eventlog.kafka.Records;
import dev.assent.eventlog.loop.LoopGroup;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first input is decided by one instance, the second by another that took the partition. */
class TwoDecidersIT {

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
  void shouldHaveOneOutcomeWhenThePartitionChangesHandsBetweenTheInputs() {
    // given
    List<IntentId> intents =
        RaceTable.RACES.stream().map(race -> track.bear(race.setting())).toList();
    track.decide(500);
    int moved;
    try (LoopGroup one = track.decider("one", 500)) {
      one.start();
      sendAll(intents, true);
      track.awaitDecided();

      // when
      try (LoopGroup two = track.decider("two", 500)) {
        two.start();
        LogFixture.eventually(() -> owned(one).size() == 1 && owned(two).size() == 1);
        moved = owned(two).getFirst();
        sendAll(intents, false);
        track.awaitDecided();
      }
    }

    // then
    Ledger ledger = track.ledger();
    assertThat(intents)
        .extracting(intent -> Records.partitionOf(intent.toString(), LogFixture.PARTITIONS))
        .contains(moved);
    for (int i = 0; i < intents.size(); i++) {
      Race race = RaceTable.RACES.get(i);
      Page page = ledger.of(intents.get(i));
      assertThat(Fate.of(page.replayed())).as("%s", race).isEqualTo(race.stands());
      assertThat(told(page, intents.get(i), "first")).containsExactly(race.toldFirst());
      assertThat(told(page, intents.get(i), "second")).containsExactly(race.toldSecond());
      assertThat(page.completions).hasSize(Fate.isEnded(page.replayed()) ? 1 : 0);
    }
  }

  private static List<String> told(Page page, IntentId intent, String name) {
    return page.told(RaceTrack.input(intent, name));
  }

  private static void sendAll(List<IntentId> intents, boolean first) {
    for (int i = 0; i < intents.size(); i++) {
      Race race = RaceTable.RACES.get(i);
      track.send(
          intents.get(i),
          race.setting(),
          first ? race.first() : race.second(),
          first ? "first" : "second");
    }
  }

  private static List<Integer> owned(LoopGroup decider) {
    return IntStream.range(0, LogFixture.PARTITIONS)
        .filter(decider.progress()::owns)
        .boxed()
        .collect(Collectors.toList());
  }
}
