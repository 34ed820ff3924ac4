package dev.assent.auditor.check;

import static dev.assent.auditor.check.Looked.sentences;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.auditor.CheckReport;
import dev.assent.auditor.log.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TimersTest {

  private static final Instant DUE = Tale.NOON.plus(Duration.ofHours(1));

  private final MadeUpLog log = new MadeUpLog();

  @Test
  void shouldFindNothingWhereAllIsArmed() {
    // given
    Tale waiting = Tale.waiting(log, 1);
    Tale.approved(log, 2);

    // when
    CheckReport report = Looked.at(log).timers(rows(deadline(waiting, DUE)));

    // then
    assertThat(sentences(report)).isEmpty();
    assertThat(report.checked()).containsEntry("waiting intents", 1L).containsEntry("timers", 1L);
  }

  @Test
  void shouldFindAMissingTimer() {
    // given
    Tale waiting = Tale.waiting(log, 1);

    // when
    CheckReport report = Looked.at(log).timers(rows());

    // then
    assertThat(sentences(report))
        .containsExactly(
            "timer.timers, intent %s: expected STEP_DEADLINE of generation 3, due at 2026-11-22T13:00:00Z, but there is none"
                .formatted(waiting.id));
  }

  @Test
  void shouldFindATimerThatIsDueAtAnotherTime() {
    // given
    Tale waiting = Tale.waiting(log, 1);

    // when
    CheckReport report = Looked.at(log).timers(rows(deadline(waiting, DUE.plusSeconds(1))));

    // then
    assertThat(sentences(report)).singleElement().asString().contains("13:00:00Z", "13:00:01Z");
  }

  @Test
  void shouldFindATimerOfAnIntentThatHasEnded() {
    // given
    Tale ended = Tale.approved(log, 1);

    // when
    CheckReport report = Looked.at(log).timers(rows(deadline(ended, DUE)));

    // then
    assertThat(sentences(report)).singleElement().asString().contains("the intent has ended");
  }

  @Test
  void shouldFindATimerOfNobody() {
    // given
    ArmedTimer stray = new ArmedTimer("00000000-0000-8000-0000-000000000009", "REMINDER", 3, DUE);

    // when
    CheckReport report = Looked.at(log).timers(rows(stray));

    // then
    assertThat(sentences(report)).singleElement().asString().contains("holds no such intent");
  }

  @Test
  void shouldJudgeAViewThatIsBehindByWhatItHasSeen() {
    // given
    Tale waiting = Tale.waiting(log, 1);
    long seen = log.end(MadeUpLog.TOPICS.events());
    waiting.decide("approved");

    // when
    CheckReport report = Looked.at(log).timers(rowsAt(seen, deadline(waiting, DUE)));

    // then
    assertThat(sentences(report)).isEmpty();
  }

  private static ArmedTimer deadline(Tale tale, Instant dueAt) {
    return new ArmedTimer(tale.id, "STEP_DEADLINE", 3, dueAt);
  }

  private ArmedTimers rows(ArmedTimer... rows) {
    return rowsAt(log.end(MadeUpLog.TOPICS.events()), rows);
  }

  private static ArmedTimers rowsAt(long position, ArmedTimer... rows) {
    return new ArmedTimers() {
      @Override
      public long position(int partition) {
        return position;
      }

      @Override
      public void read(Part part, Consumer<ArmedTimer> to) {
        List.of(rows).forEach(to);
      }
    };
  }
}
