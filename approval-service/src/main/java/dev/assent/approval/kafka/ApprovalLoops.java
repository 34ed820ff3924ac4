package dev.assent.approval.kafka;

import dev.assent.approval.config.ApprovalConfig;
import dev.assent.approval.config.OfApproval;
import dev.assent.approval.postgres.PostgresStates;
import dev.assent.approval.process.ApprovalMetrics;
import dev.assent.approval.process.ApprovalProcessor;
import dev.assent.approval.query.Freshness;
import dev.assent.contract.id.IntentId;
import dev.assent.edge.AssentConfig;
import dev.assent.edge.Services;
import dev.assent.edge.log.ServiceLoops;
import dev.assent.eventlog.kafka.KafkaSettings;
import dev.assent.eventlog.loop.LoopGroup;
import dev.assent.eventlog.loop.LoopMetrics;
import dev.assent.eventlog.loop.LoopSettings;
import dev.assent.eventlog.postgres.OpenView;
import dev.assent.eventlog.tail.Tail;
import dev.assent.eventlog.view.ReadBarrier;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/** The loops of the decider, from the start of the process to its end. */
@Singleton
public class ApprovalLoops implements Freshness {

  private static final String SERVICE = OfApproval.SERVICE;

  private final Services services;
  private final KafkaSettings kafka;
  private final Tail tail;
  private final DataSource database;
  private final AssentConfig config;
  private final ApprovalConfig approval;
  private final MeterRegistry meters;
  private final InstantSource clock;
  private final ServiceLoops loops = new ServiceLoops();

  @Inject
  ApprovalLoops(
      Services services,
      KafkaSettings kafka,
      Tail tail,
      DataSource database,
      AssentConfig config,
      ApprovalConfig approval,
      MeterRegistry meters,
      InstantSource clock) {
    this.services = services;
    this.kafka = kafka;
    this.tail = tail;
    this.database = database;
    this.config = config;
    this.approval = approval;
    this.meters = meters;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    if (!services.enabled(SERVICE)) {
      return;
    }
    OpenView view = ApprovalView.DEFINITION.openIn(database);
    ApprovalMetrics metrics = new ApprovalMetrics(meters);
    LoopGroup started =
        LoopGroup.writers(
            new LoopSettings(
                kafka, SERVICE, List.of(kafka.topics().signals()), approval.maxBatch()),
            view,
            new LoopMetrics(meters, SERVICE),
            config.loops(),
            () ->
                new ApprovalProcessor(
                    kafka.topics(), tail.partitions(), clock, new PostgresStates(), metrics));
    loops.start(started, new ReadBarrier(tail, started.progress(), view));
  }

  void stop(@Observes ShutdownEvent event) {
    loops.close();
  }

  /** Whether every loop works; a process without this service has nothing to be ill of. */
  public boolean isHealthy() {
    return loops.isHealthy();
  }

  @Override
  public boolean await(IntentId intent, Duration timeout) {
    return loops.await(intent.toString(), timeout);
  }

  @Override
  public boolean awaitEnd(IntentId intent, Duration timeout) {
    return loops.awaitEnd(intent.toString(), timeout);
  }

  @Override
  public boolean awaitThat(IntentId intent, BooleanSupplier shown, Duration timeout) {
    return loops.awaitThat(intent.toString(), shown, timeout);
  }

  @Override
  public boolean awaitEndOfAll(Duration timeout) {
    return loops.awaitEndOfAll(timeout);
  }
}
