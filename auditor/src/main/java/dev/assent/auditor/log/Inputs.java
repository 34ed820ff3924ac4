package dev.assent.auditor.log;

import dev.assent.auditor.Steps;
import dev.assent.contract.envelope.CloudEventHeaders;
import dev.assent.contract.envelope.UnreadableRecordException;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.json.SignalCodec;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.kafka.Topics;
import dev.assent.intake.kafka.SubmissionHeaders;
import java.util.List;
import java.util.function.Consumer;

/**
 * The inputs that retention has left, by id, and which of them were answered. It takes as much room
 * as there are inputs, some 50 MB a million, and none for facts whose inputs are gone.
 */
public final class Inputs {

  private static final int OPEN = 1;
  private static final int ANSWERED = 2;

  private final Log log;
  private final Marks marks;
  private final IdTable ids = new IdTable();
  private final Once once = new Once();

  public Inputs(Log log, Marks marks) {
    this.log = log;
    this.marks = marks;
  }

  /** Reads them, the first time that it is asked to. */
  public void load(Steps steps) {
    once.run(() -> read(steps));
  }

  private void read(Steps steps) {
    for (String topic : topics()) {
      steps.step("Reading the inputs on " + topic);
      for (int p = 0; p < log.partitions(); p++) {
        log.read(
            topic,
            p,
            marks.start(topic, p),
            marks.end(topic, p),
            input -> ids.put(id(input), OPEN));
      }
    }
  }

  /** Hands over the inputs that were answered when the audit began. */
  public void readSettled(Consumer<LogRecord> to) {
    for (String topic : topics()) {
      for (int p = 0; p < log.partitions(); p++) {
        long end = Math.min(marks.answered(topic, p), marks.end(topic, p));
        log.read(topic, p, marks.start(topic, p), end, to);
      }
    }
  }

  public boolean contains(String id) {
    return ids.contains(id);
  }

  /** Remembers that something answers this input; one that is gone needs no answer. */
  public void answer(String id) {
    if (ids.contains(id)) {
      ids.put(id, ANSWERED);
    }
  }

  public boolean isAnswered(LogRecord input) {
    return ids.get(id(input)) == ANSWERED;
  }

  private List<String> topics() {
    Topics topics = log.topics();
    return List.of(topics.intents(), topics.signals());
  }

  /**
   * By what its answer names it: the id that it carries, or where it stood first. A copy that was
   * moved to the partition of its intent so has the same id as the original, which is answered when
   * the copy is.
   */
  static String id(LogRecord input) {
    WireRecord wire = Places.wire(input);
    String id = input.header(CloudEventHeaders.ID);
    if (SignalCodec.isStructured(wire)) {
      try {
        id = SignalCodec.fromStructured(wire).header(CloudEventHeaders.ID);
      } catch (UnreadableRecordException e) {
        // Refused by its place.
        id = null;
      }
    }
    if (id != null && !id.isEmpty()) {
      return id;
    }
    String origin = input.header(SubmissionHeaders.ORIGIN);
    return origin == null ? Places.nameOf(input) : origin;
  }
}
