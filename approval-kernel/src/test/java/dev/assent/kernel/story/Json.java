package dev.assent.kernel.story;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.json.ContractJson;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON as the tests write it: with single quotes. */
public final class Json {

  private Json() {}

  public static JsonNode json(String text) {
    try {
      return ContractJson.MAPPER.readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }
}
