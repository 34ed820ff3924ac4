package dev.assent.contract.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.signature.Sha256;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.erdtman.jcs.NumberToJSON;
import org.jspecify.annotations.Nullable;

/**
 * Canonical JSON (RFC 8785) and the digest over it that decisions are bound to.
 *
 * <p>Written here and not by the library's canonicalizer, which takes a text: each tree would be
 * written once and read again first, twice for each event. Numbers, the hard part, are the
 * library's.
 */
public final class CanonicalJson {

  private static final String ESCAPED = "\b\t\n\f\r\"\\";
  private static final String ESCAPES = "btnfr\"\\";

  private CanonicalJson() {}

  /**
   * The canonical bytes: equal for equal values, whatever the spacing and the order of keys, and
   * different for different values.
   *
   * @throws IllegalArgumentException for a number that an IEEE 754 double would change, and for a
   *     lone surrogate: two values that differ there only would have the same bytes
   */
  public static byte[] bytes(JsonNode value) {
    StringBuilder canonical = new StringBuilder();
    write(value, canonical, null);
    return canonical.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** SHA-256 over the canonical bytes, as 64 hex digits. */
  public static String digest(JsonNode value) {
    return Sha256.hex(bytes(value));
  }

  /** Where a value stands: under this key or index of what is above it. */
  private record Place(@Nullable Place above, Object name) {
    @Override
    public String toString() {
      return (above == null ? "" : above) + "/" + name;
    }
  }

  private static void write(JsonNode value, StringBuilder out, @Nullable Place at) {
    switch (value.getNodeType()) {
      case OBJECT -> writeObject(value, out, at);
      case ARRAY -> writeArray(value, out, at);
      case STRING -> writeText(value.textValue(), out, at);
      case NUMBER -> writeNumber(value, out, at);
      case BOOLEAN, NULL -> out.append(value.asText());
      case BINARY, MISSING, POJO ->
          throw new IllegalArgumentException(
              "not JSON: " + value.getNodeType() + " at " + words(at));
    }
  }

  private static void writeObject(JsonNode object, StringBuilder out, @Nullable Place at) {
    List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
    // The order of Java's strings is that of the RFC: by UTF-16 unit.
    fields.sort(Map.Entry.comparingByKey());
    char separator = '{';
    for (Map.Entry<String, JsonNode> field : fields) {
      out.append(separator);
      separator = ',';
      writeText(field.getKey(), out, at);
      out.append(':');
      write(field.getValue(), out, new Place(at, field.getKey()));
    }
    out.append(fields.isEmpty() ? "{}" : "}");
  }

  private static void writeArray(JsonNode array, StringBuilder out, @Nullable Place at) {
    out.append('[');
    for (int i = 0; i < array.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      write(array.get(i), out, new Place(at, i));
    }
    out.append(']');
  }

  private static void writeText(String text, StringBuilder out, @Nullable Place at) {
    out.append('"');
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit < ' ' || unit == '"' || unit == '\\') {
        escape(unit, out.append(text, written, i));
        written = i + 1;
      } else if (Character.isSurrogate(unit)) {
        if (!isPair(text, i)) {
          throw new IllegalArgumentException(
              "not canonical JSON: a lone surrogate at " + words(at));
        }
        i++;
      }
    }
    out.append(text, written, text.length()).append('"');
  }

  private static boolean isPair(String text, int at) {
    return at + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
  }

  private static void escape(char unit, StringBuilder out) {
    int known = ESCAPED.indexOf(unit);
    out.append('\\');
    if (known >= 0) {
      out.append(ESCAPES.charAt(known));
    } else {
      out.append("u00")
          .append(Character.forDigit(unit >> 4, 16))
          .append(Character.forDigit(unit & 15, 16));
    }
  }

  private static void writeNumber(JsonNode number, StringBuilder out, @Nullable Place at) {
    if (number.isInt()) {
      out.append(number.intValue());
      return;
    }
    double carried = number.doubleValue();
    if (!Double.isFinite(carried)
        || new BigDecimal(Double.toString(carried)).compareTo(number.decimalValue()) != 0) {
      throw new IllegalArgumentException(
          "not canonical JSON: an IEEE 754 double changes the number at "
              + words(at)
              + "; send it as text");
    }
    try {
      out.append(NumberToJSON.serializeNumber(carried));
    } catch (IOException e) {
      throw new IllegalArgumentException("not canonical JSON: " + ContractJson.reason(e), e);
    }
  }

  private static String words(@Nullable Place at) {
    return at == null ? "the top" : at.toString();
  }
}
