package dev.assent.backends;

import java.util.Properties;

/**
 * The configuration of a single combined KRaft node: broker and controller in one process, loopback
 * only.
 */
public final class BrokerProperties {
  private static final String TEN_YEARS_IN_MINUTES = "5256000";

  private BrokerProperties() {}

  static Properties of(BrokerSettings settings, int port, int controllerPort) {
    Properties p = ofSingleNode(settings.internalPartitions());
    node(p, settings, port, controllerPort);
    if (settings.durability() == Durability.DISK) {
      p.put("log.flush.interval.messages", "1");
      // A flush writes the two indexes of a segment, too: those that did not change cost a third.
      p.put("log.index.interval.bytes", "65536");
    }
    return p;
  }

  /** What holds for a single node wherever it runs; nothing in it names a place or a disk. */
  public static Properties ofSingleNode(int internalPartitions) {
    Properties p = new Properties();
    singleCopy(p, internalPartitions);
    quickReturnAfterKill(p);
    smallFootprint(p);
    p.put("auto.create.topics.enable", "false");
    p.put("message.max.bytes", String.valueOf(BrokerSettings.MAX_MESSAGE_BYTES));
    p.put("group.initial.rebalance.delay.ms", "0");
    p.put("offsets.retention.minutes", TEN_YEARS_IN_MINUTES);
    return p;
  }

  private static void node(Properties p, BrokerSettings settings, int port, int controllerPort) {
    p.put("node.id", "1");
    p.put("process.roles", "broker,controller");
    p.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    p.put(
        "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
    p.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    p.put("controller.listener.names", "CONTROLLER");
    p.put("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
    p.put("log.dirs", settings.folder().toString());
  }

  private static void singleCopy(Properties p, int internalPartitions) {
    p.put("default.replication.factor", "1");
    p.put("min.insync.replicas", "1");
    p.put("offsets.topic.replication.factor", "1");
    p.put("offsets.topic.num.partitions", String.valueOf(internalPartitions));
    p.put("transaction.state.log.replication.factor", "1");
    p.put("transaction.state.log.min.isr", "1");
    p.put("transaction.state.log.num.partitions", String.valueOf(internalPartitions));
    // A loop begins its next transaction while the markers of the one before are being written.
    p.put("add.partitions.to.txn.retry.backoff.ms", "1");
    p.put("share.coordinator.state.topic.replication.factor", "1");
    p.put("share.coordinator.state.topic.min.isr", "1");
    p.put("share.coordinator.state.topic.num.partitions", "1");
  }

  /**
   * A node that was killed must wait out its own old registration before it may register again, and
   * readers of committed records wait for transactions that nobody will finish: both waits are kept
   * short.
   */
  private static void quickReturnAfterKill(Properties p) {
    p.put("broker.session.timeout.ms", "2000");
    p.put("broker.heartbeat.interval.ms", "500");
    p.put("controlled.shutdown.enable", "true");
    p.put("transaction.max.timeout.ms", "60000");
    p.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
    p.put("log.segment.bytes", String.valueOf(128 * 1024 * 1024));
  }

  private static void smallFootprint(Properties p) {
    p.put("log.cleaner.dedupe.buffer.size", String.valueOf(4 * 1024 * 1024));
    p.put("num.network.threads", "2");
    p.put("num.io.threads", "4");
    p.put("background.threads", "2");
    p.put("metadata.max.idle.interval.ms", "0"); // no record twice a second on an idle system
  }
}
