package dev.assent.auditor;

import java.util.List;

/** What came of an audit. */
public record Report(List<CheckReport> checks) {

  public Report {
    checks = List.copyOf(checks);
  }

  /** Whether nothing was found; what could not be looked at does not count as clean. */
  public boolean isClean() {
    return checks.stream().allMatch(check -> check.flaws() == 0 && check.broken() == null);
  }
}
