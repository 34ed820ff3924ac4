package dev.assent.eventlog.loop;

import dev.assent.eventlog.checkpoint.LastCheckpoint;
import dev.assent.eventlog.checkpoint.Notary;
import dev.assent.eventlog.checkpoint.RunningHash;
import dev.assent.eventlog.kafka.Clients;
import dev.assent.eventlog.kafka.LogEnds;
import dev.assent.eventlog.kafka.Records;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One life of the loop that signs what the log holds: it keeps a running hash of each partition
 * that it owns and, from time to time, puts it on {@code checkpoints}, signed.
 *
 * <p>It keeps nothing else: each life goes on from the last checkpoint. Two owners at once do no
 * harm, for both say the same of the same offset.
 */
final class NotaryLoop implements Life {

  private static final Logger LOG = LoggerFactory.getLogger(NotaryLoop.class);
  private static final Duration POLL = Duration.ofMillis(200);

  /** Stopping waits for this loop as for the others, so it must not take long. */
  private static final Duration FAREWELL = Duration.ofSeconds(3);

  private final LoopSettings settings;
  private final String member;
  private final Notary notary;
  private final long every;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Membership membership;
  private final KafkaProducer<String, byte[]> producer;
  private final String events;
  private final List<Integer> assigned = new ArrayList<>();
  private final Map<Integer, Partition> owned = new HashMap<>();
  private boolean joined;

  /** How far a partition was read, and how much of that is signed. */
  private static final class Partition {
    private RunningHash read;
    private RunningHash sealed;
    private long sealedAt;

    Partition(RunningHash from) {
      this.read = from;
      this.sealed = from;
      this.sealedAt = System.nanoTime();
    }
  }

  /**
   * @param every how long a fact waits for its checkpoint at the most, while this runs
   */
  NotaryLoop(LoopSettings settings, int index, Notary notary, Duration every) {
    this.settings = settings;
    this.member = settings.member(index);
    this.notary = notary;
    this.every = every.toNanos();
    this.events = settings.kafka().topics().events();
    this.consumer =
        Clients.follower(settings.kafka(), settings.group(), member, settings.maxBatch());
    this.membership = new Membership(consumer);
    this.producer = Clients.edge(settings.kafka(), member + "-seals");
  }

  @Override
  public void open() {
    consumer.subscribe(List.of(events), new Assignment());
  }

  /** One round: a poll, and the checkpoints that are due. */
  @Override
  public void turn() {
    hash(consumer.poll(POLL));
    seal(every);
  }

  /** Before it stops: those who append have stopped before, and all that they wrote is signed. */
  private void readToTheEnd() {
    long deadline = System.nanoTime() + FAREWELL.toNanos();
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment(), FAREWELL);
    while (System.nanoTime() < deadline
        && ends.entrySet().stream()
            .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      hash(consumer.poll(POLL));
    }
  }

  private void hash(ConsumerRecords<String, byte[]> polled) {
    List<Integer> sought = takeOver();
    for (TopicPartition at : polled.partitions()) {
      Partition partition = owned.get(at.partition());
      // Polled before the seek: what is due comes again.
      if (partition != null && !sought.contains(at.partition())) {
        for (ConsumerRecord<String, byte[]> record : polled.records(at)) {
          partition.read = partition.read.with(record.offset(), notary.hash(Records.read(record)));
        }
      }
    }
  }

  /** Newly owned partitions go on where the last checkpoint stands. */
  private List<Integer> takeOver() {
    if (assigned.isEmpty()) {
      return List.of();
    }
    List<Integer> sought = List.copyOf(assigned);
    Map<Integer, Long> starts = LogEnds.starts(settings.kafka(), member + "-ends", events, sought);
    Map<Integer, Long> ends = LogEnds.of(settings.kafka(), member + "-ends", events, sought);
    LastCheckpoint last = new LastCheckpoint(settings.kafka(), member + "-last", notary);
    for (int partition : sought) {
      RunningHash from = last.of(partition);
      long end = ends.getOrDefault(partition, 0L);
      if (from.nextOffset() > end) {
        throw new IllegalStateException(
            "Expected %s-%d to hold all that was signed, up to offset %d, but it ends at %d: the log has lost records"
                .formatted(events, partition, from.nextOffset(), end));
      }
      long start = starts.getOrDefault(partition, 0L);
      if (from.nextOffset() < start) {
        throw new IllegalStateException(
            "Expected %s-%d to hold all from offset %d on, but it begins at %d: retention must leave this topic alone"
                .formatted(events, partition, from.nextOffset(), start));
      }
      owned.put(partition, new Partition(from));
      consumer.seek(new TopicPartition(events, partition), from.nextOffset());
    }
    assigned.clear();
    return sought;
  }

  private void seal(long patience) {
    long now = System.nanoTime();
    Map<Partition, Future<?>> sent = new HashMap<>();
    owned.forEach(
        (number, partition) -> {
          boolean news = partition.read.records() > partition.sealed.records();
          if (news && now - partition.sealedAt >= patience) {
            sent.put(
                partition,
                producer.send(Records.write(notary.seal(number, partition.read), number)));
          }
        });
    sent.forEach(
        (partition, future) -> {
          await(future);
          partition.sealed = partition.read;
          partition.sealedAt = now;
        });
  }

  private static void await(Future<?> sent) {
    try {
      sent.get();
    } catch (ExecutionException e) {
      throw new KafkaException("a checkpoint was not written", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LoopStoppedException();
    }
  }

  /** Whether this member knows its partitions and has found where they go on. */
  @Override
  public boolean isRecovered() {
    return joined && assigned.isEmpty();
  }

  /** Its consumer is not woken, so that it can read on when it is closed. */
  @Override
  public void stop() {
    membership.leaveOnClose();
  }

  /** Signs what is left: whoever stops Assent and exports the log finds all of it covered. */
  @Override
  public void close() {
    try {
      if (membership.isGivenUp()) {
        readToTheEnd();
      }
      seal(0);
    } catch (KafkaException | IllegalStateException e) {
      LOG.warn("{}: the last checkpoint was not written: {}", member, e.toString());
    } finally {
      producer.close(Duration.ofSeconds(2));
      membership.close();
    }
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
      owned.keySet().removeAll(gone);
    }
  }
}
