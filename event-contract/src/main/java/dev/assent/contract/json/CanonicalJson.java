package dev.assent.contract.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.signature.Sha256;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;

/** Canonical JSON (RFC 8785) and the digest over it that decisions are bound to. */
public final class CanonicalJson {

  private CanonicalJson() {}

  /**
   * The canonical bytes: equal for equal values, whatever the spacing and the order of keys, and
   * different for different values.
   *
   * @throws IllegalArgumentException for a number that an IEEE 754 double would change, and for a
   *     lone surrogate: two values that differ there only would have the same bytes
   */
  public static byte[] bytes(JsonNode value) {
    requireExact(value, "");
    try {
      // Wrapped, because the canonicalizer takes objects and arrays only.
      byte[] wrapped =
          new JsonCanonicalizer("[" + ContractJson.MAPPER.writeValueAsString(value) + "]")
              .getEncodedUTF8();
      return Arrays.copyOfRange(wrapped, 1, wrapped.length - 1);
    } catch (IOException e) {
      throw new IllegalArgumentException("not canonical JSON: " + ContractJson.reason(e), e);
    }
  }

  /** SHA-256 over the canonical bytes, as 64 hex digits. */
  public static String digest(JsonNode value) {
    return Sha256.hex(bytes(value));
  }

  private static void requireExact(JsonNode value, String at) {
    if (value.isTextual()) {
      requireWholeText(value.textValue(), at);
    } else if (value.isNumber()) {
      requireExactNumber(value, at);
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        requireExact(value.get(i), at + "/" + i);
      }
    } else {
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        requireWholeText(field.getKey(), at);
        requireExact(field.getValue(), at + "/" + field.getKey());
      }
    }
  }

  private static void requireExactNumber(JsonNode number, String at) {
    double carried = number.doubleValue();
    if (!Double.isFinite(carried)
        || new BigDecimal(Double.toString(carried)).compareTo(number.decimalValue()) != 0) {
      throw new IllegalArgumentException(
          "not canonical JSON: an IEEE 754 double changes the number at "
              + place(at)
              + "; send it as text");
    }
  }

  private static void requireWholeText(String text, String at) {
    if (text.codePoints().anyMatch(point -> point >= 0xD800 && point <= 0xDFFF)) {
      throw new IllegalArgumentException("not canonical JSON: a lone surrogate at " + place(at));
    }
  }

  private static String place(String at) {
    return at.isEmpty() ? "the top" : at;
  }
}
