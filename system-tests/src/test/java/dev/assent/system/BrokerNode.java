package dev.assent.system;

import dev.assent.testbackends.FreePorts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * One of several brokers, in a JVM of its own: Apache Kafka as it comes, broker and controller. Its
 * clients come over a line that can break.
 */
final class BrokerNode implements AutoCloseable {

  /** The part of the configuration that {@code docs/how-to/run-two-instances.md} tells to set. */
  private static final String FOR_ASSENT =
      """
      default.replication.factor=3
      min.insync.replicas=2
      offsets.topic.replication.factor=3
      transaction.state.log.replication.factor=3
      transaction.state.log.min.isr=2
      auto.create.topics.enable=false
      broker.session.timeout.ms=3000
      broker.heartbeat.interval.ms=1000
      transaction.abort.timed.out.transaction.cleanup.interval.ms=1000
      """;

  /** Three brokers start and die on the cores that also run all the rest. */
  private static final String SMALL =
      """
      offsets.topic.num.partitions=6
      transaction.state.log.num.partitions=6
      share.coordinator.state.topic.num.partitions=1
      log.cleaner.dedupe.buffer.size=4194304
      num.network.threads=2
      num.io.threads=4
      background.threads=2
      """;

  private static final String QUIET_LOG =
      """
      handlers=java.util.logging.ConsoleHandler
      .level=WARNING
      """;

  private final Path folder;
  private final int id;
  private final TcpProxy line;
  private Jvm jvm;

  private BrokerNode(Path folder, int id, TcpProxy line) {
    this.folder = folder;
    this.id = id;
    this.line = line;
    this.jvm = launch();
  }

  /**
   * Formats its folder and starts it.
   *
   * @param voters the controllers of all, as {@code id@host:port}
   */
  static BrokerNode start(
      Path folder, String clusterId, int id, int controllerPort, String voters) {
    TcpProxy line = new TcpProxy();
    int clients = FreePorts.next();
    int brokers = FreePorts.next();
    line.leadTo(clients);
    try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream())) {
      Path data = Files.createDirectories(folder.resolve("data"));
      new Formatter()
          .setPrintStream(silent)
          .setNodeId(id)
          .setClusterId(clusterId)
          .addDirectory(data.toString())
          .setControllerListenerName("CONTROLLER")
          .setMetadataLogDirectory(data.toString())
          .run();
      String itself =
          """
          node.id=%d
          process.roles=broker,controller
          controller.quorum.voters=%s
          listeners=CLIENTS://127.0.0.1:%d,BROKERS://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d
          advertised.listeners=CLIENTS://127.0.0.1:%d,BROKERS://127.0.0.1:%d
          inter.broker.listener.name=BROKERS
          controller.listener.names=CONTROLLER
          listener.security.protocol.map=\
            CONTROLLER:PLAINTEXT,BROKERS:PLAINTEXT,CLIENTS:PLAINTEXT
          log.dirs=%s
          """
              .formatted(id, voters, clients, brokers, controllerPort, line.port(), brokers, data);
      Files.writeString(properties(folder), itself + FOR_ASSENT + SMALL);
      Files.writeString(logging(folder), QUIET_LOG);
    } catch (Exception e) {
      throw e instanceof IOException io
          ? new UncheckedIOException(io)
          : new IllegalStateException("the folder of broker " + id + " cannot be formatted", e);
    }
    return new BrokerNode(folder, id, line);
  }

  private static Path properties(Path folder) {
    return folder.resolve("server.properties");
  }

  private static Path logging(Path folder) {
    return folder.resolve("logging.properties");
  }

  private Jvm launch() {
    Path module = Installation.ROOT.resolve("backends/target");
    return Jvm.start(
        folder.resolve("broker.log"),
        Map.of(),
        List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.util.logging.config.file=" + logging(folder),
            "-cp",
            module.resolve("lib") + "/*",
            "kafka.Kafka",
            properties(folder).toString()));
  }

  int id() {
    return id;
  }

  String address() {
    return "127.0.0.1:" + line.port();
  }

  /** Over which its clients come: Assent, the tests, and no broker. */
  TcpProxy line() {
    return line;
  }

  Jvm jvm() {
    return jvm;
  }

  void startAgain() {
    jvm = launch();
  }

  @Override
  public void close() {
    jvm.kill();
    line.close();
  }
}
