package dev.assent.approval.kafka;

import dev.assent.approval.config.OfApproval;
import dev.assent.approval.postgres.PostgresStates;
import dev.assent.approval.process.ApprovalMetrics;
import dev.assent.approval.process.ApprovalProcessor;
import dev.assent.eventlog.kafka.Topics;
import dev.assent.eventlog.loop.Rebuild;
import dev.assent.eventlog.view.Projection;
import dev.assent.eventlog.view.ViewDefinition;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.Set;

/** The view of the decider. */
public final class ApprovalView {

  /** When a quarantine began is told by the clock of whoever found the flaw. */
  public static final ViewDefinition DEFINITION =
      new ViewDefinition(OfApproval.SERVICE, ApprovalView.class, Set.of("quarantine.at"));

  private ApprovalView() {}

  /** Writes the rows, and decides nothing. */
  public static Projection rebuild(Topics topics, int partitions) {
    return new Rebuild<>(
        new ApprovalProcessor(
            topics,
            partitions,
            InstantSource.system(),
            new PostgresStates(),
            new ApprovalMetrics(new SimpleMeterRegistry())),
        topics.events());
  }
}
