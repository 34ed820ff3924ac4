package dev.assent.eventlog.loop;

import static dev.assent.eventlog.loop.Step.DECIDED;
import static dev.assent.eventlog.loop.Step.LOADED;
import static dev.assent.eventlog.loop.Step.POLLED;
import static dev.assent.eventlog.loop.Step.RECOVERED;
import static dev.assent.eventlog.loop.Step.VIEW_COMMITTED;
import static dev.assent.eventlog.loop.Step.VIEW_WRITTEN;

import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.kafka.Clients;
import dev.assent.eventlog.kafka.Records;
import dev.assent.eventlog.postgres.LoopConnection;
import dev.assent.eventlog.postgres.OpenView;
import dev.assent.eventlog.postgres.Positions;
import dev.assent.eventlog.view.ViewProgress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * One life of a writer loop: one consumer, one producer, one thread.
 *
 * <p>Again and again: poll; load the states that the batch names, once; decide in order; append the
 * events and commit the inputs in one Kafka transaction; write the view and the position in one
 * database transaction. Any fault ends this life: the next one starts from what is committed, and a
 * crash between the two commits is healed by recovery. See {@code docs/decisions}.
 */
final class WriterLoop<S, R> implements Life {

  private static final Duration POLL = Duration.ofMillis(200);

  private final LoopSettings settings;
  private final String member;
  private final Processor<S, R> processor;
  private final ViewProgress progress;
  private final LoopMetrics metrics;
  private final StepObserver observer;
  private final LoopConnection database;
  private final Positions positions;
  private final Recovery<S, R> recovery;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Membership membership;
  private final LogTransactions log;
  private final EarlyInputs early;
  private final String events;
  private final Set<Integer> toRecover = new TreeSet<>();
  private boolean joined;
  private final Map<Integer, Long> unsaved = new HashMap<>();

  WriterLoop(
      LoopSettings settings,
      int index,
      Processor<S, R> processor,
      OpenView view,
      ViewProgress progress,
      LoopMetrics metrics,
      StepObserver observer) {
    this.settings = settings;
    this.member = settings.member(index);
    this.processor = processor;
    this.progress = progress;
    this.metrics = metrics;
    this.observer = observer;
    this.database = new LoopConnection(view.database());
    this.positions = new Positions(view);
    this.recovery = new Recovery<>(settings, processor, database, positions);
    this.events = settings.kafka().topics().events();
    this.consumer = Clients.owner(settings.kafka(), settings.group(), member, settings.maxBatch());
    this.membership = new Membership(consumer);
    this.log =
        new LogTransactions(Clients.transactional(settings.kafka(), member), events, this::did);
    this.early = new EarlyInputs(consumer, events);
  }

  /** Ends what an earlier life left open, then joins the owners. */
  @Override
  public void open() throws SQLException {
    database.read(db -> positions.read(db, 0));
    log.open();
    List<String> topics = new ArrayList<>(settings.inputs());
    topics.add(events);
    consumer.subscribe(topics, new Assignment());
  }

  /** One round: returns after a poll and, if it brought records, their two commits. */
  @Override
  public void turn() throws SQLException {
    early.release();
    ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
    recoverNewlyOwned();
    if (polled.isEmpty()) {
      savePositions();
    } else {
      handle(polled);
    }
  }

  private void recoverNewlyOwned() throws SQLException {
    if (toRecover.isEmpty()) {
      return;
    }
    Set<Integer> partitions = Set.copyOf(toRecover);
    // Asking for stable committed offsets first waits for the last transaction of the owner before.
    Set<TopicPartition> inputs = new HashSet<>(consumer.assignment());
    consumer.committed(inputs, Duration.ofSeconds(30));
    Map<Integer, Long> reached = recovery.recover(partitions, member);
    progress.reached(reached);
    // Other processes ask the database, and the log may end with what nobody ever polls: a marker.
    unsaved.putAll(reached);
    toRecover.removeAll(partitions);
    did(RECOVERED);
  }

  private void handle(ConsumerRecords<String, byte[]> polled) throws SQLException {
    long start = System.nanoTime();
    did(POLLED);
    List<LogRecord> facts = new ArrayList<>();
    List<LogRecord> polledInputs = new ArrayList<>();
    sort(polled, facts, polledInputs);
    Map<String, S> loaded = load(facts, polledInputs);
    did(LOADED);
    Batch<S, R> batch = new Batch<>(processor, events, loaded);
    // Facts before inputs: an input never overtakes the fact that its sender had seen.
    batch.take(facts);
    List<LogRecord> inputs = early.hold(polledInputs, batch::isEarly);
    batch.take(inputs);
    did(DECIDED);
    if (!inputs.isEmpty() || !batch.appends().isEmpty()) {
      log.append(batch.appends(), consumer);
    }
    polled
        .nextOffsets()
        .forEach(
            (at, next) -> {
              if (at.topic().equals(events)) {
                unsaved.merge(at.partition(), next.offset(), Math::max);
              }
            });
    if (batch.hasViewChanges()) {
      database.transaction(
          db -> {
            processor.write(db, batch.changed(), batch.rows());
            positions.advance(db, unsaved);
            did(VIEW_WRITTEN);
            return batch;
          });
      did(VIEW_COMMITTED);
      progress.reached(unsaved);
      unsaved.clear();
    } else {
      progress.reached(unsaved);
    }
    metrics.batch(facts.size() + inputs.size(), batch.appends().size(), System.nanoTime() - start);
  }

  /** What was read apart by what it is; facts of our own need no second look. */
  private void sort(
      ConsumerRecords<String, byte[]> polled, List<LogRecord> facts, List<LogRecord> inputs) {
    polled.forEach(
        record -> {
          if (!record.topic().equals(events)) {
            inputs.add(Records.read(record));
          } else if (!log.wrote(record.partition(), record.offset())) {
            facts.add(Records.read(record));
          }
        });
  }

  private Map<String, S> load(List<LogRecord> facts, List<LogRecord> inputs) throws SQLException {
    Set<String> keys =
        Stream.concat(facts.stream(), inputs.stream())
            .map(processor::keyOf)
            .collect(Collectors.toSet());
    return keys.isEmpty() ? Map.of() : database.read(db -> load(db, keys));
  }

  private Map<String, S> load(Connection db, Set<String> keys) throws SQLException {
    Map<String, S> loaded = processor.load(db, keys);
    // Asked afterwards: from a view that was made anew meanwhile, nothing may be decided.
    positions.requireSameView(db);
    return loaded;
  }

  /** Positions that moved without a view change are stored when there is nothing else to do. */
  private void savePositions() throws SQLException {
    if (!unsaved.isEmpty()) {
      database.transaction(
          db -> {
            positions.advance(db, unsaved);
            return unsaved;
          });
      unsaved.clear();
    }
  }

  private void did(Step step) {
    observer.did(settings.name(), step);
  }

  /** Whether this member knows its partitions and all of them are recovered. */
  @Override
  public boolean isRecovered() {
    return joined && toRecover.isEmpty();
  }

  @Override
  public void stop() {
    membership.giveUp();
  }

  @Override
  public void close() {
    // An open transaction is aborted here, or by the next life's initTransactions.
    log.close();
    membership.close();
    database.close();
  }

  private final class Assignment implements ConsumerRebalanceListener {

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
      joined = true;
      Map<String, Set<Integer>> byTopic = new HashMap<>();
      consumer
          .assignment()
          .forEach(
              at -> byTopic.computeIfAbsent(at.topic(), t -> new TreeSet<>()).add(at.partition()));
      Set<Integer> ofEvents = byTopic.getOrDefault(events, Set.of());
      byTopic.forEach(
          (topic, partitions) -> {
            if (!partitions.equals(ofEvents)) {
              throw new IllegalStateException(
                  "Expected the same partitions of "
                      + topic
                      + " and "
                      + events
                      + ", but was given "
                      + partitions
                      + " and "
                      + ofEvents
                      + "; every member of "
                      + settings.group()
                      + " must use the range assignor");
            }
          });
      assigned.stream()
          .filter(at -> at.topic().equals(events))
          .forEach(at -> toRecover.add(at.partition()));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
      List<Integer> gone =
          revoked.stream()
              .filter(at -> at.topic().equals(events))
              .map(TopicPartition::partition)
              .toList();
      toRecover.removeAll(gone);
      unsaved.keySet().removeAll(gone);
      early.forget(revoked);
      log.forget();
      progress.lost(gone);
    }
  }
}
