package dev.assent.testbackends;

import dev.assent.backends.BrokerSettings;
import dev.assent.backends.Durability;
import dev.assent.backends.EmbeddedBroker;
import java.nio.file.Path;

/** A broker without a database, new and empty. */
public record TestBroker(String bootstrapServers, Runnable end) implements AutoCloseable {

  /** Starts one of the kind that is chosen; see {@link TestBackends#start}. */
  public static TestBroker start(Path folder) {
    return switch (BackendsKind.chosen()) {
      case EMBEDDED ->
          of(EmbeddedBroker.start(BrokerSettings.in(folder).withDurability(Durability.PROCESS)));
      case TESTCONTAINERS -> of(BrokerContainer.create());
    };
  }

  private static TestBroker of(EmbeddedBroker embedded) {
    return new TestBroker(embedded.bootstrapServers(), embedded::close);
  }

  private static TestBroker of(BrokerContainer container) {
    container.start();
    return new TestBroker(container.bootstrapServers(), container::close);
  }

  @Override
  public void close() {
    end.run();
  }
}
