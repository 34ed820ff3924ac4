package dev.assent.access;

import dev.assent.contract.intent.Actor;

/**
 * An agent or a pipeline.
 *
 * @param address the one address that its key is scoped to, such as {@code
 *     agent://acme/prod/migrator}
 * @param keyId names the key, and is no secret
 */
public record AgentCaller(String address, String keyId) implements Caller {

  @Override
  public Actor actor() {
    return Actor.agent(address, "api_key");
  }
}
