package dev.assent.intake.query;

import dev.assent.contract.id.IntentId;
import java.time.Instant;

/** A step that an agent was given and has not answered. */
public record Delivered(
    long seq, String agent, IntentId intent, String step, int attempt, Instant at) {}
