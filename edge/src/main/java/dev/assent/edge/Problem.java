package dev.assent.edge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with a request, as data.
 *
 * @param status of HTTP
 * @param code stable, lower-case; clients branch on it
 * @param detail a sentence: what was expected, what came, what to do
 * @param retryable whether the very same request may succeed later
 * @param errors each single thing that is wrong
 * @param details more for {@code error.details}, as JSON
 * @param headers of the answer
 */
public record Problem(
    int status,
    String code,
    String detail,
    boolean retryable,
    List<String> errors,
    Map<String, JsonNode> details,
    Map<String, String> headers) {

  public Problem {
    errors = List.copyOf(errors);
    details = Map.copyOf(details);
    headers = Map.copyOf(headers);
  }

  public static Problem of(int status, String code, String detail) {
    return new Problem(status, code, detail, false, List.of(), Map.of(), Map.of());
  }

  public Problem withRetryAfter(long seconds) {
    return new Problem(status, code, detail, true, errors, details, headers)
        .withHeader("Retry-After", Long.toString(Math.max(1, seconds)));
  }

  public Problem withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Problem(status, code, detail, retryable, errors, details, more);
  }

  public Problem withDetail(String name, @Nullable JsonNode value) {
    if (value == null) {
      return this;
    }
    Map<String, JsonNode> more = new LinkedHashMap<>(details);
    more.put(name, value);
    return new Problem(status, code, detail, retryable, errors, more, headers);
  }

  public Problem withErrors(List<String> each) {
    return new Problem(status, code, detail, retryable, each, details, headers);
  }
}
