package dev.assent.eventlog.tail;

import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells those who ask when the tail has seen all that was committed at the time of their question,
 * wherever it was written. Asked from any thread, answered by the tail's.
 */
final class CaughtUp {

  private record Question(TopicPartition at, CompletableFuture<Void> seen) {}

  private final Queue<Question> questions = new ConcurrentLinkedQueue<>();

  /** Where the log ended when the tail took the question up. */
  private final Map<Question, Long> ends = new HashMap<>();

  CompletableFuture<Void> ask(TopicPartition at) {
    Question question = new Question(at, new CompletableFuture<>());
    questions.add(question);
    return question.seen();
  }

  /** Asks the broker, once for all that was asked here; questions stay if that throws. */
  void answer(KafkaConsumer<String, byte[]> consumer) {
    questions.removeIf(question -> question.seen().isDone());
    List<Question> asked = List.copyOf(questions);
    if (!asked.isEmpty()) {
      Set<TopicPartition> partitions = asked.stream().map(Question::at).collect(toSet());
      Map<TopicPartition, Long> now = consumer.endOffsets(partitions);
      asked.forEach(question -> ends.put(question, now.getOrDefault(question.at(), 0L)));
      questions.removeAll(asked);
    }
    ends.entrySet().removeIf(each -> isAnswered(each.getKey(), each.getValue(), consumer));
  }

  private static boolean isAnswered(
      Question question, long end, KafkaConsumer<String, byte[]> consumer) {
    if (consumer.position(question.at()) >= end) {
      question.seen().complete(null);
    }
    return question.seen().isDone();
  }
}
