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
import dev.assent.contract.json.ExactJson;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Bytes of strangers, read as one JSON object that can be kept, digested and shown unchanged. */
public final class JsonInput {

  /** The limit that AXP clients know; bigger data stays where it is and is referred to. */
  public static final int MAX_BYTES = 128 * 1024;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(ExactJson.MAX_DEPTH).build())
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
        ExactJson.check(object, "", Fields::under, violations::add);
        return object;
      }
      violations.add(
          "", "expected an object, got " + (tree.isMissingNode() ? "nothing" : Say.kind(tree)));
    } catch (StreamConstraintsException e) {
      boolean depth = e.getOriginalMessage().contains("nesting depth");
      violations.add(
          "",
          depth
              ? "expected at most " + ExactJson.MAX_DEPTH + " levels of nesting, got more"
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
}
