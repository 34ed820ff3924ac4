package dev.assent.cli.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.access.FirstStart;

/** The case: what a pipeline asks for, and who has to agree to it. */
final class DemoCase {
  /** Who asks, and waits for the outcome. */
  static final String PIPELINE = "agent://demo/prod/pipeline";

  /** Who looks at it first. */
  static final String AGENT = FirstStart.DEMO_AGENT;

  /** Who is asked when nobody else answers. */
  static final String SECOND = "bo";

  static final String TITLE = "Add index users_email on prod-postgres-main";

  private DemoCase() {}

  /** The submission, with waits short enough to sit through. */
  static ObjectNode submission(String correlationId) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("intent_type", "ops.db.add_index.v1");
    body.put("title", TITLE);
    body.put("to_agent", AGENT);
    body.put("correlation_id", correlationId);
    body.set("payload", payload());
    ArrayNode steps = body.putArray("steps");
    steps.addObject().put("id", "validate").put("kind", "agent_task").put("deadline", "PT2M");
    ObjectNode gate = steps.addObject().put("id", "approve").put("kind", "human_gate");
    gate.putObject("human_task")
        .put("title", TITLE)
        .put("description", "Sign-in by e-mail is slow: 1.8 s at p95. The index would cure it.");
    gate.set("approval", approval());
    return body;
  }

  static ObjectNode payload() {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    payload
        .put("database", "prod-postgres-main")
        .put("table", "users")
        .put("index", "users_email")
        .put("statement", "CREATE INDEX CONCURRENTLY users_email ON users (email)");
    return payload;
  }

  private static ObjectNode approval() {
    ObjectNode approval = JsonNodeFactory.instance.objectNode();
    approval.putArray("approvers").add("ada");
    approval.putArray("reminders").add("PT8S");
    ArrayNode escalation = approval.putArray("escalation");
    escalation.addObject().put("after", "PT16S").putArray("to").add(SECOND);
    escalation.addObject().put("after", "PT45S").putArray("to").add("group:sre");
    approval.put("deadline", "PT10M");
    approval.putObject("fallback").put("action", "reject");
    return approval;
  }
}
