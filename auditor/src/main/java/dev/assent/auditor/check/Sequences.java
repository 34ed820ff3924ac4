package dev.assent.auditor.check;

import dev.assent.auditor.Check;
import dev.assent.auditor.Findings;
import dev.assent.auditor.Steps;
import dev.assent.auditor.log.Heads;
import dev.assent.auditor.log.IdTable;
import dev.assent.auditor.log.Places;
import dev.assent.contract.envelope.Envelope;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.kafka.Records;

/**
 * Each intent's events are numbered from 1, without gaps or doubles, in the order of the log, and
 * in the partition of the intent.
 */
public final class Sequences implements Check {

  private final Findings findings;
  private final Heads heads;
  private final int partitions;

  /** The last sequence of each intent of the partition at hand. */
  private IdTable last = new IdTable();

  public Sequences(Heads heads, int partitions, int shown) {
    this.findings = new Findings("sequences", shown);
    this.heads = heads;
    this.partitions = partitions;
    heads.add(new Reader());
  }

  @Override
  public Findings findings() {
    return findings;
  }

  @Override
  public void look(Steps steps) {
    findings.count("events", 0);
    findings.count("intents", 0);
    heads.once(steps);
    endPartition();
  }

  private void endPartition() {
    findings.count("intents", last.size());
    last = new IdTable();
  }

  private final class Reader implements Heads.Reader {

    @Override
    public void begin(int partition) {
      endPartition();
    }

    @Override
    public void fact(LogRecord record, Envelope envelope) {
      findings.count("events", 1);
      String intent = envelope.intentId().toString();
      if (!intent.equals(record.key())) {
        findings.flaw(Places.of(record), intent, "the intent's id as key", "another key");
        return;
      }
      int place = Records.partitionOf(intent, partitions);
      if (place != record.partition()) {
        findings.flaw(
            Places.of(record),
            intent,
            "its events in partition " + place,
            "one in partition " + record.partition());
        return;
      }
      long expected = last.get(intent) + 1L;
      if (envelope.sequence() != expected) {
        findings.flaw(
            Places.of(record), intent, "sequence " + expected, "sequence " + envelope.sequence());
      }
      // After a gap the count goes on from what is there; a double does not set it back.
      last.put(intent, Math.toIntExact(Math.max(expected - 1, envelope.sequence())));
    }

    @Override
    public void unreadable(LogRecord record, String reason) {
      findings.flaw(
          Places.of(record), record.key(), "an event", "a record that is none: " + reason);
    }
  }
}
