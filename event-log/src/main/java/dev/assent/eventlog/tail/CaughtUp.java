package dev.assent.eventlog.tail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
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

  /** Asks the broker for what was asked here; a question stays if that throws. */
  void answer(KafkaConsumer<String, byte[]> consumer) {
    for (Question question = questions.peek(); question != null; question = questions.peek()) {
      if (!question.seen().isDone()) {
        ends.putAll(end(question, consumer));
      }
      questions.remove();
    }
    ends.entrySet().removeIf(asked -> isAnswered(asked.getKey(), asked.getValue(), consumer));
  }

  private static Map<Question, Long> end(
      Question question, KafkaConsumer<String, byte[]> consumer) {
    Map<Question, Long> end = new HashMap<>();
    consumer.endOffsets(List.of(question.at())).forEach((at, offset) -> end.put(question, offset));
    return end;
  }

  private static boolean isAnswered(
      Question question, long end, KafkaConsumer<String, byte[]> consumer) {
    if (consumer.position(question.at()) >= end) {
      question.seen().complete(null);
    }
    return question.seen().isDone();
  }
}
