package dev.assent.intake.domain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.plan.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A submission that was found good: everything that an intent is born with.
 *
 * @param from who sends it
 * @param to an agent's address, or {@code human}
 * @param correlationId as the sender gave it, or null
 * @param payloadDigest SHA-256 of the canonical payload
 * @param idempotencyKey as written in the body, or null
 * @param digest SHA-256 of the canonical submission without what differs between repetitions
 * @param scenario the scenario's id, or null
 * @param agents the roles that a scenario gives to agents
 */
public record Submission(
    String intentType,
    String from,
    String to,
    @Nullable String replyTo,
    @Nullable String correlationId,
    ObjectNode payload,
    String payloadDigest,
    @Nullable String idempotencyKey,
    String digest,
    Plan plan,
    @Nullable String scenario,
    List<Role> agents) {

  /** An agent's role in a scenario. */
  public record Role(String role, String address) {}

  public Submission {
    agents = List.copyOf(agents);
  }
}
