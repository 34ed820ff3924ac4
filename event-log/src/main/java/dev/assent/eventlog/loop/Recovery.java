package dev.assent.eventlog.loop;

import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.kafka.LogEnds;
import dev.assent.eventlog.postgres.LoopConnection;
import dev.assent.eventlog.postgres.Positions;
import dev.assent.eventlog.replay.LogRange;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the view of newly owned partitions up to the log before any input of theirs is decided.
 *
 * <p>It reads until everything below the high watermark is known to be committed or aborted. The
 * last stable offset would not do: when the owner before us dies while its last transaction
 * commits, its consumed offsets may be visible while its events are not yet; we would then go on
 * after inputs whose events we have not seen. An open transaction ends within its timeout.
 */
final class Recovery<S, R> {

  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private final LoopSettings settings;
  private final Rebuild<S, R> rebuild;
  private final LoopConnection database;
  private final Positions positions;

  Recovery(
      LoopSettings settings,
      Processor<S, R> processor,
      LoopConnection database,
      Positions positions) {
    this.settings = settings;
    this.rebuild = new Rebuild<>(processor, settings.kafka().topics().events());
    this.database = database;
    this.positions = positions;
  }

  /** Returns for each partition the offset of the first fact that was not applied. */
  Map<Integer, Long> recover(Collection<Integer> partitions, String name) throws SQLException {
    Map<Integer, Long> ends =
        LogEnds.of(
            settings.kafka(), name + "-ends", settings.kafka().topics().events(), partitions);
    Map<Integer, Long> reached = new HashMap<>();
    try (LogRange log = new LogRange(settings.kafka(), name + "-recovery")) {
      for (int partition : partitions) {
        long from = database.read(db -> positions.read(db, partition));
        long end = ends.getOrDefault(partition, from);
        if (from < end) {
          log.read(partition, from, end, facts -> apply(partition, facts));
          LOG.info(
              "{}: partition {} recovered from {} to {}", settings.name(), partition, from, end);
        }
        reached.put(partition, Math.max(from, end));
      }
    }
    return reached;
  }

  private void apply(int partition, List<LogRecord> facts) {
    long next = facts.getLast().offset() + 1;
    try {
      database.transaction(
          db -> {
            rebuild.apply(db, partition, facts);
            positions.advance(db, Map.of(partition, next));
            return next;
          });
    } catch (SQLException e) {
      throw new IllegalStateException("the view cannot be written: " + e.getMessage(), e);
    }
  }
}
