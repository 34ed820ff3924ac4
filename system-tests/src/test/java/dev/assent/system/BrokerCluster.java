package dev.assent.system;

import dev.assent.testbackends.FreePorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RetriableException;

/** Three brokers that hold a copy of everything each: any one of them may be gone. */
final class BrokerCluster implements AutoCloseable {

  static final int BROKERS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final List<BrokerNode> nodes = new ArrayList<>();
  private final Admin admin;

  private BrokerCluster(Path folder) {
    int[] controllers = IntStream.range(0, BROKERS).map(i -> FreePorts.next()).toArray();
    String voters =
        IntStream.range(0, BROKERS)
            .mapToObj(i -> (i + 1) + "@127.0.0.1:" + controllers[i])
            .collect(Collectors.joining(","));
    String clusterId = Uuid.randomUuid().toString();
    for (int i = 0; i < BROKERS; i++) {
      Path own = folder.resolve("broker-" + (i + 1));
      nodes.add(BrokerNode.start(own, clusterId, i + 1, controllers[i], voters));
    }
    admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, addresses()));
  }

  static BrokerCluster start(Path folder) {
    BrokerCluster started = new BrokerCluster(folder);
    try {
      started.awaitWhole();
    } catch (AssertionError e) {
      started.close();
      throw e;
    }
    return started;
  }

  /** The value of {@code bootstrap.servers}. */
  String addresses() {
    return nodes.stream().map(BrokerNode::address).collect(Collectors.joining(","));
  }

  /** The lines to all brokers. */
  List<TcpProxy> lines() {
    return nodes.stream().map(BrokerNode::line).toList();
  }

  BrokerNode node(int id) {
    return nodes.get(id - 1);
  }

  /** All brokers are there, and each holds all that it should. */
  void awaitWhole() {
    Eventually.is(
        PATIENCE,
        () -> {
          nodes.forEach(node -> node.jvm().requireAlive());
          return isWhole();
        });
  }

  private boolean isWhole() {
    try {
      return get(admin.describeCluster().nodes()).size() == BROKERS
          && topics().values().stream().allMatch(BrokerCluster::isComplete);
    } catch (IllegalStateException e) {
      if (e.getCause().getCause() instanceof RetriableException) {
        // The broker that was asked has only just come, or has not heard of a topic yet.
        return false;
      }
      throw e;
    }
  }

  private static boolean isComplete(TopicDescription topic) {
    return topic.partitions().stream()
        .allMatch(partition -> partition.isr().size() == partition.replicas().size());
  }

  /** All topics, the brokers' own among them. */
  Map<String, TopicDescription> topics() {
    Set<String> names = get(admin.listTopics(new ListTopicsOptions().listInternal(true)).names());
    return get(admin.describeTopics(names).allTopicNames());
  }

  /** How many copies of this topic must hold an append before it is acknowledged. */
  int minInSync(String topic) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return Integer.parseInt(
        get(admin.describeConfigs(List.of(resource)).values().get(resource))
            .get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG)
            .value());
  }

  /** The broker that leads the controllers. */
  int controller() {
    return get(admin.describeMetadataQuorum().quorumInfo()).leaderId();
  }

  /** The broker that coordinates this group. */
  int coordinatorOfGroup(String group) {
    return get(admin.describeConsumerGroups(List.of(group)).describedGroups().get(group))
        .coordinator()
        .id();
  }

  /** The broker that coordinates the transactions of this id. */
  int coordinatorOfTransactions(String id) {
    return get(admin.describeTransactions(List.of(id)).description(id)).coordinatorId();
  }

  private static <T> T get(KafkaFuture<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
    nodes.forEach(BrokerNode::close);
  }
}
