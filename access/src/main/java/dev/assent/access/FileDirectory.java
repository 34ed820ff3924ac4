package dev.assent.access;

import dev.assent.contract.plan.Assignee;
import java.util.List;
import java.util.Optional;

/** The directory in {@code people.json}. */
final class FileDirectory implements Directory {

  private final Reloading<People> people;

  FileDirectory(Reloading<People> people) {
    this.people = people;
  }

  @Override
  public Optional<Person> person(String id) {
    return people.get().entry(id).map(People.Entry::person);
  }

  @Override
  public Optional<Person> byEmail(String email) {
    return people.get().byEmail(email);
  }

  @Override
  public List<Person> people() {
    return people.get().entries().stream().map(People.Entry::person).toList();
  }

  @Override
  public List<Group> groups() {
    return people.get().groups();
  }

  @Override
  public List<String> groupsOf(String personId) {
    return people.get().groupsOf(personId);
  }

  @Override
  public List<String> membersOf(String groupId) {
    return people.get().group(groupId).map(Group::members).orElse(List.of());
  }

  @Override
  public boolean knows(Assignee assignee) {
    return switch (assignee.kind()) {
      case PERSON -> people.find(known -> known.entry(assignee.id())).isPresent();
      case GROUP -> people.find(known -> known.group(assignee.id())).isPresent();
      case ANYONE -> true;
    };
  }
}
