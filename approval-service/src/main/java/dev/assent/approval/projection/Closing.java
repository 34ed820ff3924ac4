package dev.assent.approval.projection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.intent.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a task was closed.
 *
 * @param outcome the answer; null if there was none
 * @param by who closed it; null where nobody did
 * @param comment what they said, or why it was withdrawn
 * @param data what they filled in
 */
public record Closing(
    @Nullable String outcome,
    @Nullable Actor by,
    Instant at,
    @Nullable String comment,
    @Nullable JsonNode data) {}
