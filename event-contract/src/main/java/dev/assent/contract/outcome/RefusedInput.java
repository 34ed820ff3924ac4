package dev.assent.contract.outcome;

import org.jspecify.annotations.Nullable;

/**
 * A record of the topic {@code refusals}: the refusal with what was refused.
 *
 * @param input the refused input's own id
 * @param original the input's bytes, or as many of them as a record can hold, Base64
 */
public record RefusedInput(
    Refusal refusal,
    String input,
    @Nullable String intentId,
    String topic,
    int partition,
    long offset,
    String original) {}
