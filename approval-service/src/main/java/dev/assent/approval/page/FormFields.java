package dev.assent.approval.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields that a person fills in, from the JSON Schema of a task's form. */
public final class FormFields {

  /** What the page asks for by its buttons and its comment box; never a field. */
  private static final Set<String> NOT_A_FIELD = Set.of("outcome", "comment");

  private static final int LONG_TEXT = 200;
  private static final int MAX_FIELDS = 100;

  private FormFields() {}

  /**
   * The fields in the order of the schema.
   *
   * @param entered what the person typed before, by the inputs' names
   */
  public static List<FormField> of(@Nullable JsonNode schema, Map<String, String> entered) {
    if (schema == null) {
      return List.of();
    }
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    List<FormField> fields = new ArrayList<>();
    schema
        .path("properties")
        .properties()
        .forEach(
            entry -> {
              if (isField(entry.getKey(), entry.getValue()) && fields.size() < MAX_FIELDS) {
                fields.add(
                    field(
                        entry.getKey(),
                        entry.getValue(),
                        required.contains(entry.getKey()),
                        entered));
              }
            });
    return fields;
  }

  /** The name of the HTML input for a property. */
  public static String input(String property) {
    return "field." + property;
  }

  private static boolean isField(String name, JsonNode schema) {
    // "approved" as a boolean says the same as the button.
    return !NOT_A_FIELD.contains(name)
        && !(name.equals("approved") && type(schema).equals("boolean"));
  }

  static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      for (JsonNode each : type) {
        if (!each.asText().equals("null")) {
          return each.asText();
        }
      }
    }
    return type.asText("");
  }

  private static FormField field(
      String name, JsonNode schema, boolean required, Map<String, String> entered) {
    String title = schema.path("title").asText("");
    String description = schema.path("description").asText("");
    String value = entered.getOrDefault(input(name), initial(schema));
    List<FormField.Option> options = options(schema, value);
    String kind = options.isEmpty() ? kind(schema) : "choice";
    return new FormField(
        name,
        input(name),
        title.isEmpty() ? Wording.sentence(name) : Visible.line(title),
        description.isEmpty() ? null : Visible.text(description),
        kind,
        required,
        value,
        options,
        number(schema, "minimum"),
        number(schema, "maximum"),
        kind.equals("number") ? (type(schema).equals("integer") ? "1" : "any") : null,
        schema.path("maxLength").isInt() ? schema.path("maxLength").intValue() : null);
  }

  private static String initial(JsonNode schema) {
    JsonNode value = schema.path("default");
    return value.isValueNode() ? value.asText() : value.isMissingNode() ? "" : value.toString();
  }

  private static List<FormField.Option> options(JsonNode schema, String value) {
    List<FormField.Option> options = new ArrayList<>();
    if (type(schema).equals("boolean")) {
      // Not a check box: one left alone would say no without having been asked.
      options.add(new FormField.Option("true", "Yes", value.equals("true")));
      options.add(new FormField.Option("false", "No", value.equals("false")));
      return options;
    }
    schema
        .path("enum")
        .forEach(
            each -> {
              String text = each.isTextual() ? each.textValue() : each.toString();
              options.add(new FormField.Option(text, Visible.line(text), value.equals(text)));
            });
    return options;
  }

  private static String kind(JsonNode schema) {
    return switch (type(schema)) {
      case "integer", "number" -> "number";
      case "string" ->
          switch (schema.path("format").asText("")) {
            case "date" -> "date";
            case "email" -> "email";
            case "uri", "url" -> "url";
            default -> schema.path("maxLength").asInt(0) > LONG_TEXT ? "long" : "text";
          };
      case "" -> "text";
      default -> "json";
    };
  }

  private static @Nullable String number(JsonNode schema, String key) {
    return schema.path(key).isNumber() ? schema.path(key).asText() : null;
  }
}
