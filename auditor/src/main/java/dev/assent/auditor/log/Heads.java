package dev.assent.auditor.log;

import dev.assent.auditor.Steps;
import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.UnreadableRecordException;
import dev.assent.contract.json.EventCodec;
import dev.assent.eventlog.append.LogRecord;
import java.util.ArrayList;
import java.util.List;

/** One pass over all facts for those who need no more of them than the envelopes. */
public final class Heads {

  private final Log log;
  private final Marks marks;
  private final List<Reader> readers = new ArrayList<>();
  private final Once once = new Once();

  /** Takes part in the pass. */
  public interface Reader {

    /** Called before the pass, for what must be known by then. */
    default void prepare(Steps steps) {}

    /** Called before the first fact of a partition. */
    default void begin(int partition) {}

    /** Called for each fact, in the order of the log. */
    void fact(LogRecord record, Envelope envelope);

    /** Called for a record that is no fact. */
    default void unreadable(LogRecord record, String reason) {}
  }

  public Heads(Log log, Marks marks) {
    this.log = log;
    this.marks = marks;
  }

  public void add(Reader reader) {
    readers.add(reader);
  }

  /** Makes the pass, the first time that it is asked for. */
  public void once(Steps steps) {
    once.run(() -> pass(steps));
  }

  private void pass(Steps steps) {
    readers.forEach(reader -> reader.prepare(steps));
    String events = log.topics().events();
    for (int p = 0; p < log.partitions(); p++) {
      steps.step("Reading the envelopes of " + events + "-" + p);
      for (Reader reader : readers) {
        reader.begin(p);
      }
      log.read(events, p, marks.start(events, p), marks.end(events, p), this::read);
    }
  }

  private void read(LogRecord record) {
    Envelope envelope;
    try {
      envelope = EventCodec.envelope(Places.wire(record));
    } catch (UnreadableRecordException e) {
      readers.forEach(reader -> reader.unreadable(record, String.valueOf(e.getMessage())));
      return;
    }
    readers.forEach(reader -> reader.fact(record, envelope));
  }
}
