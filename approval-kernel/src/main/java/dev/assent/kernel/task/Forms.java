package dev.assent.kernel.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.math.BigDecimal;
import java.util.List;

/**
 * Forms: JSON Schema 2020-12 that an answer's data must meet. References outside the schema itself
 * are never fetched.
 */
public final class Forms {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry -> registry.schemaLoader(loader -> loader.fetchRemoteResources(false)));

  private Forms() {}

  /** What does not fit, a sentence each; empty if all does. */
  public static List<String> check(JsonNode form, JsonNode data) {
    return REGISTRY.getSchema(form).validate(data).stream().map(Forms::sentence).sorted().toList();
  }

  /**
   * Text where the form wants a boolean or a number becomes one: command lines and HTML forms know
   * text only. What cannot be read as such stays, for the check to name it.
   */
  public static JsonNode coerce(JsonNode form, JsonNode data) {
    if (!(data instanceof ObjectNode object)) {
      return data;
    }
    ObjectNode typed = object.deepCopy();
    form.path("properties")
        .properties()
        .forEach(
            property -> {
              JsonNode value = typed.get(property.getKey());
              if (value != null && value.isTextual()) {
                typed.set(property.getKey(), typed(property.getValue(), value));
              }
            });
    return typed;
  }

  private static JsonNode typed(JsonNode schema, JsonNode text) {
    String value = text.asText().strip();
    try {
      return switch (schema.path("type").asText()) {
        case "boolean" ->
            switch (value) {
              case "true" -> BooleanNode.TRUE;
              case "false" -> BooleanNode.FALSE;
              default -> text;
            };
        case "integer" -> LongNode.valueOf(Long.parseLong(value));
        case "number" -> DecimalNode.valueOf(new BigDecimal(value));
        default -> text;
      };
    } catch (NumberFormatException e) {
      return text;
    }
  }

  private static String sentence(Error error) {
    String where = error.getInstanceLocation().toString();
    return (where.isEmpty() ? "the data" : where) + ": " + error.getMessage();
  }
}
