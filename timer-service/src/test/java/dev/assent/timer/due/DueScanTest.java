package dev.assent.timer.due;

import static dev.assent.timer.TimerFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assent.contract.envelope.SignalEnvelope;
import dev.assent.eventlog.view.OwnedPartitions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class DueScanTest {

  private static final Duration REFIRE = Duration.ofSeconds(30);

  private final FakeTimers timers = new FakeTimers();
  private final List<List<SignalEnvelope>> appended = new ArrayList<>();
  private final OwnedPartitions owned = new OwnedPartitions();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Lateness lateness = new Lateness(meters);
  private Instant now = NOON;
  private CompletableFuture<Void> acknowledgement = CompletableFuture.completedFuture(null);
  private final DueScan scan = scan();

  @Test
  void shouldFireWhatIsDueAndNothingElse() throws Exception {
    // given
    owned.add(Set.of(0));
    timers.arm(1, NOON);
    timers.arm(1, NOON.plusNanos(1));

    // when
    Instant again = scan.pass();

    // then
    assertThat(fired()).containsExactly(timers.armed.getFirst().fired(NOON));
    assertThat(again).isEqualTo(NOON.plusNanos(1000));
  }

  @Test
  void shouldGoThroughABacklogInBoundedBatches() throws Exception {
    // given
    owned.add(Set.of(0));
    timers.arm(7, NOON.minusSeconds(3600));

    // when
    scan.pass();

    // then
    assertThat(appended).extracting(List::size).containsExactly(3, 3, 1);
    assertThat(timers.limits.subList(0, 3)).containsOnly(3);
    assertThat(timers.firedAt).hasSize(7);
  }

  @Test
  void shouldNotMarkWhatTheLogDidNotTake() {
    // given
    owned.add(Set.of(0));
    timers.arm(1, NOON);
    acknowledgement = CompletableFuture.failedFuture(new IllegalStateException("broker is gone"));

    // when
    assertThatThrownBy(scan::pass).isInstanceOf(ExecutionException.class);

    // then
    assertThat(timers.firedAt).isEmpty();
  }

  @Test
  void shouldFireOnceAfterARestart() throws Exception {
    // given
    owned.add(Set.of(0));
    timers.arm(1, NOON.minus(Duration.ofHours(5)));

    // when
    scan.pass();
    scan.pass();

    // then
    assertThat(fired()).hasSize(1);
    assertThat(lateness.summary().fired()).isEqualTo(1);
    assertThat(lateness.summary().maxMs()).isEqualTo(Duration.ofHours(5).toMillis());
  }

  @Test
  void shouldFireAgainWhatStillStands() throws Exception {
    // given
    owned.add(Set.of(0));
    timers.arm(1, NOON);
    scan.pass();
    now = NOON.plus(REFIRE);

    // when
    scan.pass();

    // then
    assertThat(fired()).hasSize(2);
    assertThat(fired().get(1).id()).isEqualTo(fired().get(0).id());
    assertThat(lateness.summary().fired()).isEqualTo(1);
  }

  @Test
  void shouldLeaveTheTimersOfOthersAlone() throws Exception {
    // given
    timers.arm(1, NOON);

    // when
    Instant again = scan.pass();

    // then
    assertThat(appended).isEmpty();
    assertThat(again).isEqualTo(NOON.plusSeconds(1));
  }

  @Test
  void shouldSleepNoLongerThanASecond() throws Exception {
    // given
    owned.add(Set.of(0));
    timers.arm(1, NOON.plusSeconds(3600));

    // when
    Instant again = scan.pass();

    // then
    assertThat(again).isEqualTo(NOON.plusSeconds(1));
  }

  @Test
  void shouldCountWhatWaits() throws Exception {
    // given
    owned.add(Set.of(0));
    timers.arm(2, NOON.plusSeconds(3600));

    // when
    scan.pass();

    // then
    assertThat(meters.get("assent.timer.armed").gauge().value()).isEqualTo(2);
    assertThat(meters.get("assent.timer.overdue").gauge().value()).isZero();
  }

  private List<SignalEnvelope> fired() {
    return appended.stream().flatMap(List::stream).toList();
  }

  private DueScan scan() {
    return new DueScan(
        timers,
        signals -> {
          appended.add(signals);
          return acknowledgement;
        },
        owned,
        new Alarm(() -> now),
        () -> now,
        lateness,
        new TimerGauges(meters, timers, owned),
        new DueScan.Settings(3, REFIRE));
  }
}
