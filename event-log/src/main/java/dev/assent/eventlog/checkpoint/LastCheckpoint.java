package dev.assent.eventlog.checkpoint;

import dev.assent.eventlog.kafka.Clients;
import dev.assent.eventlog.kafka.KafkaSettings;
import dev.assent.eventlog.kafka.Records;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Finds what was signed last of a partition: from there the running hash goes on. */
public final class LastCheckpoint {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final long PATIENCE = Duration.ofSeconds(30).toNanos();
  private static final long FIRST_LOOK = 100;

  private final KafkaSettings settings;
  private final String name;
  private final Notary notary;

  public LastCheckpoint(KafkaSettings settings, String name, Notary notary) {
    this.settings = settings;
    this.name = name;
    this.notary = notary;
  }

  /**
   * The last valid checkpoint; {@link RunningHash#START} if there is none. Records that strangers
   * put there are passed over, so it looks back until it finds one of ours.
   */
  public RunningHash of(int partition) {
    TopicPartition at = new TopicPartition(settings.topics().checkpoints(), partition);
    try (KafkaConsumer<String, byte[]> reader = Clients.rangeReader(settings, name)) {
      reader.assign(List.of(at));
      long begin = reader.beginningOffsets(List.of(at)).getOrDefault(at, 0L);
      long end = reader.endOffsets(List.of(at)).getOrDefault(at, 0L);
      long look = FIRST_LOOK;
      Optional<RunningHash> found = Optional.empty();
      for (long from = end; from > begin && found.isEmpty(); look *= 10) {
        long to = from;
        from = Math.max(begin, from - look);
        found = latest(reader, at, from, to);
      }
      reader.close(CloseOptions.timeout(Duration.ofSeconds(1)));
      return found.orElse(RunningHash.START);
    }
  }

  private Optional<RunningHash> latest(
      KafkaConsumer<String, byte[]> reader, TopicPartition at, long from, long to) {
    reader.seek(at, from);
    long deadline = System.nanoTime() + PATIENCE;
    Stream.Builder<RunningHash> found = Stream.builder();
    while (reader.position(at) < to) {
      Records.readAll(reader.poll(POLL)).forEach(each -> notary.read(each).ifPresent(found));
      if (System.nanoTime() > deadline) {
        throw new TimeoutException(
            "Expected to read " + at + " up to " + to + ", but it is silent");
      }
    }
    return found.build().max(Comparator.comparingLong(RunningHash::nextOffset));
  }
}
