package dev.assent.eventlog.replay;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log of the process every few seconds how far a reader has come that reads the log
 * again. Whoever waits for a start is shown these lines: see LogReading of the command line.
 */
public final class ReadingProgress {

  private static final Logger LOG = LoggerFactory.getLogger(ReadingProgress.class);
  private static final long EVERY_NANOS = Duration.ofSeconds(5).toNanos();

  private final String reader;
  private final Map<TopicPartition, Long> told = new HashMap<>();

  public ReadingProgress(String reader) {
    this.reader = reader;
  }

  /** Says nothing at first: most readings are over before there is anything to tell. */
  public void at(TopicPartition partition, long position, long end) {
    long now = System.nanoTime();
    if (now - told.computeIfAbsent(partition, first -> now) >= EVERY_NANOS) {
      LOG.info("{}: {} at {} of {}", reader, partition, position, end);
      told.put(partition, now);
    }
  }
}
