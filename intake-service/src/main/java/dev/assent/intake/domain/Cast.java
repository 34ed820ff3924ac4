package dev.assent.intake.domain;

import dev.assent.contract.plan.Assignee;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The roles of a scenario, and who plays them. */
final class Cast {

  private final Approvers approvers;
  private final String sender;
  private final Map<String, String> agents = new LinkedHashMap<>();
  private final Map<String, Assignee> people = new LinkedHashMap<>();

  private Cast(Approvers approvers, String sender) {
    this.approvers = approvers;
    this.sender = sender;
  }

  static Cast read(Fields bundle, Approvers approvers, String sender) {
    Cast cast = new Cast(approvers, sender);
    bundle.each("agents", 50).forEach(cast::agent);
    bundle.each("humans", 20).forEach(cast::human);
    return cast;
  }

  List<Submission.Role> agents() {
    List<Submission.Role> roles = new ArrayList<>();
    agents.forEach((role, address) -> roles.add(new Submission.Role(role, address)));
    return roles;
  }

  /** Everybody with a role for people; anyone, where there is none. */
  List<Assignee> people() {
    Set<Assignee> all = new LinkedHashSet<>(people.values());
    return all.isEmpty() ? List.of(Assignee.ANYONE) : List.copyOf(all);
  }

  /** The address of the agent with this role or address; null if no agent is meant. */
  @Nullable String agent(String assigned) {
    String byRole = agents.get(assigned);
    if (byRole != null) {
      return byRole;
    }
    if (people.containsKey(assigned)) {
      return null;
    }
    Target target = Target.read(assigned, sender).orElse(new Target.Platform());
    boolean meant =
        assigned.startsWith(Target.SCHEME)
            || target instanceof Target.Agent(String address) && agents.containsValue(address);
    return meant && target instanceof Target.Agent(String address) ? address : null;
  }

  /** The people with this role, or this person; empty after saying that there is nobody. */
  List<Assignee> people(String named, Fields fields, String name) {
    Assignee byRole = people.get(named);
    if (byRole != null) {
      return List.of(byRole);
    }
    Assignee person = approvers.find(named, fields, name);
    return person == null ? List.of() : List.of(person);
  }

  boolean hasPerson(String role) {
    return people.containsKey(role);
  }

  private void agent(Fields fields) {
    String role = role(fields);
    String address = fields.text("address", 383);
    fields.text("display_name", 255);
    fields.text("callback_url", 2000);
    String mode = fields.text("delivery_mode", 64);
    if (mode != null && !mode.equals("stream") && !mode.equals("poll")) {
      fields.warn("delivery_mode", "is " + Say.quote(mode) + ", delivered as stream all the same");
    }
    if (fields.flag("create_if_missing") && address != null) {
      fields.warn(
          "create_if_missing", "agents are not made here; an operator gives each one its key");
    }
    fields.end();
    if (address == null) {
      if (!fields.has("address")) {
        fields.wrong("address", "missing; name the agent's address");
      }
      return;
    }
    if (Target.read(address, sender).orElse(null) instanceof Target.Agent(String known)) {
      if (agents.putIfAbsent(role, known) != null) {
        fields.wrong("role", "expected a role of its own, got " + Say.quote(role) + " again");
      }
    } else {
      fields.wrong(
          "address",
          "expected agent://org/workspace/name or a bare name, got " + Say.quote(address));
    }
  }

  private void human(Fields fields) {
    String role = role(fields);
    String contact = fields.text("contact", 255);
    fields.text("display_name", 255);
    fields.end();
    // Who names nobody means whoever may sign in: that is how the shared bundles are written.
    Assignee person =
        contact == null ? Assignee.ANYONE : approvers.find(contact, fields, "contact");
    if (person != null && people.putIfAbsent(role, person) != null) {
      fields.wrong("role", "expected a role of its own, got " + Say.quote(role) + " again");
    }
  }

  private static String role(Fields fields) {
    String role = fields.text("role", 100);
    if (role == null && !fields.has("role")) {
      fields.wrong("role", "missing; steps are assigned to roles");
    }
    return role == null ? "" : role;
  }
}
