package dev.assent.auditor.check;

import dev.assent.auditor.Audit;
import dev.assent.auditor.Check;
import dev.assent.auditor.CheckReport;
import dev.assent.auditor.Finding;
import dev.assent.auditor.log.Heads;
import dev.assent.auditor.log.Inputs;
import dev.assent.auditor.log.Marks;
import dev.assent.auditor.log.Replay;
import dev.assent.contract.signature.VerifyingKey;
import java.util.List;

/** What single checks say of a log. */
final class Looked {

  static final int SHOWN = 100;

  private final MadeUpLog log;
  private final Marks marks;

  private Looked(MadeUpLog log) {
    this.log = log;
    this.marks = Marks.take(log);
  }

  /** The audit begins: what is appended from now on is later. */
  static Looked at(MadeUpLog log) {
    return new Looked(log);
  }

  CheckReport sequences() {
    return report(new Sequences(new Heads(log, marks), 1, SHOWN));
  }

  CheckReport chain() {
    return report(new Chain(new Heads(log, marks), SHOWN));
  }

  CheckReport checkpoints(VerifyingKey... keys) {
    return report(new Checkpoints(log, marks, new Heads(log, marks), List.of(keys), SHOWN));
  }

  CheckReport histories() {
    return report(new Histories(new Replay(log, marks), SHOWN));
  }

  CheckReport causes() {
    return report(new Causes(log, marks, new Inputs(log, marks), new Heads(log, marks), SHOWN));
  }

  CheckReport answers() {
    return report(new Answers(log, marks, new Inputs(log, marks), new Heads(log, marks), SHOWN));
  }

  CheckReport completions() {
    return report(new Endings(log, marks, new Replay(log, marks), SHOWN));
  }

  CheckReport timers(ArmedTimers armed) {
    return report(new Timers(new Replay(log, marks), armed, SHOWN));
  }

  /** Of all checks that share the passes over the log, in the order of an audit. */
  List<CheckReport> all(ArmedTimers armed) {
    Heads heads = new Heads(log, marks);
    Inputs inputs = new Inputs(log, marks);
    Replay replay = new Replay(log, marks);
    List<Check> checks =
        List.of(
            new Sequences(heads, 1, SHOWN),
            new Histories(replay, SHOWN),
            new Causes(log, marks, inputs, heads, SHOWN),
            new Answers(log, marks, inputs, heads, SHOWN),
            new Endings(log, marks, replay, SHOWN),
            new Timers(replay, armed, SHOWN));
    return new Audit(checks).run(step -> {}).checks();
  }

  private static CheckReport report(Check check) {
    check.look(step -> {});
    return check.findings().report();
  }

  static List<String> sentences(CheckReport report) {
    return report.findings().stream().map(Finding::sentence).toList();
  }
}
