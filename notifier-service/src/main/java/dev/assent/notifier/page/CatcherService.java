package dev.assent.notifier.page;

import dev.assent.edge.Services;
import dev.assent.notifier.config.NotifierConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the mail catcher where it is switched on, and stops it. */
@Singleton
public class CatcherService {

  private static final Logger LOG = LoggerFactory.getLogger(CatcherService.class);

  private final Services services;
  private final NotifierConfig.Catcher config;
  private @Nullable CaughtMails mails;
  private @Nullable MailCatcher catcher;

  @Inject
  CatcherService(Services services, NotifierConfig config) {
    this.services = services;
    this.config = config.catcher();
  }

  /** The mails, where the catcher runs. */
  Optional<CaughtMails> mails() {
    return Optional.ofNullable(mails);
  }

  /** Before the loops, whose first mail should find it. */
  void start(@Observes @Priority(1000) StartupEvent event) {
    if (config.enabled() && services.enabled("notifier")) {
      CaughtMails kept = new CaughtMails(InstantSource.system(), config.keep());
      MailCatcher started = new MailCatcher(config.port(), kept);
      mails = kept;
      catcher = started;
      LOG.info(
          "mail catcher listens on 127.0.0.1:{}, its mails are shown at /mails", started.port());
    }
  }

  void stop(@Observes @Priority(5000) ShutdownEvent event) {
    MailCatcher started = catcher;
    if (started != null) {
      started.close();
    }
  }
}
