package dev.assent.approval.process;

import dev.assent.approval.postgres.PostgresStates;
import dev.assent.approval.projection.ApprovalRow;
import dev.assent.contract.id.IntentId;
import dev.assent.eventlog.append.Append;
import dev.assent.eventlog.loop.LoopGroup;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * A log whose decider runs only while it is asked to, so that what it meets, and in which order, is
 * settled before it looks. Time stands still but for what {@link #now} is set to.
 */
final class RaceTrack implements AutoCloseable {

  static final Instant START = Instant.parse("2026-11-22T14:00:00Z");

  final LogFixture log;
  private final Admin admin;
  private final List<IntentId> born = new ArrayList<>();
  volatile Instant now = START;

  /** How often the rows of an intent were written since the decider was started last. */
  private final Map<String, Integer> writes = new ConcurrentHashMap<>();

  RaceTrack(Path folder) {
    log = LogFixture.idle(folder);
    log.view();
    admin = Admin.create(Map.of("bootstrap.servers", log.settings.bootstrapServers()));
  }

  /** An intent in this setting, born, and begun when a decider runs. */
  IntentId bear(Setting setting) {
    IntentId intent = new IntentId(UUID.randomUUID());
    bear(intent, setting);
    return intent;
  }

  void bear(IntentId intent, Setting setting) {
    born.add(intent);
    log.edge.appendAll(Intake.submission(log.settings.topics(), intent, setting.plan())).join();
    for (int i = 0; i < setting.before().size(); i++) {
      send(intent, setting, setting.before().get(i), "before-" + i);
    }
  }

  /** Writes an input to the end of the log. */
  void send(IntentId intent, Setting setting, Move move, String name) {
    log.edge.append(signal(intent, setting, move, name)).join();
  }

  Append signal(IntentId intent, Setting setting, Move move, String name) {
    return log.signal(input(intent, name), intent, move.input().to(intent, setting));
  }

  static String input(IntentId intent, String name) {
    return intent + "-" + name;
  }

  /** Lets a decider, with batches of this size, answer all that stands in the log now. */
  void decide(int maxBatch) {
    writes.clear();
    try (LoopGroup decider = decider("one", maxBatch)) {
      decider.start();
      awaitDecided();
    }
  }

  /** Waits until all that stands in the log now is answered. */
  void awaitDecided() {
    Map<TopicPartition, Long> inputs = ends();
    LogFixture.eventually(() -> isCommitted(inputs) && isBegun());
  }

  LoopGroup decider(String instance, int maxBatch) {
    return decider(instance, maxBatch, () -> now);
  }

  LoopGroup decider(String instance, int maxBatch, InstantSource clock) {
    return log.decider(instance, maxBatch, clock, new Counting());
  }

  /** Gives the view up and lets it come back from the log. */
  void rebuild() {
    log.execute("drop schema approval cascade");
    log.view();
    try (LoopGroup decider = decider("one", 500)) {
      decider.start();
      LogFixture.eventually(decider::isHealthy);
    }
  }

  Ledger ledger() {
    return Ledger.read(log.settings, LogFixture.PARTITIONS);
  }

  Map<String, ApprovalState> states(Collection<IntentId> intents) {
    try (Connection db = log.dataSource().getConnection()) {
      return new PostgresStates().load(db, intents.stream().map(IntentId::toString).toList());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  int writesOf(IntentId intent) {
    return writes.getOrDefault(intent.toString(), 0);
  }

  private boolean isBegun() {
    Map<String, ApprovalState> states = states(born);
    return born.stream()
        .map(intent -> states.get(intent.toString()))
        .allMatch(state -> state != null && state.intent().sequence() > 2);
  }

  /** How far the inputs reach now. */
  private Map<TopicPartition, Long> ends() {
    var last =
        IntStream.range(0, LogFixture.PARTITIONS)
            .mapToObj(p -> new TopicPartition(log.settings.topics().signals(), p))
            .collect(Collectors.toMap(at -> at, at -> OffsetSpec.latest()));
    return ask(() -> admin.listOffsets(last).all().get()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }

  private boolean isCommitted(Map<TopicPartition, Long> ends) {
    var group = log.settings.topics().prefix() + "approval";
    var committed =
        ask(() -> admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get());
    return ends.entrySet().stream()
        .allMatch(
            end -> {
              OffsetAndMetadata at = committed.get(end.getKey());
              return end.getValue() == 0 || at != null && at.offset() >= end.getValue();
            });
  }

  private static <T> T ask(Callable<T> question) {
    try {
      return question.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    admin.close();
    log.close();
  }

  /** The store, seen from outside: a batch writes what it changed once. */
  private final class Counting implements StateStore {

    private final PostgresStates store = new PostgresStates();

    @Override
    public Map<String, ApprovalState> load(Connection db, Collection<String> keys)
        throws SQLException {
      return store.load(db, keys);
    }

    @Override
    public void write(Connection db, Collection<ApprovalState> states, List<ApprovalRow> rows)
        throws SQLException {
      states.forEach(state -> writes.merge(state.key(), 1, Integer::sum));
      store.write(db, states, rows);
    }
  }
}
