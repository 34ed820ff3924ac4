package dev.assent.intake.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the whole intent while its steps are read.
 *
 * @param title for tasks that have none of their own
 * @param single whether the intent is nothing but one gate
 */
record Frame(
    String sender, Instant now, @Nullable Instant deadlineAt, String title, boolean single) {

  /** How long a gate waits when nothing says how long: unattended work must not park for ever. */
  static final Duration GATE_DEADLINE = Duration.ofHours(72);

  /** The gate's own deadline, or the default where neither it nor the intent has one. */
  @Nullable Duration gateDeadline(@Nullable Duration own) {
    return own == null && deadlineAt == null ? GATE_DEADLINE : own;
  }

  /** How long a gate can wait at the most. */
  Duration longestGate(@Nullable Duration own) {
    Duration gate = gateDeadline(own);
    Duration whole = deadlineAt == null ? Durations.LONGEST : Duration.between(now, deadlineAt);
    return gate == null || gate.compareTo(whole) > 0 ? whole : gate;
  }
}
