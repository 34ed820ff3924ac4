package dev.assent.access;

import dev.assent.contract.intent.Actor;
import java.util.List;

/**
 * A person.
 *
 * @param groups the ids of the groups they are in now
 * @param method {@code session} or {@code password}
 */
public record PersonCaller(Person person, List<String> groups, String method) implements Caller {

  public PersonCaller {
    groups = List.copyOf(groups);
  }

  @Override
  public Actor actor() {
    return Actor.person(person.id(), groups, method);
  }
}
