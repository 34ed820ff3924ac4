package dev.assent.intake.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fields of one JSON object by name and type; every mismatch becomes a violation. */
final class Fields extends Section {

  Fields(ObjectNode json, Manner manner, Violations violations, Violations warnings) {
    this(json, "", manner, violations, warnings);
  }

  private Fields(
      ObjectNode json, String path, Manner manner, Violations violations, Violations warnings) {
    super(json, path, manner, violations, warnings);
  }

  @Nullable String text(String name, int longest) {
    JsonNode value = take(name);
    if (value == null) {
      return null;
    }
    if (!value.isTextual()) {
      wrong(name, "expected a string, got " + Say.kind(value));
      return null;
    }
    String text = value.textValue();
    if (text.isBlank()) {
      wrong(name, "expected some text, got an empty string; leave the field out instead");
      return null;
    }
    if (text.length() > longest) {
      wrong(name, "expected at most " + longest + " characters, got " + text.length());
      return null;
    }
    return text;
  }

  @Nullable UUID uuid(String name) {
    String text = text(name, 64);
    if (text == null) {
      return null;
    }
    try {
      UUID uuid = UUID.fromString(text);
      if (uuid.toString().equalsIgnoreCase(text)) {
        return uuid;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    wrong(name, "expected a UUID, got " + Say.quote(text) + "; leave it out and one is made");
    return null;
  }

  boolean flag(String name) {
    JsonNode value = take(name);
    if (value != null && !value.isBoolean()) {
      wrong(name, "expected true or false, got " + Say.kind(value));
    }
    return value != null && value.asBoolean();
  }

  /** A whole number from {@code least}; null where there is none. */
  @Nullable Integer number(String name, int least, int most) {
    JsonNode value = take(name);
    if (value == null) {
      return null;
    }
    if (!value.isNumber() || value.doubleValue() != Math.rint(value.doubleValue())) {
      String got = value.isNumber() ? value.asText() : Say.kind(value);
      wrong(name, "expected a whole number, got " + got);
      return null;
    }
    double number = value.doubleValue();
    if (number < least || number > most) {
      wrong(name, "expected a whole number from " + least + " to " + most + ", got " + value);
      return null;
    }
    return (int) number;
  }

  /** Whole seconds, as the AXP fields count. */
  @Nullable Duration seconds(String name) {
    Integer seconds = number(name, 1, (int) Durations.LONGEST.toSeconds());
    return seconds == null ? null : Duration.ofSeconds(seconds);
  }

  @Nullable Duration duration(String name) {
    JsonNode value = take(name);
    return value == null ? null : Durations.read(value, at(name), violations);
  }

  List<Duration> durations(String name) {
    List<Duration> read = new ArrayList<>();
    List<JsonNode> items = items(name, 100);
    for (int i = 0; i < items.size(); i++) {
      Duration duration = Durations.read(items.get(i), at(name) + "[" + i + "]", violations);
      if (duration != null) {
        read.add(duration);
      }
    }
    return read;
  }

  /** A time after {@code now}. */
  @Nullable Instant future(String name, Instant now) {
    String text = text(name, 64);
    if (text == null) {
      return null;
    }
    Instant at;
    try {
      at = OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      wrong(
          name,
          "expected a time with its zone such as 2030-01-31T12:00:00Z, got " + Say.quote(text));
      return null;
    }
    if (!at.isAfter(now)) {
      wrong(name, "expected a time in the future, got " + at + ", and now it is " + now);
      return null;
    }
    if (at.isAfter(now.plus(Durations.LONGEST))) {
      wrong(name, "expected a time within the next ten years, got " + Say.quote(text));
      return null;
    }
    return at;
  }

  @Nullable ObjectNode object(String name) {
    JsonNode value = take(name);
    if (value == null || value instanceof ObjectNode) {
      return (ObjectNode) value;
    }
    wrong(name, "expected an object, got " + Say.kind(value));
    return null;
  }

  /** The fields of an object below this one. */
  @Nullable Fields fields(String name) {
    ObjectNode value = object(name);
    return value == null ? null : new Fields(value, at(name), manner, violations, warnings);
  }

  /** The fields of an object that is not there. */
  Fields empty(String name) {
    return new Fields(json.objectNode(), at(name), manner, violations, warnings);
  }

  /** The fields of each object of an array. */
  List<Fields> each(String name, int most) {
    List<Fields> all = new ArrayList<>();
    List<JsonNode> items = items(name, most);
    for (int i = 0; i < items.size(); i++) {
      String place = at(name) + "[" + i + "]";
      if (items.get(i) instanceof ObjectNode item) {
        all.add(new Fields(item, place, manner, violations, warnings));
      } else {
        violations.add(place, "expected an object, got " + Say.kind(items.get(i)));
      }
    }
    return all;
  }

  /** The texts of an array, by their place in it. */
  List<String> texts(String name, int most, int longest) {
    List<String> texts = new ArrayList<>();
    List<JsonNode> items = items(name, most);
    for (int i = 0; i < items.size(); i++) {
      JsonNode item = items.get(i);
      String place = at(name) + "[" + i + "]";
      if (!item.isTextual() || item.textValue().isBlank()) {
        String got = item.isTextual() ? "an empty string" : Say.kind(item);
        violations.add(place, "expected some text, got " + got);
      } else if (item.textValue().length() > longest) {
        violations.add(
            place, "expected at most " + longest + " characters, got " + item.textValue().length());
      } else {
        texts.add(item.textValue());
      }
    }
    return texts;
  }

  boolean isEmptyArray(String name) {
    return take(name) instanceof ArrayNode array && array.isEmpty();
  }

  void formSchema(String name, JsonNode form) {
    FormSchemas.check(form, at(name), violations);
  }

  private List<JsonNode> items(String name, int most) {
    JsonNode value = take(name);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof ArrayNode array)) {
      wrong(name, "expected an array, got " + Say.kind(value));
      return List.of();
    }
    if (array.size() > most) {
      wrong(name, "expected at most " + most + " entries, got " + array.size());
      return List.of();
    }
    List<JsonNode> items = new ArrayList<>(array.size());
    array.forEach(items::add);
    return items;
  }
}
