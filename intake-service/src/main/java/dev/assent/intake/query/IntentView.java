package dev.assent.intake.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.IntentCreated;
import dev.assent.contract.intent.IntentSubmitted;
import dev.assent.intake.command.IntakeState;
import org.jspecify.annotations.Nullable;

/**
 * An intent as it stands.
 *
 * @param submitted what was agreed; null only between an intent's first two events
 * @param payload as it is now, after edits
 */
public record IntentView(
    IntentId id,
    IntakeState state,
    IntentCreated created,
    @Nullable IntentSubmitted submitted,
    JsonNode payload,
    String payloadDigest) {}
