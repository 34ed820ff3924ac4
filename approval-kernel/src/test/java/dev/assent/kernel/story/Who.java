package dev.assent.kernel.story;

import dev.assent.contract.intent.Actor;
import java.util.List;
import java.util.Map;

/** The people and agents of the stories. Cy and Dee are on call; Eve is nobody in particular. */
public final class Who {

  public static final String PLANNER = "agent://acme/prod/planner";
  public static final String MIGRATOR = "agent://acme/prod/migrator";
  public static final String STRANGER = "agent://acme/dev/stranger";

  private static final Map<String, List<String>> GROUPS =
      Map.of("cy", List.of("sre"), "dee", List.of("dba", "sre"));

  private Who() {}

  public static Actor person(String id) {
    return Actor.person(id, GROUPS.getOrDefault(id, List.of()), "session");
  }

  public static Actor agent(String address) {
    return Actor.agent(address, "api_key");
  }
}
