package dev.assent.notifier.config;

import dev.assent.access.Directory;
import dev.assent.edge.AssentConfig;
import dev.assent.edge.Services;
import dev.assent.edge.log.ServiceLoops;
import dev.assent.eventlog.ask.LogEdge;
import dev.assent.eventlog.kafka.KafkaSettings;
import dev.assent.eventlog.loop.LoopGroup;
import dev.assent.eventlog.loop.LoopMetrics;
import dev.assent.eventlog.loop.LoopSettings;
import dev.assent.eventlog.postgres.OpenView;
import dev.assent.notifier.kafka.LoggedReceipts;
import dev.assent.notifier.routing.DirectoryAddressBook;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Starts the voice where it is one of the services of this process, and stops it. */
@Singleton
public class NotifierService {

  private static final String NAME = "notifier";
  private static final int MAX_BATCH = 2000;

  /** The part of {@code quarkus.tls.*} that is for the mail server. */
  private static final String MAIL_TLS = "mail";

  private final Services services;
  private final AssentConfig shared;
  private final NotifierConfig config;
  private final KafkaSettings kafka;
  private final LogEdge log;
  private final DataSource database;
  private final Directory directory;
  private final TlsConfigurationRegistry tls;
  private final MeterRegistry meters;
  private final InstantSource clock;
  private final ServiceLoops loops = new ServiceLoops();
  private @Nullable PostOffice office;

  @Inject
  NotifierService(
      Services services,
      AssentConfig shared,
      NotifierConfig config,
      KafkaSettings kafka,
      LogEdge log,
      DataSource database,
      Directory directory,
      TlsConfigurationRegistry tls,
      MeterRegistry meters,
      InstantSource clock) {
    this.services = services;
    this.shared = shared;
    this.config = config;
    this.kafka = kafka;
    this.log = log;
    this.database = database;
    this.directory = directory;
    this.tls = tls;
    this.meters = meters;
    this.clock = clock;
  }

  /** Whether the loops that follow the log live; true where there are none. */
  public boolean followsTheLog() {
    return loops.isHealthy();
  }

  void start(@Observes StartupEvent event) {
    if (!services.enabled(NAME)) {
      return;
    }
    refuseOldKeys();
    OpenView view = NotifierView.DEFINITION.openIn(database);
    PostOffice opened = new PostOffice(config, surroundings());
    LoopGroup projections =
        LoopGroup.projections(
            new LoopSettings(kafka, NAME, List.of(), MAX_BATCH),
            view,
            new LoopMetrics(meters, NAME),
            shared.loops(),
            opened::projection);
    loops.start(projections);
    opened.start();
    office = opened;
  }

  /** Before the log and the database, which are closed with the container. */
  void stop(@Observes @Priority(100) ShutdownEvent event) {
    PostOffice opened = office;
    if (opened != null) {
      opened.close();
    }
    loops.close();
  }

  private PostOffice.Surroundings surroundings() {
    return new PostOffice.Surroundings(
        database,
        new LoggedReceipts(log, kafka.topics().signals()),
        new DirectoryAddressBook(directory),
        this::mailSockets,
        meters,
        clock,
        shared.publicUrl(),
        System.out);
  }

  /** Whoever still has them would get no mail, and not know. */
  private static void refuseOldKeys() {
    if (ConfigProvider.getConfig()
        .getOptionalValue("quarkus.mailer.host", String.class)
        .isPresent()) {
      throw new IllegalArgumentException(
          "Expected assent.notifier.email.host to name the mail server, but quarkus.mailer.host does."
              + " Rename the keys as docs/how-to/send-mail.md says.");
    }
  }

  private SSLSocketFactory mailSockets() {
    TlsConfiguration configured = tls.get(MAIL_TLS).orElse(null);
    if (configured == null) {
      return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }
    try {
      return configured.createSSLContext().getSocketFactory();
    } catch (Exception e) {
      // Whatever it is: it is declared so.
      throw new IllegalArgumentException(
          "Expected quarkus.tls." + MAIL_TLS + ".* to name certificates that can be read.", e);
    }
  }
}
