package dev.assent.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Kafka's own console tools, as they come with the broker: no code of ours in between. */
record StockTools(String bootstrapServers) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SECONDS = 90;

  /** Produces one record without key or headers. */
  void produce(String topic, String value) {
    run("org.apache.kafka.tools.ConsoleProducer", List.of("--topic", topic), value + "\n");
  }

  /** All records from the beginning until nothing more comes for a while. */
  List<String> consumeAll(String topic) {
    String output =
        run(
            "org.apache.kafka.tools.consumer.ConsoleConsumer",
            List.of("--topic", topic, "--from-beginning", "--timeout-ms", "4000"),
            "");
    return output.lines().filter(line -> line.startsWith("{")).toList();
  }

  /** The completion of this intent; null if there is none yet. */
  JsonNode completionOf(String intentId) {
    for (String line : consumeAll("assent.completions")) {
      try {
        JsonNode completion = JSON.readTree(line);
        if (completion.path("intent_id").asText().equals(intentId)) {
          return completion;
        }
      } catch (IOException e) {
        throw new AssertionError("not JSON: " + line, e);
      }
    }
    return null;
  }

  private String run(String tool, List<String> arguments, String input) {
    Path module = Installation.ROOT.resolve("cli/target");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                module.resolve("classes") + ":" + module.resolve("lib") + "/*",
                tool,
                "--bootstrap-server",
                bootstrapServers));
    command.addAll(arguments);
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (var in = process.getOutputStream()) {
        in.write(input.getBytes(StandardCharsets.UTF_8));
      }
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new AssertionError(tool + " failed: " + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
