package dev.assent.intake.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.assent.contract.outcome.RefusalCode;
import dev.assent.eventlog.append.LogRecord;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** An intent that met a fault of ours stops, loudly, and no other does. */
class QuarantineTest {

  private static final String GOOD = "{'intent_type':'ops.db.index.v1','to_agent':'human'}";
  private static final Map<String, String> EVENT =
      Map.of("ce_specversion", "1.0", "ce_id", "build-7", "ce_source", "/pipelines/ci");

  private final Bench bench = new Bench();

  @Test
  void shouldStopAnIntentWhoseHistoryHasAHole() {
    // given
    Bench.Outcome birth = bench.submit(EVENT, GOOD);
    IntakeState state = Objects.requireNonNull(bench.states.get(birth.key()));
    LogRecord hole = bench.moved(birth.appends().getLast());
    hole.headers().put("ce_sequence", "9");

    // when
    Throwable error = catchThrowable(() -> bench.processor.take(state, hole));

    // then
    assertThat(error)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Expected event 3 of the intent, got event 9");
  }

  @Test
  void shouldRefuseAllThatComesForAQuarantinedIntent() {
    // given
    Bench.Outcome birth = bench.submit(EVENT, GOOD);
    IntakeState state = Objects.requireNonNull(bench.states.get(birth.key()));
    LogRecord record = bench.moved(birth.appends().getLast());
    var turn = bench.processor.quarantine(state, record, new IllegalStateException("x"));
    bench.states.put(birth.key(), turn.state());

    // when
    Bench.Outcome next = bench.submit(EVENT, GOOD);

    // then
    assertThat(turn.appends()).hasSize(1);
    assertThat(next.refusal().code()).isEqualTo(RefusalCode.QUARANTINED);
  }
}
