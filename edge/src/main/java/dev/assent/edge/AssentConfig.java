package dev.assent.edge;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The keys that all services share. Each service has its own besides, under its name. */
@ConfigMapping(prefix = "assent")
public interface AssentConfig {

  /** The services that this process runs. */
  @WithDefault("intake,approval,timer,notifier")
  List<String> services();

  /** The folder of people.json, agents.json and session.key. */
  Path configDir();

  /** Where people's browsers reach this; links in notices begin with it. */
  @WithDefault("http://localhost:8300")
  URI publicUrl();

  Kafka kafka();

  Topics topics();

  /** Threads that each writer and projection of this process gets; more than partitions idle. */
  @WithDefault("1")
  int loops();

  /** Tells instances of one service apart, and must stay the same over a restart. Default: host. */
  Optional<String> instanceId();

  /** How long an edge waits for what came of an input before it answers 503. */
  @WithDefault("PT5S")
  Duration answerTimeout();

  Limits limits();

  /** The broker. */
  interface Kafka {

    /** Such as {@code localhost:29092}. */
    String bootstrapServers();
  }

  /**
   * What one process takes on at once over HTTP; beyond it, it answers 429. So much that the log
   * can answer all of it in time: what is answered too late is sent once more, and that on top.
   */
  interface Limits {

    /** Requests that are not answered yet, streams aside. */
    @WithDefault("500")
    int requests();

    /** The bodies of these requests together. */
    @WithDefault("8M")
    MemorySize bodies();

    /** Streams that are open. */
    @WithDefault("10000")
    int streams();
  }

  /** The topics of the log. */
  interface Topics {

    @WithDefault("assent.")
    String prefix();

    /** Used when the topics are made; fixed from then on. */
    @WithDefault("12")
    int partitions();

    /** Copies of each partition, used when the topics are made. Default: that of the brokers. */
    Optional<Short> replicationFactor();

    /**
     * Copies that must hold an append before it is acknowledged, used when the topics are made.
     * Default: 2 if the replication factor is named and at least 3, else that of the brokers.
     */
    Optional<Integer> minInsyncReplicas();
  }
}
