package dev.assent.testbackends;

import dev.assent.backends.BrokerProperties;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** A broker with the settings of the embedded one, as far as they do not name a place. */
final class BrokerContainer extends LastingContainer {

  private static final int INNER_PORT = 9092;
  private static final int MILLIS = (int) PATIENCE.toMillis();

  private BrokerContainer() {
    super(Docker.image(Docker.Images.KAFKA), INNER_PORT);
    Properties node = BrokerProperties.ofSingleNode(1);
    node.put("node.id", "1");
    node.put("process.roles", "broker,controller");
    node.put("controller.quorum.voters", "1@localhost:9093");
    node.put("controller.listener.names", "CONTROLLER");
    // Its parts speak to each other over the network too, and from inside the port outside is not
    // there: without a listener of their own, no offset is ever committed in a transaction.
    node.put(
        "listeners", "CLIENTS://:" + INNER_PORT + ",PARTS://localhost:9094,CONTROLLER://:9093");
    node.put("advertised.listeners", "CLIENTS://" + bootstrapServers() + ",PARTS://localhost:9094");
    node.put("inter.broker.listener.name", "PARTS");
    node.put(
        "listener.security.protocol.map", "CONTROLLER:PLAINTEXT,CLIENTS:PLAINTEXT,PARTS:PLAINTEXT");
    withEnv(KafkaImage.variables(node));
  }

  static BrokerContainer create() {
    return new BrokerContainer();
  }

  String bootstrapServers() {
    return Docker.host() + ":" + port();
  }

  @Override
  void awaitReady() {
    Map<String, Object> patient =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers(),
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            MILLIS,
            AdminClientConfig.RETRIES_CONFIG,
            Integer.MAX_VALUE);
    try (Admin admin = Admin.create(patient)) {
      admin.describeCluster().controller().get(MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw notReady("a broker", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notReady("a broker", e);
    }
  }
}
