package dev.assent.timer.config;

import dev.assent.edge.AssentConfig;
import dev.assent.edge.Services;
import dev.assent.edge.log.ServiceLoops;
import dev.assent.eventlog.ask.LogEdge;
import dev.assent.eventlog.kafka.KafkaSettings;
import dev.assent.eventlog.loop.LoopGroup;
import dev.assent.eventlog.loop.LoopMetrics;
import dev.assent.eventlog.loop.LoopSettings;
import dev.assent.eventlog.postgres.OpenView;
import dev.assent.timer.kafka.LoggedSignals;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Starts the clock where it is one of the services of this process, and stops it. */
@Singleton
public class TimerService {

  private static final String NAME = "timer";
  private static final int MAX_BATCH = 2000;

  private final Services services;
  private final AssentConfig shared;
  private final TimerConfig config;
  private final KafkaSettings kafka;
  private final LogEdge log;
  private final DataSource database;
  private final MeterRegistry meters;
  private final InstantSource clock;
  private final ServiceLoops loops = new ServiceLoops();
  private @Nullable Clockwork clockwork;

  @Inject
  TimerService(
      Services services,
      AssentConfig shared,
      TimerConfig config,
      KafkaSettings kafka,
      LogEdge log,
      DataSource database,
      MeterRegistry meters,
      InstantSource clock) {
    this.services = services;
    this.shared = shared;
    this.config = config;
    this.kafka = kafka;
    this.log = log;
    this.database = database;
    this.meters = meters;
    this.clock = clock;
  }

  /** The clock, if this process runs it. */
  public Optional<Clockwork> clockwork() {
    return Optional.ofNullable(clockwork);
  }

  /** Whether the loops that follow the log live; true where there are none. */
  public boolean followsTheLog() {
    return loops.isHealthy();
  }

  void start(@Observes StartupEvent event) {
    if (!services.enabled(NAME)) {
      return;
    }
    OpenView view = TimerView.DEFINITION.openIn(database);
    Clockwork started =
        new Clockwork(
            database, new LoggedSignals(log, kafka.topics().signals()), meters, clock, config);
    LoopGroup projections =
        LoopGroup.projections(
            new LoopSettings(kafka, NAME, List.of(), MAX_BATCH),
            view,
            new LoopMetrics(meters, NAME),
            shared.loops(),
            started::projection);
    loops.start(projections);
    started.start();
    clockwork = started;
  }

  /** Before the log and the database, which are closed with the container. */
  void stop(@Observes @Priority(100) ShutdownEvent event) {
    Clockwork started = clockwork;
    if (started != null) {
      started.close();
    }
    loops.close();
  }
}
