package dev.assent.intake;

import dev.assent.access.Directory;
import dev.assent.access.Group;
import dev.assent.access.Person;
import dev.assent.contract.plan.Assignee;
import java.util.List;
import java.util.Optional;

/** Ada, Bo and Cy; the group sre has two of them, the group ghosts nobody. */
public final class TestDirectory implements Directory {

  private static final List<Person> PEOPLE =
      List.of(
          new Person("ada", "Ada Lovelace", "ada@example.com"),
          new Person("bo", "Bo Diddley", "bo@example.com"),
          new Person("cy", "Cy Young", null));

  private static final List<Group> GROUPS =
      List.of(
          new Group("sre", "Site reliability", List.of("ada", "bo")),
          new Group("ghosts", "Nobody", List.of()));

  @Override
  public Optional<Person> person(String id) {
    return PEOPLE.stream().filter(person -> person.id().equals(id)).findFirst();
  }

  @Override
  public Optional<Person> byEmail(String email) {
    return PEOPLE.stream().filter(person -> email.equalsIgnoreCase(person.email())).findFirst();
  }

  @Override
  public List<Person> people() {
    return PEOPLE;
  }

  @Override
  public List<Group> groups() {
    return GROUPS;
  }

  @Override
  public List<String> groupsOf(String personId) {
    return GROUPS.stream()
        .filter(group -> group.members().contains(personId))
        .map(Group::id)
        .toList();
  }

  @Override
  public List<String> membersOf(String groupId) {
    return GROUPS.stream()
        .filter(group -> group.id().equals(groupId))
        .flatMap(group -> group.members().stream())
        .toList();
  }

  @Override
  public boolean knows(Assignee assignee) {
    return switch (assignee.kind()) {
      case ANYONE -> true;
      case PERSON -> person(assignee.id()).isPresent();
      case GROUP -> GROUPS.stream().anyMatch(group -> group.id().equals(assignee.id()));
    };
  }
}
