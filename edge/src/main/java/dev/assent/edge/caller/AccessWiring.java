package dev.assent.edge.caller;

import dev.assent.access.Access;
import dev.assent.access.Authenticator;
import dev.assent.access.Directory;
import dev.assent.access.Signer;
import dev.assent.edge.AssentConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The configuration folder as beans; a broken one stops the start, with a sentence. */
@Singleton
public class AccessWiring {

  /** Before everything that takes time: a mistyped file should show at once. */
  static final int FIRST = 50;

  @Produces
  @Singleton
  Access access(AssentConfig config) {
    return Access.open(config.configDir());
  }

  @Produces
  @Singleton
  Directory directory(Access access) {
    return access.directory();
  }

  @Produces
  @Singleton
  Authenticator authenticator(Access access) {
    return access.authenticator();
  }

  @Produces
  @Singleton
  Signer signer(Access access) {
    return access.signer();
  }

  void check(@Observes @Priority(FIRST) StartupEvent event, Access access) {
    // Injected is read and checked.
  }
}
