package dev.assent.intake.config;

import dev.assent.access.Directory;
import dev.assent.access.Signer;
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
import dev.assent.intake.command.IntakeProcessor;
import dev.assent.intake.command.Rekeying;
import dev.assent.intake.domain.SubmissionParser;
import dev.assent.intake.kafka.Inbox;
import dev.assent.intake.kafka.Seals;
import dev.assent.intake.postgres.IntakeTables;
import dev.assent.intake.query.AgentBells;
import dev.assent.intake.query.Freshness;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;

/** The loops of intake, from the start of the process to its end. */
@Singleton
public class IntakeLoops implements Freshness {

  public static final String SERVICE = "intake";

  private final Services services;
  private final AssentConfig shared;
  private final IntakeConfig config;
  private final KafkaSettings kafka;
  private final Tail tail;
  private final DataSource database;
  private final MeterRegistry meters;
  private final Directory directory;
  private final Signer signer;
  private final AgentBells bells;
  private final InstantSource clock;
  private final ServiceLoops loops = new ServiceLoops();
  private volatile boolean stopping;

  @Inject
  IntakeLoops(
      Services services,
      AssentConfig shared,
      IntakeConfig config,
      KafkaSettings kafka,
      Tail tail,
      DataSource database,
      MeterRegistry meters,
      Directory directory,
      Signer signer,
      AgentBells bells,
      InstantSource clock) {
    this.services = services;
    this.shared = shared;
    this.config = config;
    this.kafka = kafka;
    this.tail = tail;
    this.database = database;
    this.meters = meters;
    this.directory = directory;
    this.signer = signer;
    this.bells = bells;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    if (!services.enabled(SERVICE)) {
      return;
    }
    OpenView view = IntakeView.DEFINITION.openIn(database);
    tail.followAll(bells::saw);
    LoopGroup started =
        LoopGroup.writers(
            new LoopSettings(kafka, SERVICE, List.of(kafka.topics().intents()), config.maxBatch()),
            view,
            new LoopMetrics(meters, SERVICE),
            shared.loops(),
            this::processor);
    loops.start(started, new ReadBarrier(tail, started.progress(), view));
  }

  /** Before the process waits for the answers that are under way. */
  void leave(@Observes ShutdownDelayInitiatedEvent event) {
    stopping = true;
  }

  /** Before the log and the database, which other observers close. */
  void stop(@Observes @Priority(100) ShutdownEvent event) {
    loops.close();
  }

  /** Whether every loop works; a process without this service has nothing to be ill of. */
  public boolean isHealthy() {
    return loops.isHealthy();
  }

  /** Whether the process ends; streams then leave at once. */
  public boolean isStopping() {
    return stopping;
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
  public boolean awaitAll(Duration timeout) {
    return loops.awaitAll(timeout);
  }

  private IntakeProcessor processor() {
    Seals seals = new Seals(signer::sign);
    return new IntakeProcessor(
        kafka.topics(),
        new Inbox(seals),
        new SubmissionParser(directory),
        new IntakeTables(),
        new Rekeying(seals, tail.partitions()),
        clock,
        outcome -> meters.counter("assent.intake.submissions", "outcome", outcome).increment());
  }
}
