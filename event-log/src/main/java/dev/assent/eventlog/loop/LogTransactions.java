package dev.assent.eventlog.loop;

import dev.assent.eventlog.append.Append;
import dev.assent.eventlog.kafka.Records;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** The one write of the truth: events, outcomes and refusals, and the inputs that they answer. */
final class LogTransactions implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer;
  private final String events;
  private final Consumer<Step> observer;
  private final OwnFacts own = new OwnFacts();

  LogTransactions(KafkaProducer<String, byte[]> producer, String events, Consumer<Step> observer) {
    this.producer = producer;
    this.events = events;
    this.observer = observer;
  }

  /** Ends what an earlier life left open. */
  void open() {
    producer.initTransactions();
  }

  /**
   * Appends, and commits all that this consumer has read, in one transaction. It carries the
   * group's generation, so that an owner that was replaced without knowing it is refused.
   */
  void append(List<Append> appends, KafkaConsumer<String, byte[]> consumer) {
    producer.beginTransaction();
    observer.accept(Step.LOG_OPENED);
    List<Future<RecordMetadata>> facts = new ArrayList<>();
    for (Append append : appends) {
      Future<RecordMetadata> sent = producer.send(Records.write(append));
      if (append.topic().equals(events)) {
        facts.add(sent);
      }
    }
    observer.accept(Step.RECORDS_SENT);
    Map<TopicPartition, OffsetAndMetadata> consumed = new HashMap<>();
    for (TopicPartition at : consumer.assignment()) {
      consumed.put(at, new OffsetAndMetadata(consumer.position(at)));
    }
    producer.sendOffsetsToTransaction(consumed, consumer.groupMetadata());
    observer.accept(Step.INPUTS_SENT);
    producer.commitTransaction();
    observer.accept(Step.LOG_COMMITTED);
    facts.forEach(this::remember);
  }

  private void remember(Future<RecordMetadata> fact) {
    try {
      RecordMetadata at = fact.get();
      own.add(at.partition(), at.offset());
    } catch (ExecutionException e) {
      throw new KafkaException("a committed record without a place", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LoopStoppedException();
    }
  }

  /** Whether this fact was appended here; asked once for each. */
  boolean wrote(int partition, long offset) {
    return own.remove(partition, offset);
  }

  /** Others may have appended since. */
  void forget() {
    own.clear();
  }

  @Override
  public void close() {
    // An open transaction is aborted here, or by the next life.
    producer.close(Duration.ofSeconds(2));
  }
}
