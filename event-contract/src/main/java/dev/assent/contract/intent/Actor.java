package dev.assent.contract.intent;

import java.util.List;

/**
 * Who acted, as their credential told; never taken from the body of a request.
 *
 * @param id a person's id ({@code ada}), an agent's address ({@code agent://acme/prod/migrator}) or
 *     the name of a part of the system ({@code timer})
 * @param groups the groups a person was in at that moment
 * @param method how they were authenticated: {@code session}, {@code api_key}, {@code kafka},
 *     {@code internal}
 */
public record Actor(ActorKind kind, String id, List<String> groups, String method) {

  public Actor {
    groups = List.copyOf(groups);
  }

  /** A part of Assent itself, such as the clock. */
  public static Actor system(String name) {
    return new Actor(ActorKind.SYSTEM, name, List.of(), "internal");
  }

  public static Actor person(String id, List<String> groups, String method) {
    return new Actor(ActorKind.PERSON, id, groups, method);
  }

  public static Actor agent(String address, String method) {
    return new Actor(ActorKind.AGENT, address, List.of(), method);
  }
}
