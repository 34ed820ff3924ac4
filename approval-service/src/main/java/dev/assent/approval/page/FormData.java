package dev.assent.approval.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.assent.contract.json.ContractJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a person filled in, as data with the types that the schema names. */
public final class FormData {

  private FormData() {}

  /**
   * Reads posted inputs. Blank ones are left out; what does not fit its type stays text, so that
   * the decider can say what is wrong with it.
   *
   * @param fields the fields that were shown: other inputs are ignored
   */
  public static @Nullable JsonNode read(
      @Nullable JsonNode schema, List<FormField> fields, Map<String, String> entered) {
    ObjectNode data = ContractJson.MAPPER.createObjectNode();
    JsonNode properties = schema == null ? data : schema.path("properties");
    for (FormField field : fields) {
      String text = entered.getOrDefault(field.input(), "").strip();
      if (!text.isEmpty()) {
        data.set(field.name(), typed(properties.path(field.name()), text));
      }
    }
    return data.isEmpty() ? null : data;
  }

  private static JsonNode typed(JsonNode schema, String text) {
    for (JsonNode allowed : schema.path("enum")) {
      if (text.equals(allowed.isTextual() ? allowed.textValue() : allowed.toString())) {
        return allowed;
      }
    }
    return switch (FormFields.type(schema)) {
      case "boolean" -> bool(text);
      case "integer", "number" -> number(text);
      case "object", "array" -> json(text);
      default -> TextNode.valueOf(text);
    };
  }

  private static JsonNode bool(String text) {
    return switch (text) {
      case "true" -> ContractJson.MAPPER.getNodeFactory().booleanNode(true);
      case "false" -> ContractJson.MAPPER.getNodeFactory().booleanNode(false);
      default -> TextNode.valueOf(text);
    };
  }

  /** Read as JSON is read, so that it is the same value after its way through the log. */
  private static JsonNode number(String text) {
    if (!text.matches("[+-]?[0-9]{0,40}(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?")) {
      return TextNode.valueOf(text);
    }
    try {
      return json(new BigDecimal(text).toString());
    } catch (NumberFormatException e) {
      return TextNode.valueOf(text);
    }
  }

  private static JsonNode json(String text) {
    try {
      return ContractJson.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(text);
    }
  }
}
