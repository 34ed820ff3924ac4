package dev.assent.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Parks intents at a human gate, then decides them: {@code --count --concurrency --payload --via
 * http|kafka}, {@code --decide} to decide only so many, and how to reach Assent as {@link Target}
 * says. Prints one line a phase.
 */
public final class ParkAndDecide {

  private final Target target;
  private final int count;
  private final int decisions;
  private final int concurrency;
  private final byte[] submission;

  private ParkAndDecide(Target target, Map<String, String> options) {
    this.target = target;
    this.count = Integer.parseInt(options.getOrDefault("count", "20000"));
    this.decisions = Integer.parseInt(options.getOrDefault("decide", Integer.toString(count)));
    this.concurrency = Integer.parseInt(options.getOrDefault("concurrency", "64"));
    int payload = Integer.parseInt(options.getOrDefault("payload", "500"));
    this.submission = submission(target.approver(), payload).getBytes(StandardCharsets.UTF_8);
  }

  public static void main(String[] arguments) throws Exception {
    Map<String, String> options = Target.options(arguments);
    new ParkAndDecide(Target.of(options), options)
        .run(options.getOrDefault("via", "http").equals("kafka"));
  }

  static String submission(String approver, int payloadBytes) {
    return ("{\"intent_type\":\"bench.change.v1\",\"to_agent\":\"human\",\"title\":\"bench\","
            + "\"payload\":{\"text\":\"%s\"},"
            + "\"approval\":{\"approvers\":[\"%s\"],\"deadline\":\"PT24H\"}}")
        .formatted("x".repeat(payloadBytes - 11), approver);
  }

  private void run(boolean viaKafka) throws Exception {
    Queue<String> parked = viaKafka ? parkViaKafka() : park();
    if (decisions == 0) {
      return;
    }
    try (Completions completions = new Completions(target.bootstrapServers(), decisions)) {
      decide(parked, completions);
    }
  }

  private Queue<String> park() throws InterruptedException, ExecutionException {
    Queue<String> parked = new ConcurrentLinkedQueue<>();
    Histogram latency = new ConcurrentHistogram(60_000_000L, 3);
    long start = System.nanoTime();
    connections(target.agentKey())
        .each(
            count,
            (connection, number) -> {
              long sent = System.nanoTime();
              var answer = connection.post("/v1/intents", submission);
              parked.add(answer.field("intent_id"));
              latency.recordValue((System.nanoTime() - sent) / 1_000);
            });
    report("created over HTTP", count, System.nanoTime() - start, latency);
    return parked;
  }

  private Queue<String> parkViaKafka() throws Exception {
    long start = System.nanoTime();
    try (KafkaIntake intake = new KafkaIntake(target.bootstrapServers())) {
      Queue<String> parked = intake.park(submission, count);
      report("created over Kafka", count, System.nanoTime() - start, intake.latency());
      return parked;
    }
  }

  private void decide(Queue<String> parked, Completions completions) throws Exception {
    byte[] body = "{\"decision\":\"approve\"}".getBytes(StandardCharsets.UTF_8);
    Histogram latency = new ConcurrentHistogram(60_000_000L, 3);
    long start = System.nanoTime();
    connections(target.approverToken())
        .each(
            decisions,
            (connection, number) -> {
              String id = parked.remove();
              long sent = System.nanoTime();
              completions.decided(id);
              var answer = connection.post("/v1/approvals/" + id + "/decision", body);
              if (answer.status() != 200) {
                throw new IllegalStateException("HTTP " + answer.status() + " " + answer.body());
              }
              latency.recordValue((System.nanoTime() - sent) / 1_000);
            });
    report("decided over HTTP", decisions, System.nanoTime() - start, latency);
    completions.awaitAll();
    report("outcome seen on Kafka", decisions, System.nanoTime() - start, completions.latency());
  }

  private Connections connections(String token) {
    return new Connections(target.url(), token, concurrency);
  }

  private static void report(String phase, int count, long nanos, Histogram latency) {
    System.out.printf(
        Locale.ROOT,
        "%-22s %6d in %6.2f s = %6.0f/s   p50 %7.1f ms   p99 %7.1f ms   max %7.1f ms%n",
        phase,
        count,
        nanos / 1e9,
        count / (nanos / 1e9),
        latency.getValueAtPercentile(50) / 1e3,
        latency.getValueAtPercentile(99) / 1e3,
        latency.getMaxValue() / 1e3);
  }
}
