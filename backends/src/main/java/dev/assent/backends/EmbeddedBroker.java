package dev.assent.backends;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * Apache Kafka's own broker and controller in this JVM, on 127.0.0.1.
 *
 * <p>{@link #start} returns when clients can write. With {@link Durability#DISK} an acknowledged
 * append is on disk; with either setting it survives a kill of the process. Topics are never made
 * on the side: whoever needs one makes it with the Admin client.
 */
public final class EmbeddedBroker implements AutoCloseable {
  /** Held here, because a logger that nobody holds forgets its level. */
  private static final List<Logger> HUSHED = new ArrayList<>();

  private final KafkaRaftServer server;
  private final int port;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedBroker(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /** Starts without telling anybody about the steps. */
  public static EmbeddedBroker start(BrokerSettings settings) {
    return start(settings, step -> {});
  }

  /**
   * Starts the broker, formatting its folder first if that is new.
   *
   * @param steps is told in words what was done
   * @throws BackendsException when the port is taken or the folder is damaged
   */
  public static EmbeddedBroker start(BrokerSettings settings, Consumer<String> steps) {
    hush();
    long began = System.nanoTime();
    int port = Ports.claim("Kafka", settings.port());
    BrokerStorage.prepare(settings.folder());
    KafkaRaftServer server =
        run(BrokerProperties.of(settings, port, Ports.free()), settings.folder());
    steps.accept("Kafka: ready on 127.0.0.1:%d after %s".formatted(port, Steps.since(began)));
    return new EmbeddedBroker(server, port);
  }

  /** The value of {@code bootstrap.servers} for clients. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  /** Stops cleanly, so that the next start needs no recovery. Does nothing the second time. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      server.shutdown();
      server.awaitShutdown();
    }
  }

  private static KafkaRaftServer run(Properties properties, Path folder) {
    try {
      KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
      try {
        server.startup();
      } catch (RuntimeException e) {
        server.shutdown();
        throw e;
      }
      return server;
    } catch (RuntimeException e) {
      throw new BackendsException(
          "Kafka cannot start in %s: %s".formatted(folder, Steps.sentence(e)), e);
    }
  }

  /** A broker says some 1,700 lines a start at INFO; a level that somebody set on purpose stays. */
  private static synchronized void hush() {
    if (!HUSHED.isEmpty()) {
      return;
    }
    for (String name : List.of("kafka", "org.apache.kafka", "state.change.logger")) {
      Logger logger = Logger.getLogger(name);
      if (logger.getLevel() == null) {
        logger.setLevel(Level.WARNING);
      }
      HUSHED.add(logger);
    }
  }
}
