package dev.assent.contract.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.json.ContractJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The golden form of a record: key, headers and body as one document; two spaces, line feeds, the
 * order of the wire.
 */
public final class GoldenFiles {

  public static final Path FOLDER = Path.of("src/test/resources/golden");

  private static final ObjectWriter PRETTY =
      ContractJson.MAPPER.writer(
          new DefaultPrettyPrinter()
              .withSeparators(
                  Separators.createDefaultInstance()
                      .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                      .withObjectEmptySeparator("")
                      .withArrayEmptySeparator(""))
              .withObjectIndenter(new DefaultIndenter("  ", "\n"))
              .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  private GoldenFiles() {}

  public static Path of(String wireType) {
    return FOLDER.resolve(wireType + ".json");
  }

  public static String pretty(JsonNode json) {
    try {
      return PRETTY.writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String pretty(WireRecord wire) {
    ObjectNode document = ContractJson.MAPPER.createObjectNode();
    document.put("key", wire.key());
    wire.headers().forEach(document.putObject("headers")::put);
    document.set("body", ContractJson.read(wire.value(), JsonNode.class));
    return pretty(document);
  }

  public static JsonNode document(String wireType) {
    try {
      return ContractJson.MAPPER.readTree(Files.readString(of(wireType)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The record that a golden file holds. */
  public static WireRecord read(String wireType) {
    JsonNode document = document(wireType);
    Map<String, String> headers = new LinkedHashMap<>();
    document
        .get("headers")
        .properties()
        .forEach(e -> headers.put(e.getKey(), e.getValue().asText()));
    return new WireRecord(
        document.get("key").asText(), headers, ContractJson.write(document.get("body")));
  }
}
