package dev.assent.eventlog.tail;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells those who ask when the tail has seen all that was committed at the time of their question,
 * wherever it was written. Asked from any thread, answered by the tail's.
 */
final class CaughtUp {

  /** What a partition without a leader costs all the others, each time it is asked about. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private record Question(Set<TopicPartition> partitions, CompletableFuture<Void> seen) {}

  private final Queue<Question> questions = new ConcurrentLinkedQueue<>();

  /** Where the log ended when the tail took the question up. */
  private final Map<Question, Map<TopicPartition, Long>> ends = new HashMap<>();

  /** Whoever waits no longer cancels the answer, and the question is forgotten. */
  CompletableFuture<Void> ask(Set<TopicPartition> partitions) {
    Question question = new Question(partitions, new CompletableFuture<>());
    questions.add(question);
    return question.seen();
  }

  /** Asks the broker, once for all that was asked here; questions stay if that throws. */
  void answer(Consumer<?, ?> consumer) {
    questions.removeIf(question -> question.seen().isDone());
    List<Question> asked = List.copyOf(questions);
    if (!asked.isEmpty()) {
      Map<TopicPartition, Long> now =
          consumer.endOffsets(
              asked.stream().flatMap(each -> each.partitions().stream()).collect(toSet()),
              PATIENCE);
      asked.forEach(question -> ends.put(question, now));
      // They stand at the head still: others only add.
      asked.forEach(question -> questions.remove());
    }
    ends.entrySet().removeIf(each -> isAnswered(each.getKey(), each.getValue(), consumer));
  }

  private static boolean isAnswered(
      Question question, Map<TopicPartition, Long> ends, Consumer<?, ?> consumer) {
    if (question.partitions().stream()
        .allMatch(at -> consumer.position(at) >= ends.getOrDefault(at, Long.MAX_VALUE))) {
      question.seen().complete(null);
    }
    return question.seen().isDone();
  }
}
