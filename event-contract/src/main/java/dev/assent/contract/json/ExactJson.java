package dev.assent.contract.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assent.contract.envelope.UnreadableRecordException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;

/**
 * What strangers send must be JSON that can be kept, digested, compared and shown unchanged, and
 * put into larger documents: no deep nesting, no number that a double changes, no text that is
 * none. All of it is checked before anything else looks at it.
 */
public final class ExactJson {

  /** How deep a document of a stranger may be. */
  public static final int MAX_DEPTH = 64;

  /** Names that may be repeated to whoever reads what is wrong. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{1,40}");

  /** For a document of a stranger, and for a signal around one. */
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH + 8).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private ExactJson() {}

  /**
   * Reads a document.
   *
   * @param what it should be, for the sentence if it is not
   * @throws UnreadableRecordException saying what is wrong with it
   */
  public static JsonNode read(byte[] json, String what) {
    JsonNode tree;
    try {
      tree = MAPPER.readTree(json);
    } catch (StreamConstraintsException e) {
      throw new UnreadableRecordException(
          "Expected "
              + what
              + " with at most "
              + MAX_DEPTH
              + " levels of nesting, and numbers and names of a sane length, but came more",
          e);
    } catch (IOException e) {
      throw new UnreadableRecordException(
          "Expected " + what + ", but " + ContractJson.reason(e), e);
    }
    List<String> flaws = new ArrayList<>();
    check(tree, "", ExactJson::under, (path, flaw) -> flaws.add(path + ": " + flaw));
    if (!flaws.isEmpty()) {
      throw new UnreadableRecordException(flaws.getFirst());
    }
    return tree;
  }

  private static String under(String path, String name) {
    String shown = PLAIN.matcher(name).matches() ? name : "…";
    return path.isEmpty() ? shown : path + "." + shown;
  }

  /**
   * Tells of every text and number that is not exact.
   *
   * @param naming the path of a field from that of its object and its name
   * @param flaws is given the path and the sentence
   */
  public static void check(
      JsonNode value,
      String path,
      BinaryOperator<String> naming,
      BiConsumer<String, String> flaws) {
    switch (value.getNodeType()) {
      case OBJECT -> {
        for (Map.Entry<String, JsonNode> field : value.properties()) {
          String name = naming.apply(path, field.getKey());
          checkText(field.getKey(), name, flaws);
          check(field.getValue(), name, naming, flaws);
        }
      }
      case ARRAY -> {
        for (int i = 0; i < value.size(); i++) {
          check(value.get(i), path + "[" + i + "]", naming, flaws);
        }
      }
      case STRING -> checkText(value.textValue(), path, flaws);
      case NUMBER -> checkNumber(value, path, flaws);
      case BOOLEAN, NULL, BINARY, MISSING, POJO -> {}
    }
  }

  private static void checkText(String text, String path, BiConsumer<String, String> flaws) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        flaws.accept(path, "expected text, got the character U+0000 in it; leave it out");
        return;
      }
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          flaws.accept(path, "expected text, got half of a character (a lone surrogate) in it");
          return;
        }
        i++;
      }
    }
  }

  /**
   * A number that a double changes would have the digest of another number; and one of few signs
   * and many digits takes whoever writes it out years, or all the memory there is.
   */
  private static void checkNumber(JsonNode number, String path, BiConsumer<String, String> flaws) {
    if (number.isInt()) {
      return;
    }
    double carried = number.doubleValue();
    if (!Double.isFinite(carried)
        || new BigDecimal(Double.toString(carried)).compareTo(number.decimalValue()) != 0) {
      flaws.accept(
          path, "expected a number that a double keeps, got one that it changes; send it as text");
    }
  }
}
