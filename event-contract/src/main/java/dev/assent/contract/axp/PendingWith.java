package dev.assent.contract.axp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.plan.Assignee;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whose move it is.
 *
 * @param type {@code agent}, {@code human} or {@code internal}
 * @param ref an agent's address, the first one asked, or {@code agent_core}
 * @param name for people to read
 */
public record PendingWith(String type, String ref, String name) {

  /** The name under which AXP clients know the platform itself. */
  public static final String PLATFORM = "agent_core";

  public static PendingWith agent(String address) {
    return new PendingWith("agent", address, address.substring(address.lastIndexOf('/') + 1));
  }

  public static PendingWith people(List<Assignee> asked) {
    String ref = asked.isEmpty() ? Assignee.ANYONE.text() : asked.getFirst().text();
    return new PendingWith("human", ref, names(asked));
  }

  public static PendingWith platform() {
    return new PendingWith("internal", PLATFORM, PLATFORM);
  }

  /** These assignees in one line: {@code ada, group:sre}. */
  public static String names(List<Assignee> assignees) {
    return assignees.isEmpty()
        ? Assignee.ANYONE.text()
        : assignees.stream().map(Assignee::text).collect(Collectors.joining(", "));
  }

  public ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", type)
        .put("ref", ref)
        .put("name", name);
  }
}
