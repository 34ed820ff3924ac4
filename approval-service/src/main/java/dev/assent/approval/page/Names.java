package dev.assent.approval.page;

import dev.assent.contract.intent.Actor;
import dev.assent.contract.plan.Assignee;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What people, groups and agents are called on a page. */
public final class Names {

  private final Function<String, Optional<String>> people;

  /**
   * @param people the display name of a person's id, if the directory knows it
   */
  public Names(Function<String, Optional<String>> people) {
    this.people = people;
  }

  public String of(Actor actor) {
    return switch (actor.kind()) {
      case PERSON -> person(actor.id());
      case AGENT -> Visible.line(actor.id());
      case SYSTEM -> "The " + Visible.line(actor.id());
    };
  }

  public String of(Assignee assignee) {
    return switch (assignee.kind()) {
      case PERSON -> person(assignee.id());
      case GROUP -> "group " + Visible.line(assignee.id());
      case ANYONE -> "anyone who can sign in";
    };
  }

  public String person(String id) {
    return Visible.line(people.apply(id).orElse(id));
  }

  /** The same at the beginning of a line. */
  String upper(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** {@code Ada, Bo or group sre}. */
  public String anyOf(List<Assignee> assignees) {
    List<String> names = assignees.stream().map(this::of).toList();
    if (names.size() < 2) {
      return String.join("", names);
    }
    return String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast();
  }
}
