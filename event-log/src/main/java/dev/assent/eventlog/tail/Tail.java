package dev.assent.eventlog.tail;

import dev.assent.eventlog.append.LogHeaders;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.kafka.Clients;
import dev.assent.eventlog.kafka.KafkaSettings;
import dev.assent.eventlog.kafka.Records;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows {@code events} and {@code refusals} of all partitions from now on, and wakes those who
 * wait for an answer or watch a key. Every process has one, whatever partitions it owns: so an edge
 * gets its answer whoever decided.
 */
public final class Tail implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Tail.class);

  private final KafkaSettings settings;
  private final AtomicLongArray positions;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final Listeners<String, Consumer<LogRecord>> followers = new Listeners<>();
  private final List<Consumer<LogRecord>> followersOfAll = new CopyOnWriteArrayList<>();
  private final KafkaConsumer<String, byte[]> consumer;
  private final CaughtUp caughtUp = new CaughtUp();
  private final Thread thread;
  private volatile boolean stopping;

  /** An answer that gathers its records until the last. */
  private record Answer(CompletableFuture<List<LogRecord>> future, List<LogRecord> records) {}

  /** Ends when it is closed. */
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  public Tail(KafkaSettings settings, int partitions) {
    this.settings = settings;
    this.positions = new AtomicLongArray(partitions);
    this.consumer = Clients.reader(settings, settings.instanceId() + "-tail");
    this.thread = Thread.ofPlatform().name("assent-tail").daemon().unstarted(this::run);
  }

  /** Finds the present end, then follows. What is appended after this returns is seen. */
  public void start() {
    List<TopicPartition> all = new ArrayList<>();
    for (int partition = 0; partition < positions.length(); partition++) {
      all.add(new TopicPartition(settings.topics().events(), partition));
      all.add(new TopicPartition(settings.topics().refusals(), partition));
    }
    consumer.assign(all);
    consumer.seekToEnd(all);
    for (TopicPartition each : all) {
      long end = consumer.position(each, Duration.ofSeconds(30));
      if (each.topic().equals(settings.topics().events())) {
        positions.set(each.partition(), end);
      }
    }
    thread.start();
  }

  /** The records that will name this input as their cause, once all of them are seen. */
  public CompletableFuture<List<LogRecord>> answerTo(String input) {
    Answer answer = new Answer(new CompletableFuture<>(), new ArrayList<>());
    Answer other = answers.putIfAbsent(input, answer);
    return other == null ? answer.future() : other.future();
  }

  /** Nobody waits for this answer any more. */
  public void forget(String input, CompletableFuture<List<LogRecord>> future) {
    answers.computeIfPresent(input, (id, answer) -> answer.future() == future ? null : answer);
  }

  /** Hands over every new fact about this key, on the tail's thread: be quick. */
  public Subscription follow(String key, Consumer<LogRecord> listener) {
    return followers.add(key, listener);
  }

  /** Hands over every new fact, on the tail's thread: be quick. */
  public Subscription followAll(Consumer<LogRecord> listener) {
    followersOfAll.add(listener);
    return () -> followersOfAll.remove(listener);
  }

  /** The offset after the last fact of this partition that was seen. */
  public long position(int partition) {
    return positions.get(partition);
  }

  /**
   * Completes when all is seen that is committed of these partitions by now. An answer that another
   * process gave may be about a fact that has not come here yet.
   */
  public CompletableFuture<Void> caughtUp(int... partitions) {
    String events = settings.topics().events();
    CompletableFuture<Void> seen =
        caughtUp.ask(
            Arrays.stream(partitions)
                .mapToObj(each -> new TopicPartition(events, each))
                .collect(Collectors.toSet()));
    consumer.wakeup();
    return seen;
  }

  public int partitions() {
    return positions.length();
  }

  private void run() {
    while (!stopping) {
      try {
        answerQuestions();
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          see(Records.read(record));
        }
      } catch (WakeupException | InterruptException e) {
        LOG.debug("the tail was woken: to stop, or to answer");
      } catch (KafkaException e) {
        LOG.warn("the tail goes on after a fault of the broker or the connection", e);
      }
    }
    consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
  }

  /** What cannot be answered yet is asked again, and keeps no record waiting. */
  private void answerQuestions() {
    try {
      caughtUp.answer(consumer);
    } catch (TimeoutException e) {
      LOG.warn("the broker does not say where the log ends: {}", e.getMessage());
    }
  }

  private void see(LogRecord record) {
    boolean fact = record.topic().equals(settings.topics().events());
    if (fact) {
      positions.set(record.partition(), record.offset() + 1);
    }
    answer(record);
    if (fact) {
      String key = record.key();
      if (key != null) {
        followers.of(key).forEach(listener -> hand(record, listener));
      }
      followersOfAll.forEach(listener -> hand(record, listener));
    }
  }

  private void answer(LogRecord record) {
    String cause = record.header(LogHeaders.CAUSE);
    Answer answer = cause == null ? null : answers.get(cause);
    if (answer == null) {
      return;
    }
    answer.records().add(record);
    if (record.header(LogHeaders.MORE) == null) {
      answers.remove(cause);
      answer.future().completeAsync(() -> List.copyOf(answer.records()));
    }
  }

  private static void hand(LogRecord record, Consumer<LogRecord> listener) {
    try {
      listener.accept(record);
    } catch (RuntimeException e) {
      LOG.error("a listener failed on {} {}", record.topic(), record.offset(), e);
    }
  }

  @Override
  public void close() {
    stopping = true;
    consumer.wakeup();
    try {
      thread.join(Duration.ofSeconds(3));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
