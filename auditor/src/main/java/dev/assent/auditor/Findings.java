package dev.assent.auditor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one check gathers while it looks. */
public final class Findings {

  private final String check;
  private final int shown;
  private final Map<String, Long> checked = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private long flaws;

  /**
   * @param shown how many findings are kept; the rest is counted
   */
  public Findings(String check, int shown) {
    this.check = check;
    this.shown = shown;
  }

  public void flaw(String place, @Nullable String intent, String expected, String found) {
    flaws++;
    if (findings.size() < shown) {
      findings.add(new Finding(place, intent, expected, found));
    }
  }

  /** Whether one more finding would be kept: what is only counted need not be described. */
  public boolean isShowing() {
    return findings.size() < shown;
  }

  /** Adds to a number of the report. */
  public void count(String what, long more) {
    checked.merge(what, more, Long::sum);
  }

  /** Adds a remark that is no flaw. */
  public void note(String sentence) {
    notes.add(sentence);
  }

  public CheckReport report() {
    return new CheckReport(check, checked, notes, flaws, findings, null);
  }

  /** The report of a check that could not be carried through. */
  public CheckReport broken(String reason) {
    return new CheckReport(check, checked, notes, flaws, findings, reason);
  }
}
