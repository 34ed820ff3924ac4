package dev.assent.auditor.check;

import dev.assent.auditor.Check;
import dev.assent.auditor.Findings;
import dev.assent.auditor.Steps;
import dev.assent.auditor.log.Heads;
import dev.assent.auditor.log.IdTable;
import dev.assent.auditor.log.Inputs;
import dev.assent.auditor.log.Log;
import dev.assent.auditor.log.Marks;
import dev.assent.auditor.log.Places;
import dev.assent.contract.envelope.CloudEventHeaders;
import dev.assent.contract.envelope.Envelope;
import dev.assent.eventlog.append.LogRecord;

/**
 * Each input that its service went past was answered: by an event or a refusal. Of one that was
 * moved to the partition of its intent, the copy was.
 */
public final class Answers implements Check {

  private static final int REFUSED = 1;

  private final Findings findings;
  private final Log log;
  private final Marks marks;
  private final Inputs inputs;
  private final Heads heads;

  /** Where inputs stand whose refusal names them by nothing else. */
  private final IdTable refused = new IdTable();

  public Answers(Log log, Marks marks, Inputs inputs, Heads heads, int shown) {
    this.findings = new Findings("answers", shown);
    this.log = log;
    this.marks = marks;
    this.inputs = inputs;
    this.heads = heads;
    heads.add(new Reader());
  }

  @Override
  public Findings findings() {
    return findings;
  }

  @Override
  public void look(Steps steps) {
    findings.count("inputs", 0);
    findings.count("refusals", 0);
    heads.once(steps);
    String refusals = log.topics().refusals();
    steps.step("Reading " + refusals);
    for (int p = 0; p < log.partitions(); p++) {
      log.read(refusals, p, marks.start(refusals, p), marks.end(refusals, p), this::refusal);
    }
    inputs.readSettled(this::judge);
  }

  private void refusal(LogRecord refusal) {
    findings.count("refusals", 1);
    String input = refusal.header(CloudEventHeaders.CAUSATION_ID);
    String place = refusal.header(CloudEventHeaders.ID);
    if (input != null && inputs.contains(input)) {
      inputs.answer(input);
    } else if (place != null) {
      refused.put(place, REFUSED);
    }
  }

  private void judge(LogRecord input) {
    findings.count("inputs", 1);
    if (!inputs.isAnswered(input) && !refused.contains(Places.nameOf(input))) {
      findings.flaw(
          Places.of(input),
          input.header(CloudEventHeaders.SUBJECT),
          "an event or a refusal that names it as its cause",
          "none");
    }
  }

  private final class Reader implements Heads.Reader {

    @Override
    public void prepare(Steps steps) {
      inputs.load(steps);
    }

    @Override
    public void fact(LogRecord record, Envelope envelope) {
      inputs.answer(envelope.causationId());
    }
  }
}
