package dev.assent.contract.timer;

import java.time.Instant;

/** A timer that an event arms. Its generation is that event's sequence. */
public record ArmedTimer(TimerKind kind, Instant dueAt) {}
