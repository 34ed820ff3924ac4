package dev.assent.contract.intent;

import dev.assent.contract.id.TaskId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The decision that settled an intent, as losers of a race and downstream agents are told it. */
public record DecisionSummary(
    TaskId task,
    String step,
    String outcome,
    Verdict verdict,
    Actor by,
    Instant at,
    @Nullable String comment,
    String payloadDigest) {}
