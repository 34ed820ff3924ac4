package dev.assent.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.cli.CliException;
import dev.assent.contract.json.ContractJson;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every decision may say besides yes or no. */
@Command
public final class AnswerOptions {
  @Parameters(paramLabel = "ID", description = "The intent's id, or the task's.")
  String id = "";

  @Option(names = "--comment", paramLabel = "TEXT", description = "Why.")
  @Nullable String comment;

  @Option(
      names = "--data",
      paramLabel = "KEY=VALUE",
      description = "A field of the form; may be repeated. A value that is JSON is taken as that.")
  List<String> data = List.of();

  @Option(
      names = "--digest",
      paramLabel = "SHA256",
      description =
          "Of the payload that you saw (assent tasks get): if it was changed since, nothing is"
              + " decided.")
  @Nullable String digest;

  @Mixin DeciderOptions person;
  @Mixin JsonOption json;

  /** The body that decides. */
  ObjectNode body(String outcome, String shownDigest) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode result = body.putObject("task_result").put("outcome", outcome);
    if (comment != null) {
      result.put("comment", comment);
    }
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    data.forEach(field -> put(fields, field));
    if (!fields.isEmpty()) {
      result.set("data", fields);
    }
    return body.put("shown_digest", shownDigest);
  }

  private static void put(ObjectNode fields, String field) {
    int equals = field.indexOf('=');
    if (equals < 1) {
      throw CliException.usage(
          "Expected --data KEY=VALUE, such as --data window=night, but came \"%s\". The data folder is named by --folder here."
              .formatted(field));
    }
    fields.set(field.substring(0, equals), value(field.substring(equals + 1)));
  }

  private static JsonNode value(String text) {
    try {
      JsonNode read = ContractJson.MAPPER.readTree(text);
      if (read != null && !read.isMissingNode()) {
        return read;
      }
    } catch (IOException e) {
      // plain text
    }
    return JsonNodeFactory.instance.textNode(text);
  }
}
