package dev.assent.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Parks intents whose approver gets a mail, and is the mail server: {@code --count --concurrency}
 * of the creations, {@code --port} of the server, {@code --distance} (milliseconds before each of
 * its answers), and how to reach Assent as {@link Target} says. Prints how many mails a second came
 * until the last, and how long after its intent was created each one did.
 */
public final class MailsSent {

  private static final Pattern NUMBER = Pattern.compile("mail (\\d+)$");
  private static final long PATIENCE_MINUTES = 10;

  private final Target target;
  private final int count;
  private final Map<Integer, Long> createdAt = new ConcurrentHashMap<>();
  private final Histogram latency = new ConcurrentHistogram(600_000_000L, 3);
  private final AtomicLong first = new AtomicLong();
  private final CountDownLatch missing;

  private MailsSent(Target target, int count) {
    this.target = target;
    this.count = count;
    this.missing = new CountDownLatch(count);
  }

  public static void main(String[] arguments) throws Exception {
    Map<String, String> options = Target.options(arguments);
    int port = Integer.parseInt(options.getOrDefault("port", "2525"));
    Duration distance = Duration.ofMillis(Long.parseLong(options.getOrDefault("distance", "0")));
    int concurrency = Integer.parseInt(options.getOrDefault("concurrency", "64"));
    int count = Integer.parseInt(options.getOrDefault("count", "3000"));
    MailsSent run = new MailsSent(Target.of(options), count);
    try (MailSink sink = new MailSink(port, distance, run::taken)) {
      run.create(concurrency);
      run.report(sink);
    }
  }

  private void create(int concurrency) throws Exception {
    long start = System.nanoTime();
    new Connections(target.url(), target.agentKey(), concurrency)
        .each(
            count,
            (connection, number) -> {
              createdAt.put(number, System.nanoTime());
              connection.post("/v1/intents", submission(number)).field("intent_id");
            });
    System.out.printf(
        Locale.ROOT, "%d created, %.0f/s%n", count, count / seconds(start, System.nanoTime()));
  }

  private byte[] submission(int number) {
    return ("{\"intent_type\":\"bench.mail.v1\",\"to_agent\":\"human\",\"title\":\"mail %d\","
            + "\"payload\":{},\"approval\":{\"approvers\":[\"%s\"],\"deadline\":\"PT24H\"}}")
        .formatted(number, target.approver())
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A mail came; one that comes again counts once. */
  private void taken(String subject) {
    long now = System.nanoTime();
    Matcher number = NUMBER.matcher(subject);
    Long created = number.find() ? createdAt.remove(Integer.valueOf(number.group(1))) : null;
    if (created != null) {
      first.compareAndSet(0, now);
      latency.recordValue((now - created) / 1_000);
      missing.countDown();
    }
  }

  private void report(MailSink sink) throws InterruptedException {
    if (!missing.await(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      throw new IllegalStateException(
          "Expected %d mails, but %d did not come within %d minutes; see docs/performance.md"
              .formatted(count, missing.getCount(), PATIENCE_MINUTES));
    }
    System.out.printf(
        Locale.ROOT,
        "%d mails over %d connections, %.0f/s; created -> taken p50 %.1f s, p99 %.1f s, max %.1f s%n",
        count,
        sink.connections(),
        count / seconds(first.get(), System.nanoTime()),
        latency.getValueAtPercentile(50) / 1e6,
        latency.getValueAtPercentile(99) / 1e6,
        latency.getMaxValue() / 1e6);
  }

  private static double seconds(long from, long to) {
    return (to - from) / 1e9;
  }
}
