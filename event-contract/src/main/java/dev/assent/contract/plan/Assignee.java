package dev.assent.contract.plan;

import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.ActorKind;

/**
 * A person, a group, or anyone who may sign in: who is asked to decide, and who is told.
 *
 * @param id the person's or group's id; {@code *} for anyone
 */
public record Assignee(AssigneeKind kind, String id) {

  public static final Assignee ANYONE = new Assignee(AssigneeKind.ANYONE, "*");

  public static Assignee person(String id) {
    return new Assignee(AssigneeKind.PERSON, id);
  }

  public static Assignee group(String id) {
    return new Assignee(AssigneeKind.GROUP, id);
  }

  /** Whether this actor is the one named, or belongs to the group named. Agents never are. */
  public boolean covers(Actor actor) {
    if (actor.kind() != ActorKind.PERSON) {
      return false;
    }
    return switch (kind) {
      case PERSON -> id.equals(actor.id());
      case GROUP -> actor.groups().contains(id);
      case ANYONE -> true;
    };
  }

  /**
   * The text form that people write in a policy: {@code ada}, {@code group:sre}, {@code anyone}.
   */
  public String text() {
    return switch (kind) {
      case PERSON -> parse(id).equals(this) ? id : "person:" + id;
      case GROUP -> "group:" + id;
      case ANYONE -> "anyone";
    };
  }

  /** Reads the form that {@link #text()} writes. */
  public static Assignee parse(String text) {
    if (text.equals("anyone")) {
      return ANYONE;
    }
    if (text.startsWith("group:")) {
      return group(text.substring("group:".length()));
    }
    return person(text.startsWith("person:") ? text.substring("person:".length()) : text);
  }
}
