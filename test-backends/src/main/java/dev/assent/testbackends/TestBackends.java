package dev.assent.testbackends;

import dev.assent.backends.Backends;
import dev.assent.backends.BackendsSettings;
import dev.assent.backends.Durability;
import java.nio.file.Path;

/** A broker and a database for one test or one class of tests, both new and empty. */
public final class TestBackends implements AutoCloseable {

  private final String bootstrapServers;
  private final TestPostgres postgres;
  private final Runnable end;

  private TestBackends(String bootstrapServers, TestPostgres postgres, Runnable end) {
    this.bootstrapServers = bootstrapServers;
    this.postgres = postgres;
    this.end = end;
  }

  /**
   * Starts both, of the kind that is chosen, and returns when both can be used.
   *
   * @param folder for the data of embedded ones; containers keep theirs
   */
  public static TestBackends start(Path folder) {
    return switch (BackendsKind.chosen()) {
      case EMBEDDED ->
          of(Backends.start(BackendsSettings.in(folder).withDurability(Durability.PROCESS)));
      case TESTCONTAINERS -> of(ContainerBackends.start());
    };
  }

  private static TestBackends of(Backends embedded) {
    return new TestBackends(
        embedded.bootstrapServers(),
        TestPostgres.of(embedded.postgres(), embedded::close),
        embedded::close);
  }

  private static TestBackends of(ContainerBackends containers) {
    return new TestBackends(
        containers.broker().bootstrapServers(),
        TestPostgres.of(containers.postgres()),
        containers::close);
  }

  /** The value of {@code bootstrap.servers} for Kafka clients. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  public TestPostgres postgres() {
    return postgres;
  }

  /** Stops both; what they kept is gone, or left to whoever deletes the folder. */
  @Override
  public void close() {
    end.run();
  }
}
