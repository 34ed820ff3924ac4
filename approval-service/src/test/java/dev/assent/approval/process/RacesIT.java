package dev.assent.approval.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.approval.process.Ledger.Page;
import dev.assent.approval.query.TaskView;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.outcome.Completion;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.timer.TimerKind;
import dev.assent.kernel.intent.IntentState;
import dev.assent.kernel.intent.IntentState.Ended;
import dev.assent.kernel.intent.IntentState.Running;
import dev.assent.kernel.intent.StepTurn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The order of the inputs in their partition is all that decides a race. So each race is run in
 * both orders, written to the log while no decider runs, and each order in four ways; all of them
 * share the few runs of the decider that {@link #run} needs.
 */
class RacesIT {

  /** So large that whatever lies in a partition is one batch. */
  private static final int ALL = 5_000;

  /** How the two inputs meet the decider. */
  private enum Way {
    IN_ONE_BATCH,
    IN_TWO_BATCHES,
    WITH_A_RESTART_BETWEEN,
    EACH_TWICE_IN_ONE_BATCH
  }

  private record Run(Race race, Way way, IntentId intent) {
    String first() {
      return RaceTrack.input(intent, "first");
    }

    String second() {
      return RaceTrack.input(intent, "second");
    }
  }

  /** What is known after a stage. */
  private record Sight(
      Ledger ledger, Map<String, ApprovalState> states, Map<IntentId, List<TaskView>> tasks) {}

  private static RaceTrack track;
  private static List<Run> runs;
  private static Sight decided;
  private static Map<IntentId, Integer> writes;
  private static Sight repeated;
  private static Sight rebuilt;

  @BeforeAll
  static void run(@TempDir Path folder) {
    track = new RaceTrack(folder);
    runs =
        RaceTable.RACES.stream()
            .flatMap(
                race ->
                    Stream.of(Way.values())
                        .map(way -> new Run(race, way, track.bear(race.setting()))))
            .toList();
    track.decide(ALL);
    decideAll();
    decided = sight();
    track.now = track.now.plus(Duration.ofDays(2));
    runs.forEach(run -> send(run, true, true));
    track.decide(ALL);
    repeated = sight();
    track.rebuild();
    rebuilt = sight();
  }

  private static void decideAll() {
    of(Way.IN_ONE_BATCH).forEach(run -> send(run, true, true));
    of(Way.EACH_TWICE_IN_ONE_BATCH)
        .forEach(
            run -> {
              send(run, true, false);
              send(run, true, true);
              send(run, false, true);
            });
    of(Way.WITH_A_RESTART_BETWEEN).forEach(run -> send(run, true, false));
    track.decide(ALL);
    writes = runs.stream().collect(Collectors.toMap(Run::intent, r -> track.writesOf(r.intent())));
    of(Way.WITH_A_RESTART_BETWEEN).forEach(run -> send(run, false, true));
    of(Way.IN_TWO_BATCHES).forEach(run -> send(run, true, true));
    track.decide(1);
  }

  private static Stream<Run> of(Way way) {
    return runs.stream().filter(run -> run.way() == way);
  }

  private static void send(Run run, boolean first, boolean second) {
    Race race = run.race();
    if (first) {
      track.send(run.intent(), race.setting(), race.first(), "first");
    }
    if (second) {
      track.send(run.intent(), race.setting(), race.second(), "second");
    }
  }

  private static Sight sight() {
    List<IntentId> intents = runs.stream().map(Run::intent).toList();
    return new Sight(
        track.ledger(),
        track.states(intents),
        intents.stream()
            .collect(Collectors.toMap(i -> i, intent -> track.log.tasks().ofIntent(intent))));
  }

  @AfterAll
  static void stop() {
    track.close();
  }

  static Stream<Named<Run>> everyRun() {
    return runs.stream().map(run -> Named.of(run.race() + " (" + run.way() + ")", run));
  }

  @ParameterizedTest
  @MethodSource("everyRun")
  void shouldHaveOneOutcomeWhichIsTheWinners(Run run) {
    // given
    Page page = decided.ledger().of(run.intent());

    // when
    IntentState state = page.replayed();

    // then
    assertThat(Fate.of(state)).isEqualTo(run.race().stands());
    assertThat(page.events)
        .extracting(event -> event.sequence())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, page.events.size()).boxed().toList());
    if (state instanceof Ended ended) {
      assertThat(page.completions).hasSize(1);
      Completion completion = page.completions.getFirst();
      assertThat(completion.status()).isEqualTo(ended.status());
      assertThat(completion.decision()).isEqualTo(ended.decision());
    } else {
      assertThat(page.completions).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("everyRun")
  void shouldTellEachSenderOnceWhatCameOfItsInput(Run run) {
    // given
    Race race = run.race();

    // when
    Page page = decided.ledger().of(run.intent());

    // then
    if (run.way() == Way.EACH_TWICE_IN_ONE_BATCH) {
      assertThat(page.told(run.first())).hasSize(2).first().isEqualTo(race.toldFirst());
      assertThat(page.told(run.second())).hasSize(2).first().isEqualTo(race.toldSecond());
      assertThat(again(page, run.first())).isEqualTo(repetition(race.toldFirst()));
      assertThat(again(page, run.second())).isEqualTo(repetition(race.toldSecond()));
    } else {
      assertThat(page.told(run.first())).containsExactly(race.toldFirst());
      assertThat(page.told(run.second())).containsExactly(race.toldSecond());
    }
  }

  @ParameterizedTest
  @MethodSource("everyRun")
  void shouldLeaveTimersAndTasksInOrder(Run run) {
    // given
    IntentState state = decided.states().get(run.intent().toString()).intent();

    // when
    Map<TimerKind, Long> armed = decided.ledger().of(run.intent()).armed();

    // then
    assertThat(armed).isEqualTo(live(state));
    assertThat(decided.tasks().get(run.intent()).stream().filter(TaskView::isOpen))
        .extracting(TaskView::asked)
        .isEqualTo(asked(state));
  }

  @ParameterizedTest
  @MethodSource("everyRun")
  void shouldComeToTheSameStateByReplay(Run run) {
    // given
    ApprovalState live = repeated.states().get(run.intent().toString());

    // when
    IntentState replayed = decided.ledger().of(run.intent()).replayed();

    // then
    assertThat(live.intent()).isEqualTo(replayed);
    assertThat(rebuilt.states().get(run.intent().toString())).isEqualTo(live);
    assertThat(rebuilt.tasks().get(run.intent())).isEqualTo(repeated.tasks().get(run.intent()));
  }

  @ParameterizedTest
  @MethodSource("everyRun")
  void shouldChangeNothingWhenBothInputsComeAgainAfterARestart(Run run) {
    // given
    Page before = decided.ledger().of(run.intent());

    // when
    Page after = repeated.ledger().of(run.intent());

    // then
    assertThat(after.events).isEqualTo(before.events);
    assertThat(after.completions).isEqualTo(before.completions);
    assertThat(again(after, run.first())).isEqualTo(repetition(run.race().toldFirst()));
    assertThat(again(after, run.second())).isEqualTo(repetition(run.race().toldSecond()));
    assertThat(repeated.states().get(run.intent().toString()))
        .isEqualTo(decided.states().get(run.intent().toString()));
    assertThat(repeated.tasks().get(run.intent())).isEqualTo(decided.tasks().get(run.intent()));
  }

  @ParameterizedTest
  @MethodSource("everyRun")
  void shouldHaveBeenRunAsItsNameSays(Run run) {
    // when
    int written = writes.get(run.intent());

    // then
    assertThat(written).isEqualTo(run.way() == Way.IN_TWO_BATCHES ? 0 : 1);
  }

  /** The code of the last answer to this input. */
  private static String again(Page page, String input) {
    return page.told(input).getLast().split(",")[0];
  }

  /** Who was refused is refused again; what was taken is not taken twice. */
  private static String repetition(String told) {
    return told.equals("taken") ? "DUPLICATE" : told.split(",")[0];
  }

  private static Map<TimerKind, Long> live(IntentState state) {
    Map<TimerKind, Long> live = new EnumMap<>(TimerKind.class);
    if (state instanceof Running running) {
      running.timers().byKind().forEach((kind, timer) -> live.put(kind, timer.generation()));
    }
    return live;
  }

  private static List<List<Assignee>> asked(IntentState state) {
    return state instanceof Running running && running.turn() instanceof StepTurn.AwaitingHuman at
        ? List.of(at.asked())
        : List.of();
  }
}
