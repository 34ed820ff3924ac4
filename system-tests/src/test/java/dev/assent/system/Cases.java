package dev.assent.system;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The submissions that the scenarios use. */
final class Cases {

  static final String AGENT = "agent://demo/prod/migrator";

  private Cases() {}

  /** The case of the mission: reminded after 2 s, escalated to bo after 4 s. */
  static Map<String, Object> addIndex() {
    return gate(
        Map.of(
            "approvers",
            List.of("ada"),
            "reminders",
            List.of("PT2S"),
            "escalation",
            List.of(Map.of("after", "PT4S", "to", List.of("bo"))),
            "deadline",
            "PT10M",
            "fallback",
            Map.of("action", "reject")));
  }

  /** A gate for anyone of the group, without reminders. */
  static Map<String, Object> quiet() {
    return gate(Map.of("approvers", List.of("group:sre"), "deadline", "PT1H"));
  }

  /** The same with a text of so many bytes in the payload. */
  static Map<String, Object> quiet(int bytes) {
    Map<String, Object> intent = quiet();
    intent.put("payload", Map.of("notes", "x".repeat(bytes)));
    return intent;
  }

  /** A gate for ada and bo that the policy closes soon if they do not: it ends in any case. */
  static Map<String, Object> brief() {
    return gate(
        Map.of(
            "approvers",
            List.of("ada", "bo"),
            "reminders",
            List.of("PT3S"),
            "deadline",
            "PT8S",
            "fallback",
            Map.of("action", "reject")));
  }

  /** Work for the demo's agent itself. */
  static Map<String, Object> errand() {
    return Map.of(
        "intent_type",
        "db.validate.v1",
        "to_agent",
        AGENT,
        "payload",
        Map.of("database", "prod-postgres-main"));
  }

  static Map<String, Object> gate(Map<String, Object> approval) {
    Map<String, Object> intent = new LinkedHashMap<>();
    intent.put("intent_type", "db.change.v1");
    intent.put("title", "Add index users_email on prod-postgres-main");
    intent.put("to_agent", "human");
    intent.put(
        "payload",
        Map.of(
            "database",
            "prod-postgres-main",
            "statement",
            "create index concurrently users_email on users (email)",
            "checked",
            List.of("no lock longer than 50 ms", "12 GB free")));
    intent.put("approval", approval);
    return intent;
  }
}
