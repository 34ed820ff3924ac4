package dev.assent.auditor.main;

import dev.assent.auditor.Report;
import org.jspecify.annotations.Nullable;

/**
 * A line of what the auditor answers, as JSON: steps while it works, then a report or a failure.
 *
 * @param failure why there is no report
 */
public record Reply(@Nullable String step, @Nullable Report report, @Nullable String failure) {}
