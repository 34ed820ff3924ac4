package dev.assent.intake.domain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bytes of strangers, read as one JSON object that can be kept, digested and shown unchanged. */
public final class JsonInput {

  /** The limit that AXP clients know; bigger data stays where it is and is referred to. */
  public static final int MAX_BYTES = 128 * 1024;

  private static final int MAX_DEPTH = 64;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Either the object, or why there is none. */
  public record Result(@Nullable ObjectNode json, @Nullable Refusal refusal) {}

  private JsonInput() {}

  /** The refusal of a body of this many bytes, or null if it may be read. */
  public static @Nullable Refusal tooLarge(long bytes) {
    return bytes <= MAX_BYTES
        ? null
        : Refusal.of(
            RefusalCode.TOO_LARGE,
            "body: expected at most "
                + MAX_BYTES
                + " bytes, got "
                + bytes
                + "; keep big data where it is, and send where to find it and its digest");
  }

  public static Result read(byte[] bytes) {
    Refusal tooLarge = tooLarge(bytes.length);
    if (tooLarge != null) {
      return new Result(null, tooLarge);
    }
    Violations violations = new Violations();
    ObjectNode json = object(bytes, violations);
    return violations.isEmpty() ? new Result(json, null) : new Result(null, violations.refusal());
  }

  private static @Nullable ObjectNode object(byte[] bytes, Violations violations) {
    String text = decode(bytes, violations);
    if (text == null) {
      return null;
    }
    try {
      JsonNode tree = MAPPER.readTree(text);
      if (tree instanceof ObjectNode object) {
        check(object, "", violations);
        return object;
      }
      violations.add(
          "", "expected an object, got " + (tree.isMissingNode() ? "nothing" : Say.kind(tree)));
    } catch (StreamConstraintsException e) {
      boolean depth = e.getOriginalMessage().contains("nesting depth");
      violations.add(
          "",
          depth
              ? "expected at most " + MAX_DEPTH + " levels of nesting, got more"
              : "expected numbers and names of a sane length, got a longer one");
    } catch (JsonProcessingException e) {
      violations.add("", "expected JSON, but " + ContractJson.reason(e));
    }
    return null;
  }

  /** Strict, because a byte that is replaced on the way in is not what the sender signed for. */
  private static @Nullable String decode(byte[] bytes, Violations violations) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      violations.add("", "expected UTF-8, got bytes that are none at offset " + in.position());
      return null;
    }
    String text = out.flip().toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static void check(JsonNode value, String path, Violations violations) {
    switch (value.getNodeType()) {
      case OBJECT -> {
        for (Map.Entry<String, JsonNode> field : value.properties()) {
          String name = Fields.under(path, field.getKey());
          checkText(field.getKey(), name, violations);
          check(field.getValue(), name, violations);
        }
      }
      case ARRAY -> {
        for (int i = 0; i < value.size(); i++) {
          check(value.get(i), path + "[" + i + "]", violations);
        }
      }
      case STRING -> checkText(value.textValue(), path, violations);
      case NUMBER -> checkNumber(value, path, violations);
      case BOOLEAN, NULL, BINARY, MISSING, POJO -> {}
    }
  }

  private static void checkText(String text, String path, Violations violations) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        violations.add(path, "expected text, got the character U+0000 in it; leave it out");
        return;
      }
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          violations.add(path, "expected text, got half of a character (a lone surrogate) in it");
          return;
        }
        i++;
      }
    }
  }

  /** A number that a double changes would have the digest of another number. */
  private static void checkNumber(JsonNode number, String path, Violations violations) {
    if (number.isInt()) {
      return;
    }
    double carried = number.doubleValue();
    if (!Double.isFinite(carried)
        || new BigDecimal(Double.toString(carried)).compareTo(number.decimalValue()) != 0) {
      violations.add(
          path, "expected a number that a double keeps, got one that it changes; send it as text");
    }
  }
}
