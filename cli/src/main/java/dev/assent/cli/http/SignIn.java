package dev.assent.cli.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Opens sessions for people. */
public final class SignIn {
  private SignIn() {}

  /** The server as this person sees it. */
  public static Api as(Api api, String person, String password) {
    JsonNode answer =
        api.post(
            "/v1/sessions",
            JsonNodeFactory.instance.objectNode().put("person", person).put("password", password),
            null);
    return api.as(new Credential(answer.path("token").asText(), person));
  }
}
