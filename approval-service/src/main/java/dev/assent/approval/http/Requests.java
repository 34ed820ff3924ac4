package dev.assent.approval.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.access.AgentCaller;
import dev.assent.access.Caller;
import dev.assent.access.PersonCaller;
import dev.assent.contract.envelope.UnreadableRecordException;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.json.ExactJson;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.edge.BodyLimit;
import dev.assent.edge.RefusedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** What the resources of the API have in common. */
final class Requests {

  private Requests() {}

  /**
   * The body as an object; nothing at all is an empty one, as AXP clients send it.
   *
   * @throws RefusedException if it is too large or no object
   */
  static ObjectNode body(byte @Nullable [] bytes) {
    if (bytes == null || bytes.length == 0) {
      return ContractJson.MAPPER.createObjectNode();
    }
    BodyLimit.requireIntentSize(bytes);
    if (json(bytes) instanceof ObjectNode object) {
      return object;
    }
    throw new RefusedException(
        RefusalCode.MALFORMED, "Expected a JSON object as the body, but came another value");
  }

  private static JsonNode json(byte[] bytes) {
    try {
      return ExactJson.read(bytes, "JSON as the body");
    } catch (UnreadableRecordException e) {
      throw new RefusedException(RefusalCode.MALFORMED, String.valueOf(e.getMessage()));
    }
  }

  /**
   * The intent that a path names.
   *
   * @throws RefusedException 404 if it is no id at all
   */
  static IntentId intent(String text) {
    try {
      return IntentId.of(text);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          RefusalCode.INTENT_UNKNOWN, "Expected an intent's id, a UUID, in the path; check it");
    }
  }

  /** Which kind of client a person decides with. */
  static String channel(Caller caller, HttpHeaders headers) {
    String client = headers.getHeaderString("X-Axme-Client");
    boolean cli =
        client != null && (client.startsWith("axme-cli") || client.startsWith("assent-cli"));
    return switch (caller) {
      case PersonCaller person -> cli ? "cli" : "api";
      case AgentCaller agent -> "api";
    };
  }

  /**
   * Whether the client's idea of the policy's version is not ours: nothing here changes a policy
   * after submission, so it is always 0.
   */
  static boolean isStale(ObjectNode body) {
    JsonNode expected = body.path("expected_policy_generation");
    return expected.isNumber() && expected.longValue() != 0;
  }

  static Response stale() {
    return ok(
        ContractJson.MAPPER
            .createObjectNode()
            .put("ok", true)
            .put("applied", false)
            .put("reason", "stale_policy_generation")
            .put("policy_generation", 0));
  }

  static Response ok(ObjectNode body) {
    return Response.ok(ContractJson.write(body), MediaType.APPLICATION_JSON_TYPE).build();
  }
}
