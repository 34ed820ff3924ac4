package dev.assent.eventlog.loop;

import dev.assent.eventlog.append.Append;
import dev.assent.eventlog.append.LogHeaders;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.ask.LogEdge;
import dev.assent.eventlog.checkpoint.Notary;
import dev.assent.eventlog.kafka.Clients;
import dev.assent.eventlog.kafka.KafkaSettings;
import dev.assent.eventlog.kafka.Records;
import dev.assent.eventlog.kafka.TopicPlan;
import dev.assent.eventlog.kafka.TopicSetup;
import dev.assent.eventlog.kafka.Topics;
import dev.assent.eventlog.postgres.OpenView;
import dev.assent.eventlog.postgres.ViewSchema;
import dev.assent.eventlog.tail.Tail;
import dev.assent.testbackends.TestBackends;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.postgresql.ds.PGSimpleDataSource;

/** A broker, a database, and topics of this test's own. */
final class LogFixture implements AutoCloseable {

  static final int PARTITIONS = 3;

  final TestBackends backends;
  final SimpleMeterRegistry notaryMeters = new SimpleMeterRegistry();
  KafkaSettings settings;
  Tail tail;
  LogEdge edge;

  LogFixture(Path folder) {
    backends = TestBackends.start(folder);
    newTopics();
  }

  /** Fresh topics and an empty schema: tests share the broker and nothing else. */
  void newTopics() {
    closeClients();
    Topics topics = new Topics("t" + UUID.randomUUID().toString().substring(0, 8) + ".");
    settings = new KafkaSettings(backends.bootstrapServers(), "one", topics);
    TopicSetup.ensure(settings, TopicPlan.ofPartitions(PARTITIONS));
    tail = new Tail(settings, PARTITIONS);
    tail.start();
    edge = new LogEdge(settings, tail);
    execute("drop schema if exists sums cascade");
    view();
  }

  /** The view that the next loops write; made if it is not there. */
  OpenView view() {
    return ViewSchema.open(dataSource(), "sums", Sums.SCHEMA_SQL);
  }

  /** As another version of the service finds it when it starts. */
  OpenView viewOfAnotherVersion() {
    return ViewSchema.open(dataSource(), "sums", Sums.SCHEMA_SQL + " -- and more");
  }

  PGSimpleDataSource dataSource() {
    return backends.postgres().dataSource();
  }

  LoopGroup writers(Sums sums) {
    return writers(sums, "one", 1);
  }

  LoopGroup writers(Sums sums, String instance, int loops) {
    return writers(sums, view(), instance, loops);
  }

  LoopGroup writers(Sums sums, OpenView view, String instance, int loops) {
    var mine = new KafkaSettings(settings.bootstrapServers(), instance, settings.topics());
    var loop = new LoopSettings(mine, "sums", List.of(settings.topics().signals()), 500);
    return LoopGroup.writers(
        loop, view, new LoopMetrics(new SimpleMeterRegistry(), "sums"), loops, () -> sums);
  }

  LoopGroup notary(Notary notary, Duration every) {
    notaryMeters.clear();
    return LoopGroup.notary(
        new LoopSettings(settings, "notary", List.of(), 500),
        new LoopMetrics(notaryMeters, "notary"),
        notary,
        every);
  }

  /** What retention does to each partition of a topic. */
  void trim(String topic, long start) {
    Map<TopicPartition, RecordsToDelete> cuts = new HashMap<>();
    for (int at = 0; at < PARTITIONS; at++) {
      cuts.put(new TopicPartition(topic, at), RecordsToDelete.beforeOffset(start));
    }
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", settings.bootstrapServers()))) {
      admin.deleteRecords(cuts).all().toCompletionStage().toCompletableFuture().join();
    }
  }

  /** All committed records of a topic, partition by partition. */
  List<LogRecord> read(String topic) {
    List<TopicPartition> all =
        IntStream.range(0, PARTITIONS).mapToObj(at -> new TopicPartition(topic, at)).toList();
    List<LogRecord> found = new ArrayList<>();
    try (var reader = Clients.reader(settings, "test-reader")) {
      reader.assign(all);
      reader.seekToBeginning(all);
      Map<TopicPartition, Long> ends = reader.endOffsets(all);
      while (all.stream().anyMatch(at -> reader.position(at) < ends.get(at))) {
        found.addAll(Records.readAll(reader.poll(Duration.ofMillis(100))));
      }
    }
    found.sort(Comparator.comparing(LogRecord::partition).thenComparing(LogRecord::offset));
    return found;
  }

  CompletableFuture<List<LogRecord>> ask(String key, String text) {
    return edge.ask(input(key, text), Duration.ofSeconds(20));
  }

  /** An input whose answer nobody waits for. */
  void send(String key, String text) {
    edge.append(input(key, text)).join();
  }

  private Append input(String key, String text) {
    return new Append(
        settings.topics().signals(),
        key,
        Map.of(LogHeaders.ID, UUID.randomUUID().toString()),
        text.getBytes(StandardCharsets.UTF_8));
  }

  /** Facts 1, 2, 3 … of a key, each adding 1, as another service writes them. */
  void tell(String key, int count) {
    List<Append> facts = new ArrayList<>();
    for (int sequence = 1; sequence <= count; sequence++) {
      facts.add(
          new Append(
              settings.topics().events(),
              key,
              Map.of("seq", Integer.toString(sequence)),
              "1".getBytes(StandardCharsets.UTF_8)));
    }
    edge.appendAll(facts).join();
  }

  /**
   * What is left of an owner that died between the markers of its last transaction: its inputs are
   * committed, and this fact is written but neither committed nor aborted.
   */
  KafkaProducer<String, byte[]> openTransactionWith(String key, int sequence, String text)
      throws Exception {
    KafkaProducer<String, byte[]> producer = Clients.transactional(settings, "dead");
    producer.initTransactions();
    producer.beginTransaction();
    producer
        .send(
            Records.write(
                new Append(
                    settings.topics().events(),
                    key,
                    Map.of("seq", Integer.toString(sequence)),
                    text.getBytes(StandardCharsets.UTF_8))))
        .get();
    return producer;
  }

  /** The rows of the view as text, in order. */
  List<String> rows() {
    try (Connection connection = backends.postgres().connect();
        var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from sums.sum order by key")) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(
            rows.getString(1)
                + " "
                + rows.getLong(2)
                + " "
                + rows.getLong(3)
                + " "
                + rows.getBoolean(4));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of all keys together. */
  long total() {
    return rows().stream().mapToLong(row -> Long.parseLong(row.split(" ")[2])).sum();
  }

  void execute(String sql) {
    try (Connection connection = backends.postgres().connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static void eventually(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the condition did not come true within 30 s");
      }
      Thread.onSpinWait();
    }
  }

  private void closeClients() {
    if (edge != null) {
      edge.close();
      tail.close();
    }
  }

  @Override
  public void close() {
    closeClients();
    backends.close();
  }
}
