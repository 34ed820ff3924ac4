package dev.assent.eventlog.ask;

import dev.assent.eventlog.append.Append;
import dev.assent.eventlog.append.LogHeaders;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.kafka.Clients;
import dev.assent.eventlog.kafka.KafkaSettings;
import dev.assent.eventlog.kafka.Records;
import dev.assent.eventlog.kafka.Topics;
import dev.assent.eventlog.tail.Tail;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;

/**
 * Where inputs enter the log: appended, acknowledged by the broker, and, if somebody waits,
 * answered with what was decided.
 */
public final class LogEdge implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer;
  private final Topics topics;
  private final Tail tail;

  public LogEdge(KafkaSettings settings, Tail tail) {
    this.producer = Clients.edge(settings, settings.instanceId() + "-edge");
    this.topics = settings.topics();
    this.tail = tail;
  }

  /**
   * Learns where the topics of inputs lie. Else the first send of each would wait for it, on the
   * thread of a request.
   */
  public void warmUp() {
    producer.partitionsFor(topics.intents());
    producer.partitionsFor(topics.signals());
  }

  /**
   * Appends an input and waits for its answer.
   *
   * @param input carries its own id as header {@link LogHeaders#ID}
   * @return the events, or the one refusal, that name this id as their cause; fails with {@link
   *     AnswerTimeoutException} when none is seen in time
   */
  public CompletableFuture<List<LogRecord>> ask(Append input, Duration timeout) {
    String id = input.headers().get(LogHeaders.ID);
    if (id == null) {
      throw new IllegalArgumentException("an input that waits for an answer needs an id");
    }
    CompletableFuture<List<LogRecord>> answer = tail.answerTo(id);
    append(input)
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                answer.completeExceptionally(failure);
              }
            });
    return answer
        .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(failure -> timedOut(failure, timeout))
        .whenComplete((records, failure) -> tail.forget(id, answer));
  }

  private static List<LogRecord> timedOut(Throwable failure, Duration timeout) {
    Throwable wrapped = failure instanceof CompletionException ? failure.getCause() : failure;
    Throwable cause = wrapped == null ? failure : wrapped;
    throw cause instanceof TimeoutException
        ? new AnswerTimeoutException(
            "Expected an answer within " + timeout.toMillis() + " ms, but none came yet", cause)
        : new AnswerTimeoutException("The log did not take the input", cause);
  }

  /** Appends; completes when the broker has it on disk or on its replicas. */
  public CompletableFuture<Void> append(Append input) {
    CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    try {
      producer.send(
          Records.write(input),
          (metadata, failure) -> {
            if (failure == null) {
              acknowledged.complete(null);
            } else {
              acknowledged.completeExceptionally(failure);
            }
          });
    } catch (KafkaException | IllegalStateException e) {
      // A producer that is closed already says so by the second.
      acknowledged.completeExceptionally(e);
    }
    return acknowledged;
  }

  /** Appends many; completes when the broker has them all. */
  public CompletableFuture<Void> appendAll(List<Append> inputs) {
    return CompletableFuture.allOf(
        inputs.stream().map(this::append).toArray(CompletableFuture[]::new));
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(2));
  }
}
