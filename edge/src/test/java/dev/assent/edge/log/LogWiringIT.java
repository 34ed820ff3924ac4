package dev.assent.edge.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assent.edge.AssentConfig;
import dev.assent.eventlog.append.Append;
import dev.assent.eventlog.append.LogHeaders;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.ask.AnswerTimeoutException;
import dev.assent.eventlog.ask.LogEdge;
import dev.assent.eventlog.kafka.KafkaSettings;
import dev.assent.eventlog.tail.Tail;
import dev.assent.testbackends.TestBroker;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogWiringIT {

  @TempDir static Path folder;
  private static TestBroker broker;

  private final LogWiring wiring = new LogWiring();
  private KafkaSettings settings;
  private Tail tail;
  private LogEdge edge;

  @BeforeAll
  static void startBroker() {
    broker = TestBroker.start(folder);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void wire() {
    AssentConfig config = config(broker.bootstrapServers());
    settings = wiring.kafkaSettings(config, wiring.topics(config));
    tail = wiring.tail(config, settings);
    edge = wiring.logEdge(settings, tail);
  }

  @AfterEach
  void close() {
    wiring.close(edge);
    wiring.close(tail);
  }

  @Test
  void shouldHandOutATailThatSeesTheNextFactAtOnce() throws Exception {
    // given
    CompletableFuture<LogRecord> seen = new CompletableFuture<>();
    try (AutoCloseable following = tail.follow("key-1", seen::complete)) {

      // when
      edge.append(record(settings.topics().events(), "key-1", "e1")).get(10, TimeUnit.SECONDS);

      // then
      assertThat(seen.get(10, TimeUnit.SECONDS).header(LogHeaders.ID)).isEqualTo("e1");
      assertThat(following).isNotNull();
    }
    assertThat(tail.partitions()).isEqualTo(3);
  }

  @Test
  void shouldFailAnInputThatNobodyAnswersWhenItsTimeIsUp() {
    // given
    Append input = record(settings.topics().signals(), "key-2", "s1");

    // then
    assertThatThrownBy(() -> edge.ask(input, Duration.ofMillis(300)).get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(AnswerTimeoutException.class);
  }

  @Test
  void shouldStopInSecondsEvenWhenTheBrokerIsGone(@TempDir Path another) throws Exception {
    // given: a tail, and an edge that knows the topics and holds a record it cannot deliver
    TestBroker doomed = TestBroker.start(another);
    AssentConfig config = config(doomed.bootstrapServers());
    KafkaSettings its = wiring.kafkaSettings(config, wiring.topics(config));
    Tail itsTail = wiring.tail(config, its);
    LogEdge itsEdge = wiring.logEdge(its, itsTail);
    itsEdge.append(record(its.topics().signals(), "k", "s1")).get(10, TimeUnit.SECONDS);
    doomed.close();
    CompletableFuture<Void> held = itsEdge.append(record(its.topics().signals(), "k", "s2"));
    long before = System.nanoTime();

    // when
    wiring.close(itsEdge);
    wiring.close(itsTail);

    // then
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(7));
    assertThat(held).failsWithin(Duration.ofSeconds(1));
  }

  @Test
  void shouldSayThatThereAreTooFewBrokersForTheCopiesThatAreWishedFor() {
    // given
    AssentConfig config =
        config(
            broker.bootstrapServers(),
            Map.of("assent.topics.prefix", "three.", "assent.topics.replication-factor", "3"));
    KafkaSettings its = wiring.kafkaSettings(config, wiring.topics(config));

    // then
    assertThatThrownBy(() -> wiring.tail(config, its))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("assent.topics.replication-factor=3")
        .hasMessageContaining("start all brokers");
  }

  @Test
  void shouldNameTheHostWhenNobodyNamedTheInstance() {
    // then
    assertThat(settings.instanceId()).isNotBlank();
    assertThat(settings.topics().events()).isEqualTo("wired.events");
  }

  private static Append record(String topic, String key, String id) {
    return new Append(topic, key, Map.of(LogHeaders.ID, id), "{}".getBytes(StandardCharsets.UTF_8));
  }

  private static AssentConfig config(String bootstrapServers) {
    return config(bootstrapServers, Map.of("assent.topics.prefix", "wired."));
  }

  private static AssentConfig config(String bootstrapServers, Map<String, String> more) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(AssentConfig.class)
        .withDefaultValue("assent.config-dir", "unused")
        .withDefaultValue("assent.kafka.bootstrap-servers", bootstrapServers)
        .withDefaultValue("assent.topics.partitions", "3")
        .withDefaultValues(more)
        .build()
        .getConfigMapping(AssentConfig.class);
  }
}
