package dev.assent.timer.due;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.envelope.SignalEnvelope;
import dev.assent.contract.signal.Signal.TimerFired;
import dev.assent.eventlog.view.OwnedPartitions;
import dev.assent.timer.TestDatabase;
import dev.assent.timer.postgres.PostgresTimers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DueScanIT {

  private static final int DUE = 3000;
  private static final Set<Integer> PARTITIONS = Set.of(0, 1, 2, 3);

  @TempDir static Path folder;

  private final InstantSource clock = InstantSource.system();
  private final ConcurrentLinkedQueue<SignalEnvelope> appended = new ConcurrentLinkedQueue<>();
  private final CountDownLatch allFired = new CountDownLatch(DUE);

  @Test
  void shouldFireAWindowOfManyTimersOnceEachAndNoneEarly() throws Exception {
    try (TestDatabase database = new TestDatabase(folder)) {
      // given
      database.makeAnew();
      database.execute(
          """
          insert into timer.timers
          select gen_random_uuid(), 'REMINDER', mod(i, 4), 2, now() + interval '1 hour'
          from generate_series(1, 20000) as i
          union all
          select gen_random_uuid(), 'ESCALATION', mod(i, 4), 3, now() + i * interval '500 microseconds'
          from generate_series(1, %d) as i"""
              .formatted(DUE));
      Lateness lateness = new Lateness(new SimpleMeterRegistry());
      DueScan scan = scan(database, lateness);
      Thread thread = Thread.ofPlatform().start(scan);

      // when
      boolean complete = allFired.await(60, TimeUnit.SECONDS);
      scan.stop();
      thread.join();

      // then
      assertThat(complete).isTrue();
      assertThat(appended).hasSize(DUE);
      assertThat(appended.stream().map(SignalEnvelope::id).distinct()).hasSize(DUE);
      assertThat(appended)
          .allSatisfy(signal -> assertThat(dueAt(signal)).isBeforeOrEqualTo(signal.time()));
      assertThat(database.rows("select count(*) from timer.timers where fired_at is null"))
          .containsExactly("20000");
      assertThat(lateness.summary().fired()).isEqualTo(DUE);
    }
  }

  private static Instant dueAt(SignalEnvelope signal) {
    return ((TimerFired) signal.signal()).dueAt();
  }

  private DueScan scan(TestDatabase database, Lateness lateness) {
    PostgresTimers timers = new PostgresTimers(database.source());
    OwnedPartitions owned = new OwnedPartitions();
    owned.add(PARTITIONS);
    return new DueScan(
        timers,
        this::append,
        owned,
        new Alarm(clock),
        clock,
        lateness,
        new TimerGauges(new SimpleMeterRegistry(), timers, owned),
        new DueScan.Settings(1000, Duration.ofSeconds(30)));
  }

  private CompletableFuture<Void> append(List<SignalEnvelope> signals) {
    appended.addAll(signals);
    signals.forEach(signal -> allFired.countDown());
    return CompletableFuture.completedFuture(null);
  }
}
