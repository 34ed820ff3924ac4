package dev.assent.approval.process;

import dev.assent.approval.postgres.PostgresStates;
import dev.assent.approval.postgres.PostgresTasks;
import dev.assent.contract.envelope.SignalEnvelope;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.json.SignalCodec;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.signal.Signal;
import dev.assent.eventlog.append.Append;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.ask.LogEdge;
import dev.assent.eventlog.kafka.KafkaSettings;
import dev.assent.eventlog.kafka.TopicPlan;
import dev.assent.eventlog.kafka.TopicSetup;
import dev.assent.eventlog.kafka.Topics;
import dev.assent.eventlog.loop.LoopGroup;
import dev.assent.eventlog.loop.LoopMetrics;
import dev.assent.eventlog.loop.LoopSettings;
import dev.assent.eventlog.postgres.OpenView;
import dev.assent.eventlog.postgres.ViewSchema;
import dev.assent.eventlog.tail.Tail;
import dev.assent.eventlog.view.ReadBarrier;
import dev.assent.testbackends.TestBackends;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.postgresql.ds.PGSimpleDataSource;

/** A broker, a database, and the decider between them. */
final class LogFixture implements AutoCloseable {

  static final int PARTITIONS = 2;
  private static final Duration LONG = Duration.ofSeconds(20);

  final TestBackends backends;
  final KafkaSettings settings;
  final Tail tail;
  final LogEdge edge;
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  LoopGroup loops;
  private ReadBarrier barrier;

  LogFixture(Path folder) {
    this(folder, PARTITIONS);
    startLoops();
  }

  private LogFixture(Path folder, int partitions) {
    backends = TestBackends.start(folder);
    settings = new KafkaSettings(backends.bootstrapServers(), "one", new Topics("t."));
    TopicSetup.ensure(settings, TopicPlan.ofPartitions(partitions));
    tail = new Tail(settings, partitions);
    tail.start();
    edge = new LogEdge(settings, tail);
  }

  /** A log on which nobody decides yet. */
  static LogFixture idle(Path folder) {
    return new LogFixture(folder, PARTITIONS);
  }

  void startLoops() {
    loops = decider("one", 500, InstantSource.system(), new PostgresStates());
    barrier = new ReadBarrier(tail, loops.progress(), view());
    loops.start();
  }

  /** Made if it is not there. */
  OpenView view() {
    return ViewSchema.open(dataSource(), "approval", PostgresStates.class);
  }

  /** The one loop of an instance, not started. */
  LoopGroup decider(String instance, int maxBatch, InstantSource clock, StateStore store) {
    var mine = new KafkaSettings(settings.bootstrapServers(), instance, settings.topics());
    return LoopGroup.writers(
        new LoopSettings(mine, "approval", List.of(settings.topics().signals()), maxBatch),
        view(),
        new LoopMetrics(meters, "approval"),
        1,
        () ->
            new ApprovalProcessor(
                settings.topics(), PARTITIONS, clock, store, new ApprovalMetrics(meters)));
  }

  PostgresTasks tasks() {
    return new PostgresTasks(dataSource());
  }

  /** Hands in an intent as intake does, with one gate. */
  CompletableFuture<Void> submit(IntentId intent, String title, List<Assignee> approvers) {
    return edge.appendAll(
        Intake.submission(settings.topics(), intent, Intake.task(title, null), approvers));
  }

  CompletableFuture<List<LogRecord>> ask(IntentId intent, Signal signal) {
    return edge.ask(signal(UUID.randomUUID().toString(), intent, signal), LONG);
  }

  Append signal(String id, IntentId intent, Signal signal) {
    SignalEnvelope envelope = new SignalEnvelope(id, intent, Instant.now(), "test", null, signal);
    return append(settings.topics().signals(), SignalCodec.encode(envelope));
  }

  /** After this the view holds what was seen of this intent. */
  void await(IntentId intent) {
    if (!barrier.await(intent.toString(), LONG)) {
      throw new AssertionError("the view did not follow");
    }
  }

  static void eventually(BooleanSupplier condition) {
    long end = System.nanoTime() + LONG.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the condition did not come true within " + LONG);
      }
      Thread.onSpinWait();
    }
  }

  private static Append append(String topic, WireRecord wire) {
    return new Append(topic, wire.key(), wire.headers(), wire.value());
  }

  void execute(String sql) {
    try (Connection connection = backends.postgres().connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  PGSimpleDataSource dataSource() {
    return backends.postgres().dataSource();
  }

  @Override
  public void close() {
    if (loops != null) {
      loops.close();
    }
    edge.close();
    tail.close();
    backends.close();
  }
}
