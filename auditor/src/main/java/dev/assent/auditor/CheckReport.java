package dev.assent.auditor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of one check.
 *
 * @param checked how much of what was looked at, in the order of importance
 * @param notes remarks that are no flaws
 * @param flaws how many there are
 * @param findings the first of them
 * @param broken why the check could not be carried through; null if it was
 */
public record CheckReport(
    String check,
    Map<String, Long> checked,
    List<String> notes,
    long flaws,
    List<Finding> findings,
    @Nullable String broken) {

  public CheckReport {
    checked = Collections.unmodifiableMap(new LinkedHashMap<>(checked));
    notes = List.copyOf(notes);
    findings = List.copyOf(findings);
  }
}
