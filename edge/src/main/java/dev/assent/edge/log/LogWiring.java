package dev.assent.edge.log;

import dev.assent.edge.AssentConfig;
import dev.assent.eventlog.ask.LogEdge;
import dev.assent.eventlog.kafka.KafkaSettings;
import dev.assent.eventlog.kafka.TopicPlan;
import dev.assent.eventlog.kafka.TopicSetup;
import dev.assent.eventlog.kafka.Topics;
import dev.assent.eventlog.tail.Tail;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * The log as beans. Whoever gets the {@link Tail} gets it started, and with the topics made, so the
 * order holds whichever bean comes first. Closed when the container stops, after the loops.
 */
@Singleton
public class LogWiring {

  @Produces
  @Singleton
  Topics topics(AssentConfig config) {
    return new Topics(config.topics().prefix());
  }

  @Produces
  @Singleton
  KafkaSettings kafkaSettings(AssentConfig config, Topics topics) {
    return new KafkaSettings(
        config.kafka().bootstrapServers(),
        config.instanceId().orElseGet(LogWiring::hostName),
        topics);
  }

  @Produces
  @Singleton
  Tail tail(AssentConfig config, KafkaSettings settings) {
    AssentConfig.Topics topics = config.topics();
    int partitions =
        TopicSetup.ensure(
            settings,
            new TopicPlan(
                topics.partitions(),
                topics.replicationFactor().orElse(null),
                topics.minInsyncReplicas().orElse(null)));
    Tail tail = new Tail(settings, partitions);
    tail.start();
    return tail;
  }

  @Produces
  @Singleton
  LogEdge logEdge(KafkaSettings settings, Tail tail) {
    LogEdge edge = new LogEdge(settings, tail);
    edge.warmUp();
    return edge;
  }

  void close(@Disposes Tail tail) {
    tail.close();
  }

  void close(@Disposes LogEdge edge) {
    edge.close();
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      throw new IllegalStateException(
          "Expected a host name to tell this instance by, but the system has none. Set"
              + " assent.instance-id.",
          e);
    }
  }
}
