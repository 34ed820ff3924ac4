package dev.assent.intake.query;

import dev.assent.access.Directory;
import dev.assent.access.Person;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.plan.Assignee;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What people call those whom the log knows by id. */
public final class Names {

  private final Directory directory;

  public Names(Directory directory) {
    this.directory = directory;
  }

  /** A person's name; the id of somebody who left. */
  String person(String id) {
    return directory.person(id).map(Person::name).orElse(id);
  }

  /** An agent without the scheme of its address, a person by name, anything else as it is. */
  String sender(String from) {
    Optional<Person> person = directory.person(from);
    return person.isPresent() ? person.get().name() : agent(from);
  }

  String agent(String address) {
    return address.startsWith("agent://") ? address.substring("agent://".length()) : address;
  }

  String actor(Actor actor) {
    return switch (actor.kind()) {
      case PERSON -> person(actor.id());
      case AGENT -> agent(actor.id());
      case SYSTEM -> "Assent";
    };
  }

  String all(List<Assignee> assignees) {
    return assignees.isEmpty()
        ? "anyone"
        : assignees.stream().map(this::assignee).collect(Collectors.joining(", "));
  }

  private String assignee(Assignee assignee) {
    return switch (assignee.kind()) {
      case PERSON -> person(assignee.id());
      case GROUP -> "group " + assignee.id();
      case ANYONE -> "anyone who may sign in";
    };
  }
}
