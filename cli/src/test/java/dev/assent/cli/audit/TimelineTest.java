package dev.assent.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.cli.terminal.Style;
import dev.assent.cli.terminal.Terminal;
import dev.assent.contract.envelope.RecordedEvent;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
  @Test
  void shouldShowWhoDidWhatWhen() {
    // given
    History history = History.of(Events.approved());

    // when
    String shown = shown(history);

    // then
    assertThat(shown)
        .isEqualTo(
            """
            SEQ  TIME (UTC)    WHO       WHAT                 CONTEXT
                 2026-11-23
              1  09:00:00.000  planner   created              planner asks for ops.db.index.v1
              2  09:00:00.000  approval  submitted            agreed, one step: approve
              3  09:00:00.000  approval  human_task_assigned  ada asked: Add an index
              4  09:05:00.000  approval  reminder             reminder 1 to ada
              5  09:06:40.000  ada       decision_recorded    ada: approved, by web, saying "fine"
              6  09:06:40.000  ada       completed            done, decided by ada
            The log is whole: sequences 1 to 6 without a gap, and the rules lead to COMPLETED.
            """);
  }

  @Test
  void shouldSayWhatIsWrongWithABrokenLog() {
    // given
    List<RecordedEvent> events = new ArrayList<>(Events.approved());
    events.remove(1);

    // when
    String shown = shown(History.of(events));

    // then
    assertThat(shown).endsWith("The log is NOT whole.\n  expected sequence 2, but the log has 3\n");
  }

  @Test
  void shouldGiveProgramsEverything() {
    // given
    History history = History.of(Events.approved());

    // when
    var json = Timeline.json(Events.INTENT, history);

    // then
    assertThat(json.path("whole").asBoolean()).isTrue();
    assertThat(json.path("events")).hasSize(6);
    assertThat(json.at("/events/4/event/comment").asText()).isEqualTo("fine");
    assertThat(json.at("/events/4/caused_by").asText()).isEqualTo("cause-5");
  }

  private static String shown(History history) {
    StringWriter out = new StringWriter();
    Timeline.print(
        new Terminal(out, new StringWriter(), new StringReader(""), Style.PLAIN, 100, false),
        history);
    return out.toString();
  }
}
