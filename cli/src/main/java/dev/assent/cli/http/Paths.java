package dev.assent.cli.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text as parts of request paths. */
public final class Paths {
  private Paths() {}

  /** One segment, whatever it holds. */
  public static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The path of an intent, with what follows it. */
  public static String intent(String id, String rest) {
    return "/v1/intents/" + segment(id) + rest;
  }

  /** The path of a task, by its own id or its intent's. */
  public static String task(String id) {
    return "/v1/me/tasks/" + segment(id);
  }

  /** The work queue of an agent. */
  public static String agentStream(String address) {
    String bare = address.startsWith("agent://") ? address.substring(8) : address;
    return "/v1/agents/" + bare + "/intents/stream";
  }
}
