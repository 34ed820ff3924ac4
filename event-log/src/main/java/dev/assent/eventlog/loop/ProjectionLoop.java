package dev.assent.eventlog.loop;

import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.kafka.Clients;
import dev.assent.eventlog.kafka.LogEnds;
import dev.assent.eventlog.kafka.Records;
import dev.assent.eventlog.postgres.LoopConnection;
import dev.assent.eventlog.postgres.OpenView;
import dev.assent.eventlog.postgres.Positions;
import dev.assent.eventlog.replay.ReadingProgress;
import dev.assent.eventlog.view.Projection;
import dev.assent.eventlog.view.ViewProgress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * One life of a loop that only follows the log. The position stands in the database, beside the
 * rows it accounts for, so each fact is applied exactly once; Kafka only shares out the partitions.
 */
final class ProjectionLoop implements Life {

  private static final Duration POLL = Duration.ofMillis(200);

  private final LoopSettings settings;
  private final String member;
  private final Projection projection;
  private final LoopConnection database;
  private final ViewProgress progress;
  private final LoopMetrics metrics;
  private final StepObserver observer;
  private final Positions positions;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Membership membership;
  private final String events;
  private final List<Integer> assigned = new ArrayList<>();
  private boolean joined;
  private final Map<Integer, Long> stored = new HashMap<>();
  private final Map<Integer, Long> recoveredAt = new HashMap<>();
  private final ReadingProgress reading;

  ProjectionLoop(
      LoopSettings settings,
      int index,
      Projection projection,
      OpenView view,
      ViewProgress progress,
      LoopMetrics metrics,
      StepObserver observer) {
    this.settings = settings;
    this.member = settings.member(index);
    this.projection = projection;
    this.database = new LoopConnection(view.database());
    this.progress = progress;
    this.metrics = metrics;
    this.observer = observer;
    this.positions = new Positions(view);
    this.reading = new ReadingProgress(member);
    this.events = settings.kafka().topics().events();
    this.consumer =
        Clients.follower(settings.kafka(), settings.group(), member, settings.maxBatch());
    this.membership = new Membership(consumer);
  }

  @Override
  public void open() throws SQLException {
    database.read(db -> positions.read(db, 0));
    consumer.subscribe(List.of(events), new Assignment());
  }

  /** One round: a poll and, if it brought facts, their commit. */
  @Override
  public void turn() throws SQLException {
    ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
    List<Integer> sought = takeOver();
    if (!polled.isEmpty()) {
      long start = System.nanoTime();
      apply(polled, sought);
      metrics.batch(polled.count(), 0, System.nanoTime() - start);
    }
    reportRecovered();
  }

  /** Newly owned partitions go on where the view stands, not where Kafka's group does. */
  private List<Integer> takeOver() throws SQLException {
    if (assigned.isEmpty()) {
      return List.of();
    }
    List<Integer> sought = List.copyOf(assigned);
    recoveredAt.putAll(LogEnds.of(settings.kafka(), member + "-ends", events, assigned));
    for (int partition : assigned) {
      long from = database.read(db -> positions.read(db, partition));
      stored.put(partition, from);
      consumer.seek(new TopicPartition(events, partition), from);
    }
    assigned.clear();
    return sought;
  }

  private void apply(ConsumerRecords<String, byte[]> polled, List<Integer> sought)
      throws SQLException {
    observer.did(settings.name(), Step.POLLED);
    Map<Integer, Long> reached = new HashMap<>();
    database.transaction(
        db -> {
          for (TopicPartition at : polled.partitions()) {
            int partition = at.partition();
            Long from = stored.get(partition);
            if (from == null || sought.contains(partition)) {
              // Polled before the seek: what is due comes again.
              continue;
            }
            List<LogRecord> facts = Records.readAll(polled.records(at));
            long next = facts.getLast().offset() + 1;
            projection.apply(db, partition, facts);
            if (!positions.exchange(db, partition, from, next)) {
              throw new SQLException("partition " + partition + " was moved by another owner");
            }
            reached.put(partition, next);
          }
          observer.did(settings.name(), Step.VIEW_WRITTEN);
          return reached;
        });
    observer.did(settings.name(), Step.VIEW_COMMITTED);
    stored.putAll(reached);
    reached.keySet().removeAll(recoveredAt.keySet());
    progress.reached(reached);
  }

  private void reportRecovered() {
    if (recoveredAt.isEmpty()) {
      return;
    }
    List<Integer> done = new ArrayList<>();
    recoveredAt.forEach(
        (partition, end) -> {
          TopicPartition at = new TopicPartition(events, partition);
          long position = consumer.position(at);
          if (position >= end) {
            done.add(partition);
          }
          reading.at(at, position, end);
        });
    if (!done.isEmpty()) {
      recoveredAt.keySet().removeAll(done);
      done.forEach(partition -> progress.reached(Map.of(partition, stored.get(partition))));
      projection.owned(done);
    }
  }

  /** Whether this member knows its partitions and all of them have come to their end. */
  @Override
  public boolean isRecovered() {
    return joined && assigned.isEmpty() && recoveredAt.isEmpty();
  }

  @Override
  public void stop() {
    membership.giveUp();
  }

  @Override
  public void close() {
    projection.released(List.copyOf(stored.keySet()));
    progress.lost(List.copyOf(stored.keySet()));
    membership.close();
    database.close();
  }

  private final class Assignment implements ConsumerRebalanceListener {

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      joined = true;
      partitions.forEach(at -> assigned.add(at.partition()));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      List<Integer> gone = partitions.stream().map(TopicPartition::partition).toList();
      assigned.removeAll(gone);
      stored.keySet().removeAll(gone);
      recoveredAt.keySet().removeAll(gone);
      progress.lost(gone);
      projection.released(gone);
    }
  }
}
