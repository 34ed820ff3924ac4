package dev.assent.approval.notary;

import dev.assent.access.AuditKeys;
import dev.assent.approval.config.ApprovalConfig;
import dev.assent.approval.config.OfApproval;
import dev.assent.edge.AssentConfig;
import dev.assent.edge.Services;
import dev.assent.edge.log.LogStart;
import dev.assent.edge.log.ServiceLoops;
import dev.assent.eventlog.kafka.KafkaSettings;
import dev.assent.eventlog.loop.LoopGroup;
import dev.assent.eventlog.loop.LoopMetrics;
import dev.assent.eventlog.loop.LoopSettings;
import dev.assent.eventlog.tail.Tail;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/**
 * The loop that signs checkpoints, from the start of the process to its end. It is no part of being
 * ready: decisions go on while it has a fault, which the log and {@code assent.loop.restarts} tell.
 */
@Singleton
public class NotaryLoop {

  private static final String NAME = "notary";

  private final Services services;
  private final KafkaSettings kafka;
  private final AssentConfig config;
  private final ApprovalConfig approval;
  private final MeterRegistry meters;
  private final InstantSource clock;
  private final ServiceLoops loops = new ServiceLoops();

  @Inject
  NotaryLoop(
      Services services,
      KafkaSettings kafka,
      AssentConfig config,
      ApprovalConfig approval,
      MeterRegistry meters,
      InstantSource clock) {
    this.services = services;
    this.kafka = kafka;
    this.config = config;
    this.approval = approval;
    this.meters = meters;
    this.clock = clock;
  }

  /**
   * Starts it.
   *
   * @param tail made with the topics, which must be there first
   */
  void start(@Observes StartupEvent event, Tail tail) {
    if (!services.enabled(OfApproval.SERVICE)) {
      return;
    }
    AuditKeys keys = AuditKeys.open(config.configDir());
    loops.start(
        LoopGroup.notary(
            new LoopSettings(kafka, NAME, List.of(), approval.maxBatch()),
            new LoopMetrics(meters, NAME),
            new SignedCheckpoints(kafka.topics(), keys, clock),
            approval.checkpointEvery()));
  }

  /** After the loops that append: so that nothing of theirs is left unsigned. */
  void stop(@Observes @Priority(LogStart.AFTER_LOOPS) ShutdownEvent event) {
    loops.close();
  }
}
