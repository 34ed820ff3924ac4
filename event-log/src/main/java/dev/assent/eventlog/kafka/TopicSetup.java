package dev.assent.eventlog.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/** Makes the topics that are missing, and checks those that are there. */
public final class TopicSetup {

  private static final long FOR_EVER = -1;
  private static final long WEEK = Duration.ofDays(7).toMillis();
  private static final long MONTH = Duration.ofDays(30).toMillis();
  private static final int SECONDS = 30;

  private TopicSetup() {}

  /**
   * All topics exist with one number of partitions: partition i of each belongs to one owner.
   *
   * @param plan for topics that are made now; existing ones stay as they are
   * @return the number of partitions in force
   * @throws IllegalStateException with what to do, if the topics disagree, the broker is away or
   *     there are too few for the copies that are wished for
   */
  public static int ensure(KafkaSettings settings, TopicPlan plan) {
    Map<String, Object> config = new HashMap<>();
    config.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    config.put(AdminClientConfig.CLIENT_ID_CONFIG, settings.instanceId() + "-setup");
    try (Admin admin = Admin.create(config)) {
      Set<String> existing = admin.listTopics().names().get(SECONDS, TimeUnit.SECONDS);
      Integer inForce = agreedPartitions(admin, settings.topics(), existing);
      int count = inForce == null ? plan.partitions() : inForce;
      create(admin, missing(settings.topics(), existing, count, plan));
      return count;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof InvalidReplicationFactorException
          ? tooFewBrokers(plan, e)
          : unreachable(settings, e);
    } catch (TimeoutException e) {
      throw unreachable(settings, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(settings, e);
    }
  }

  private static @Nullable Integer agreedPartitions(
      Admin admin, Topics topics, Set<String> existing)
      throws ExecutionException, InterruptedException, TimeoutException {
    List<String> ours = topics.all().stream().filter(existing::contains).toList();
    Map<String, TopicDescription> found =
        admin.describeTopics(ours).allTopicNames().get(SECONDS, TimeUnit.SECONDS);
    Map<String, Integer> counts = new HashMap<>();
    found.forEach((name, topic) -> counts.put(name, topic.partitions().size()));
    if (Set.copyOf(counts.values()).size() > 1) {
      throw new IllegalStateException(
          "Expected the same number of partitions on every topic, but found "
              + counts
              + "; make them equal (kafka-topics --alter), or choose another assent.topics.prefix");
    }
    return counts.values().stream().findFirst().orElse(null);
  }

  private static List<NewTopic> missing(
      Topics topics, Set<String> existing, int partitions, TopicPlan plan) {
    List<NewTopic> missing = new ArrayList<>();
    for (String name : topics.all()) {
      if (!existing.contains(name)) {
        Map<String, String> config = new HashMap<>();
        config.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention(topics, name)));
        if (plan.minInSync() != null) {
          config.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, plan.minInSync().toString());
        }
        missing.add(
            new NewTopic(name, Optional.of(partitions), Optional.ofNullable(plan.replicas()))
                .configs(config));
      }
    }
    return missing;
  }

  private static long retention(Topics topics, String name) {
    if (name.equals(topics.events()) || name.equals(topics.checkpoints())) {
      return FOR_EVER;
    }
    return name.equals(topics.intents()) || name.equals(topics.signals()) ? WEEK : MONTH;
  }

  private static void create(Admin admin, List<NewTopic> topics)
      throws ExecutionException, InterruptedException, TimeoutException {
    for (var made : admin.createTopics(topics).values().values()) {
      try {
        made.get(SECONDS, TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        // Two instances start at once: the other made it.
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
    }
  }

  private static IllegalStateException tooFewBrokers(TopicPlan plan, ExecutionException cause) {
    return new IllegalStateException(
        "Expected a broker for each copy of a topic (assent.topics.replication-factor="
            + plan.replicas()
            + "), but making the topics failed: "
            + cause.getMessage()
            + "; start all brokers, or wish for fewer copies",
        cause);
  }

  private static IllegalStateException unreachable(KafkaSettings settings, Throwable cause) {
    return new IllegalStateException(
        "Expected a Kafka broker at "
            + settings.bootstrapServers()
            + ", but asking it for the topics failed: "
            + cause.getMessage()
            + "; check that it runs and that assent.kafka.bootstrap-servers is right",
        cause);
  }
}
