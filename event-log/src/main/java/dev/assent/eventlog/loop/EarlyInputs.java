package dev.assent.eventlog.loop;

import dev.assent.eventlog.append.LogRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds inputs back that are about something this loop has not seen, until it has read every fact
 * that their senders can have seen.
 *
 * <p>Topics are fetched side by side, so an input may arrive before the fact that its sender acted
 * on. Only the end of the log tells whether such a fact exists: it is asked for when an input
 * presumes what the state does not hold, which is rare, and never otherwise. The inputs of such a
 * partition are then read again after the facts.
 */
final class EarlyInputs {

  private static final Logger LOG = LoggerFactory.getLogger(EarlyInputs.class);

  private final KafkaConsumer<String, byte[]> consumer;
  private final String events;

  /** For a partition whose inputs wait: the offset of {@code events} to come to first. */
  private final Map<Integer, Long> heldUntil = new HashMap<>();

  /** Inputs below these offsets were held once: whatever they presume and is not there, is not. */
  private final Map<TopicPartition, Long> settled = new HashMap<>();

  EarlyInputs(KafkaConsumer<String, byte[]> consumer, String events) {
    this.consumer = consumer;
    this.events = events;
  }

  /**
   * The inputs to decide now.
   *
   * @param isEarly whether an input presumes what its state does not hold
   */
  List<LogRecord> hold(List<LogRecord> inputs, Predicate<LogRecord> isEarly) {
    Set<Integer> doubtful =
        inputs.stream()
            .filter(input -> input.offset() >= settled.getOrDefault(at(input), 0L))
            .filter(isEarly)
            .map(LogRecord::partition)
            .collect(Collectors.toCollection(TreeSet::new));
    if (doubtful.isEmpty()) {
      return inputs;
    }
    Map<Integer, Long> behind = behind(doubtful);
    List<LogRecord> now = new ArrayList<>();
    Map<TopicPartition, Long> first = new HashMap<>();
    for (LogRecord input : inputs) {
      if (behind.containsKey(input.partition())) {
        first.merge(at(input), input.offset(), Math::min);
        settled.merge(at(input), input.offset() + 1, Math::max);
      } else {
        now.add(input);
      }
    }
    first.forEach(consumer::seek);
    heldUntil.putAll(behind);
    consumer.pause(inputsOf(behind.keySet()));
    return now;
  }

  /** Those of these partitions whose facts were not all read yet, and how far they go. */
  private Map<Integer, Long> behind(Set<Integer> partitions) {
    Map<Integer, Long> behind = new HashMap<>();
    consumer
        .endOffsets(partitions.stream().map(p -> new TopicPartition(events, p)).toList())
        .forEach(
            (at, end) -> {
              if (consumer.position(at) < end) {
                behind.put(at.partition(), end);
                LOG.debug("inputs of partition {} wait for facts up to {}", at.partition(), end);
              }
            });
    return behind;
  }

  /** Lets the inputs go on whose facts have been read; asked before every poll. */
  void release() {
    if (heldUntil.isEmpty()) {
      return;
    }
    Set<Integer> ready = new TreeSet<>();
    heldUntil.forEach(
        (partition, end) -> {
          if (consumer.position(new TopicPartition(events, partition)) >= end) {
            ready.add(partition);
          }
        });
    consumer.resume(inputsOf(ready));
    heldUntil.keySet().removeAll(ready);
  }

  /** Another owner reads these from what was committed. */
  void forget(Collection<TopicPartition> revoked) {
    revoked.forEach(
        at -> {
          settled.remove(at);
          heldUntil.remove(at.partition());
        });
  }

  private List<TopicPartition> inputsOf(Set<Integer> partitions) {
    return consumer.assignment().stream()
        .filter(at -> !at.topic().equals(events) && partitions.contains(at.partition()))
        .toList();
  }

  private static TopicPartition at(LogRecord input) {
    return new TopicPartition(input.topic(), input.partition());
  }
}
