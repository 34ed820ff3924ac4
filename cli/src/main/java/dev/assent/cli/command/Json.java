package dev.assent.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.cli.CliException;
import dev.assent.cli.Context;
import dev.assent.cli.Failures;
import dev.assent.contract.json.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** JSON that people hand in: in place, from a file, or piped in. */
final class Json {
  private Json() {}

  /**
   * An object.
   *
   * @param text the object itself, {@code @file}, or {@code -} for what is piped in
   * @param option where it stood, for messages
   */
  static ObjectNode object(Context context, String text, String option) {
    return parse(source(context, text, option), option);
  }

  /** The object in a file, or piped in for {@code -}. */
  static ObjectNode file(Context context, String file, String option) {
    return parse(
        file.equals("-") ? context.terminal().readAll() : read(context, file, option), option);
  }

  private static String source(Context context, String text, String option) {
    if (text.equals("-")) {
      return context.terminal().readAll();
    }
    return text.startsWith("@") ? read(context, text.substring(1), option) : text;
  }

  private static String read(Context context, String file, String option) {
    Path path = context.folder().resolve(file);
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw CliException.failed(
          "Cannot read the file of %s. %s".formatted(option, Failures.reason(e)), e);
    }
  }

  private static ObjectNode parse(String text, String option) {
    try {
      JsonNode read = ContractJson.MAPPER.readTree(text);
      if (read instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException e) {
      throw CliException.usage(
          "Expected a JSON object in %s, but %s.".formatted(option, ContractJson.reason(e)));
    }
    throw CliException.usage(
        "Expected a JSON object in %s, such as '{\"table\":\"users\"}', but came something else."
            .formatted(option));
  }
}
