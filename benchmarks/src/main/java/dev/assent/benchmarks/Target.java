package dev.assent.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The Assent that is measured.
 *
 * @param agentKey of the agent that sends
 * @param approver the person who decides; without an e-mail address, so that mails are not measured
 * @param approverToken that person's token
 */
record Target(
    URI url, String bootstrapServers, String agentKey, String approver, String approverToken) {

  /** Reads {@code --url --kafka --key --person --password}. */
  static Target of(Map<String, String> options) throws IOException {
    URI url = URI.create(options.getOrDefault("url", "http://localhost:8300"));
    String person = required(options, "person");
    try (HttpConnection connection = new HttpConnection(url, "")) {
      String body =
          "{\"person\":\"%s\",\"password\":\"%s\"}"
              .formatted(person, required(options, "password"));
      var answer = connection.post("/v1/sessions", body.getBytes(StandardCharsets.UTF_8));
      return new Target(
          url,
          options.getOrDefault("kafka", "localhost:29092"),
          required(options, "key"),
          person,
          answer.field("token"));
    }
  }

  static Map<String, String> options(String[] arguments) {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i].substring(2), arguments[i + 1]);
    }
    return options;
  }

  private static String required(Map<String, String> options, String name) {
    String value = options.get(name);
    if (value == null) {
      throw new IllegalArgumentException("Expected --" + name + " VALUE; see docs/performance.md");
    }
    return value;
  }
}
