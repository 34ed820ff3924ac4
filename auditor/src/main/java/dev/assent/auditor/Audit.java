package dev.assent.auditor;

import java.util.ArrayList;
import java.util.List;

/** Runs checks one after the other. One that breaks does not keep the others from looking. */
public final class Audit {

  private final List<Check> checks;

  public Audit(List<Check> checks) {
    this.checks = List.copyOf(checks);
  }

  public Report run(Steps steps) {
    List<CheckReport> reports = new ArrayList<>();
    for (Check check : checks) {
      reports.add(run(check, steps));
    }
    return new Report(reports);
  }

  private static CheckReport run(Check check, Steps steps) {
    try {
      check.look(steps);
      return check.findings().report();
    } catch (RuntimeException e) {
      String reason = e.getMessage();
      return check.findings().broken(reason == null ? e.toString() : reason);
    }
  }
}
