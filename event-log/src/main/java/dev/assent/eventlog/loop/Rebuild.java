package dev.assent.eventlog.loop;

import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.view.Projection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The view of a deciding service, written from facts alone: what recovery does with the live one,
 * and an auditor with one of its own.
 */
public final class Rebuild<S, R> implements Projection {

  private final Processor<S, R> processor;
  private final String events;

  /**
   * @param events the topic of the facts
   */
  public Rebuild(Processor<S, R> processor, String events) {
    this.processor = processor;
    this.events = events;
  }

  @Override
  public void apply(Connection db, int partition, List<LogRecord> facts) throws SQLException {
    var keys = facts.stream().map(processor::keyOf).collect(Collectors.toSet());
    Batch<S, R> batch = new Batch<>(processor, events, processor.load(db, keys));
    batch.apply(facts);
    processor.write(db, batch.changed(), batch.rows());
  }
}
