package dev.assent.approval.page;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How pressing a deadline is. */
final class Due {

  private static final Duration SOON = Duration.ofMinutes(30);

  private Due() {}

  /** {@code late}; {@code soon} in the last tenth or the last half hour; else {@code calm}. */
  static String urgency(Instant openedAt, @Nullable Instant dueAt, Instant now) {
    if (dueAt == null) {
      return "calm";
    }
    Duration left = Duration.between(now, dueAt);
    if (left.isNegative()) {
      return "late";
    }
    Duration tenth = Duration.between(openedAt, dueAt).dividedBy(10);
    return left.compareTo(SOON) < 0 || left.compareTo(tenth) < 0 ? "soon" : "calm";
  }
}
