package dev.assent.auditor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.auditor.CheckReport;
import dev.assent.auditor.log.Part;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SharedPassesTest {

  private final MadeUpLog log = new MadeUpLog();

  @Test
  void shouldFindTheSameTogetherAsEachAlone() {
    // given
    Tale.approved(log, 1);
    Tale.approved(log, 2);
    Tale.unanswered(log, "unheard");
    log.remove(MadeUpLog.TOPICS.completions(), 1);

    // when
    List<CheckReport> reports = Looked.at(log).all(nothingArmed());

    // then
    assertThat(reports)
        .filteredOn(report -> report.flaws() > 0)
        .extracting(CheckReport::check)
        .containsExactly("answers", "completions");
    assertThat(reports.getFirst().checked()).containsEntry("events", 10L);
  }

  @Test
  void shouldNotTakeForLookedAtWhatBrokeBefore() {
    // given
    Tale.approved(log, 1);
    ArmedTimers broken =
        new ArmedTimers() {
          @Override
          public long position(int partition) {
            throw new IllegalStateException("no view");
          }

          @Override
          public void read(Part part, Consumer<ArmedTimer> to) {}
        };

    // when
    List<CheckReport> reports = Looked.at(log).all(broken);

    // then
    assertThat(reports)
        .filteredOn(report -> "no view".equals(report.broken()))
        .extracting(CheckReport::check)
        .containsExactly("histories", "completions", "timers");
  }

  private static ArmedTimers nothingArmed() {
    return new ArmedTimers() {
      @Override
      public long position(int partition) {
        return Long.MAX_VALUE;
      }

      @Override
      public void read(Part part, Consumer<ArmedTimer> to) {}
    };
  }
}
