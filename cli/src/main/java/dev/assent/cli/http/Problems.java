package dev.assent.cli.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.assent.cli.terminal.Moments;
import dev.assent.cli.terminal.Text;
import dev.assent.contract.json.ContractJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads what the server says when it refuses. */
final class Problems {
  private Problems() {}

  static ProblemException of(int status, byte[] body) {
    JsonNode problem = read(body);
    JsonNode error = problem.path("error");
    String code = error.path("code").asText(problem.path("code").asText(""));
    boolean retryable = problem.path("retryable").asBoolean(false) && status == 503;
    return new ProblemException(status, code, retryable, sentences(status, problem, error));
  }

  private static String sentences(int status, JsonNode problem, JsonNode error) {
    List<String> lines = new ArrayList<>();
    lines.add(Text.visible(sentence(status, problem, error)));
    JsonNode violations = error.path("details").path("errors");
    // A single one stands in the sentence already.
    if (violations.size() > 1) {
      lines.set(0, "The server found %d things wrong:".formatted(violations.size()));
      violations.forEach(each -> lines.add("  - " + Text.visible(words(each))));
    }
    JsonNode winner = error.path("details").path("winner");
    if (winner.path("by").isObject()
        && !lines.getFirst().contains(winner.path("outcome").asText())) {
      lines.add(
          "%s decided first: %s at %s."
              .formatted(
                  Text.visible(winner.path("by").path("id").asText()),
                  Text.visible(winner.path("outcome").asText()),
                  Moments.clock(winner.path("at").asText())));
    }
    return String.join("\n", lines);
  }

  private static String sentence(int status, JsonNode problem, JsonNode error) {
    for (String candidate :
        List.of(
            error.path("message").asText(""),
            problem.path("detail").asText(""),
            error.isTextual() ? error.asText() : "",
            problem.path("title").asText(""))) {
      if (!candidate.isBlank()) {
        return candidate.endsWith(".") ? candidate : candidate + ".";
      }
    }
    return "The server answered with status " + status + " and gave no reason.";
  }

  private static String words(JsonNode violation) {
    return violation.isTextual() ? violation.asText() : violation.path("message").asText();
  }

  private static JsonNode read(byte[] body) {
    try {
      JsonNode read = ContractJson.MAPPER.readTree(body);
      return read == null ? MissingNode.getInstance() : read;
    } catch (IOException e) {
      return MissingNode.getInstance(); // a proxy's page, or nothing
    }
  }
}
