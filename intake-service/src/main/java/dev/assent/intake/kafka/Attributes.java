package dev.assent.intake.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.envelope.CloudEventHeaders;
import dev.assent.intake.domain.Say;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The attributes of CloudEvents that strangers write, with their names as Kafka headers. */
final class Attributes {

  static final String PREFIX = "ce_";

  /** As long as an agent's address may be. */
  private static final int LONGEST = 383;

  private static final int MOST = 64;

  private Attributes() {}

  static boolean isBinary(Map<String, String> headers) {
    return headers.containsKey(CloudEventHeaders.SPEC_VERSION)
        || headers.containsKey(CloudEventHeaders.ID);
  }

  /** Whether this can name something: there, short, and printable. */
  static boolean isName(@Nullable String text) {
    return text != null
        && !text.isBlank()
        && text.length() <= LONGEST
        && text.chars().noneMatch(c -> Character.isISOControl(c) || c == '\uFFFD');
  }

  /** The text if it is a name, else the other one. */
  static String nameOr(@Nullable String text, String otherwise) {
    return text != null && isName(text) ? text : otherwise;
  }

  /** What is wrong with headers before anything is done with them. */
  static List<String> check(Map<String, String> headers) {
    List<String> wrong = new ArrayList<>();
    if (headers.size() > MOST) {
      wrong.add("headers: expected at most " + MOST + ", got " + headers.size());
    }
    headers.forEach(
        (name, value) -> {
          boolean known = name.startsWith(PREFIX) || name.startsWith("assent-");
          if (known && wrong.size() < 8 && !isName(value)) {
            wrong.add(
                Say.quote(name)
                    + ": expected 1 to "
                    + LONGEST
                    + " characters of UTF-8 text, got "
                    + Say.quote(value));
          }
        });
    String type = headers.get(CloudEventHeaders.CONTENT_TYPE);
    if (type != null && !isJson(type)) {
      wrong.add(
          "content-type: expected application/json or "
              + CloudEventHeaders.STRUCTURED
              + ", got "
              + Say.quote(type));
    }
    return wrong;
  }

  /** What CloudEvents asks of every event. */
  static List<String> checkRequired(Map<String, String> attributes) {
    List<String> wrong = new ArrayList<>();
    for (String name : List.of(CloudEventHeaders.ID, CloudEventHeaders.SOURCE)) {
      String value = attributes.get(name);
      if (!isName(value)) {
        wrong.add(
            name
                + (value == null
                    ? ": missing; CloudEvents need it"
                    : ": expected 1 to " + LONGEST + " characters of text"));
      }
    }
    String version = attributes.get(CloudEventHeaders.SPEC_VERSION);
    if (version != null && !version.equals("1.0")) {
      wrong.add("ce_specversion: expected 1.0, got " + Say.quote(version));
    }
    return wrong;
  }

  /** The attributes of a structured event, as headers. */
  static Map<String, String> ofDocument(ObjectNode document, Map<String, String> headers) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : document.properties()) {
      if (field.getValue().isTextual()) {
        attributes.put(PREFIX + field.getKey(), field.getValue().textValue());
      }
    }
    // The header names the hop; the attribute inside only where it all began.
    String hop = headers.get(CloudEventHeaders.TRACEPARENT);
    String first = attributes.get(PREFIX + CloudEventHeaders.TRACEPARENT);
    if (hop != null || first != null) {
      attributes.put(CloudEventHeaders.TRACEPARENT, hop == null ? String.valueOf(first) : hop);
    }
    return attributes;
  }

  static List<String> checkDocument(ObjectNode document, Map<String, String> attributes) {
    List<String> wrong = new ArrayList<>(checkRequired(attributes));
    JsonNode data = document.get("data");
    if (!(data instanceof ObjectNode)) {
      String got = data == null ? "nothing" : Say.kind(data);
      wrong.add("data: expected the submission as an object, got " + got);
    }
    return wrong;
  }

  private static boolean isJson(String contentType) {
    String type = contentType.toLowerCase(Locale.ROOT);
    String essence =
        type.contains(";") ? type.substring(0, type.indexOf(';')).strip() : type.strip();
    return essence.equals("application/json")
        || essence.endsWith("+json") && !essence.equals("application/cloudevents-batch+json");
  }
}
