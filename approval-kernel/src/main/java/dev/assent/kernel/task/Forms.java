package dev.assent.kernel.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.assent.contract.json.ContractJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Forms: JSON Schema 2020-12 that an answer's data must meet. References outside the schema itself
 * are never fetched.
 */
public final class Forms {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?[0-9]{1,100}(\\.[0-9]{1,100})?([eE][+-]?[0-9]{1,3})?");

  /**
   * Forms are bounded so that the stack suffices, but how much of it the engine of the patterns
   * takes depends on what the JVM has compiled so far: the decider must not end by a form.
   */
  private static final String TOO_DEEP =
      "the form is nested too deeply, in its patterns perhaps, and no answer can be checked";

  private Forms() {}

  /** Whether any answer can be held against this form, and in a moment. */
  public static boolean isBounded(JsonNode form) {
    return FormSize.isBounded(form);
  }

  /**
   * What is wrong with a bounded form that shows on use only, a sentence: patterns above all. Empty
   * if nothing is.
   */
  public static Optional<String> flaw(JsonNode form) {
    try {
      registry().getSchema(form).initializeValidators();
      return Optional.empty();
    } catch (SchemaException | IllegalArgumentException e) {
      Throwable reason = e.getCause() instanceof IllegalArgumentException own ? own : e;
      return Optional.of(String.valueOf(reason.getMessage()));
    } catch (StackOverflowError e) {
      return Optional.of(TOO_DEEP);
    }
  }

  /**
   * What does not fit, a sentence each; empty if all does. A form that is no schema fits nothing:
   * that is said too, and never thrown.
   */
  public static List<String> check(JsonNode form, JsonNode data) {
    if (!isBounded(form)) {
      return List.of(
          "the form is too large, or refers to itself or to what it does not hold, and no answer can be checked");
    }
    try {
      return registry().getSchema(form).validate(data).stream()
          .map(Forms::sentence)
          .sorted()
          .toList();
    } catch (FormPatterns.SpentException e) {
      return List.of(String.valueOf(e.getMessage()));
    } catch (SchemaException | IllegalArgumentException e) {
      return List.of("the form itself is broken, and no answer can fit it");
    } catch (StackOverflowError e) {
      return List.of(TOO_DEEP);
    }
  }

  /** A new one each time: a form that names itself must not be found by another intent's. */
  private static SchemaRegistry registry() {
    return SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12,
        registry ->
            registry
                .schemaLoader(loader -> loader.fetchRemoteResources(false))
                .schemaRegistryConfig(
                    SchemaRegistryConfig.builder()
                        .locale(Locale.ROOT)
                        .regularExpressionFactory(new FormPatterns())
                        .build()));
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
    List<String> types = types(schema.path("type"));
    if (types.contains("string")) {
      return text;
    }
    String value = text.asText().strip();
    JsonNode found = null;
    if (types.contains("boolean")) {
      found = bool(value);
    }
    if (found == null && (types.contains("integer") || types.contains("number"))) {
      found = number(value);
    }
    return found == null ? text : found;
  }

  private static List<String> types(JsonNode type) {
    List<String> types = new ArrayList<>();
    if (type.isTextual()) {
      types.add(type.asText());
    }
    type.elements().forEachRemaining(one -> types.add(one.asText()));
    return types;
  }

  private static @Nullable JsonNode bool(String text) {
    return switch (text) {
      case "true" -> BooleanNode.TRUE;
      case "false" -> BooleanNode.FALSE;
      default -> null;
    };
  }

  /** Read as JSON is read, so that the node is the same after it went through the log. */
  private static @Nullable JsonNode number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return null;
    }
    try {
      return ContractJson.MAPPER.readTree(new BigDecimal(text).toString());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a number that is no JSON", e);
    }
  }

  private static String sentence(Error error) {
    String where = error.getInstanceLocation().toString();
    return (where.isEmpty() ? "the data" : where) + ": " + error.getMessage();
  }
}
