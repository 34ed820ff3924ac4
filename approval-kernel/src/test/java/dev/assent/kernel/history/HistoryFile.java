package dev.assent.kernel.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.json.EventCodec;
import dev.assent.kernel.intent.IntentState;
import dev.assent.kernel.intent.StateJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A recorded history: a line for each event as it stood on the wire, and the state they lead to.
 */
record HistoryFile(String lesson, List<RecordedEvent> events, String state) {

  static final Path FOLDER = Path.of("src/test/resources/histories");

  private static final String SUFFIX = ".jsonl";

  static Path path(String lesson) {
    return FOLDER.resolve(lesson + SUFFIX);
  }

  static Stream<HistoryFile> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().map(HistoryFile::read).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HistoryFile read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      String name = file.getFileName().toString();
      return new HistoryFile(
          name.substring(0, name.length() - SUFFIX.length()),
          lines.subList(0, lines.size() - 1).stream().map(HistoryFile::event).toList(),
          lines.getLast());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RecordedEvent event(String line) {
    JsonNode json = ContractJson.read(line.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    Map<String, String> headers = new LinkedHashMap<>();
    json.get("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    return EventCodec.decode(new WireRecord(null, headers, ContractJson.write(json.get("body"))));
  }

  static void write(String lesson, List<RecordedEvent> events, IntentState state) {
    List<String> lines = new ArrayList<>();
    for (RecordedEvent event : events) {
      WireRecord wire = EventCodec.encode(event);
      ObjectNode line = ContractJson.MAPPER.createObjectNode();
      wire.headers().forEach(line.putObject("headers")::put);
      line.set("body", ContractJson.read(wire.value(), JsonNode.class));
      lines.add(line.toString());
    }
    lines.add(StateJson.write(state));
    try {
      Files.createDirectories(FOLDER);
      Files.writeString(path(lesson), String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
