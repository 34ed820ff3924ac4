package dev.assent.auditor.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.envelope.CloudEventHeaders;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.json.LogTypes;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.kafka.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an export, each a JSON document: first what it is, then partition by partition its
 * events and its checkpoints, in the order of the log. What neither a hash nor a signature covers
 * is left out.
 */
final class ExportFormat {

  static final String EVENT = "event";
  static final String CHECKPOINT = "checkpoint";

  private static final String NAME = "assent.export";
  private static final int VERSION = 1;
  private static final String CHECKPOINT_TYPE = LogTypes.TABLE.entries().getFirst().wireType();

  private ExportFormat() {}

  /** The first line. */
  record Head(int partitions) {}

  static byte[] write(Head head) {
    ObjectNode line = ContractJson.MAPPER.createObjectNode();
    line.put("format", NAME).put("version", VERSION);
    line.put("partitions", head.partitions());
    return ContractJson.write(line);
  }

  /**
   * Reads the first line.
   *
   * @throws IllegalStateException if the file is no export, or one of another version
   */
  static Head readHead(byte @Nullable [] line) {
    JsonNode head = line == null ? null : tree(line);
    if (head == null
        || !head.path("format").asText().equals(NAME)
        || head.path("version").asInt() != VERSION
        || head.path("partitions").asInt() <= 0) {
      throw new IllegalStateException(
          "Expected an export of Assent, version "
              + VERSION
              + ", but the first line says something else");
    }
    return new Head(head.path("partitions").asInt());
  }

  static byte[] write(String kind, LogRecord record) {
    ObjectNode line = ContractJson.MAPPER.createObjectNode();
    ObjectNode content = line.putObject(kind);
    content.put("partition", record.partition()).put("offset", record.offset());
    if (kind.equals(EVENT)) {
      content.put("key", record.key());
      ObjectNode headers = content.putObject("headers");
      record.headers().entrySet().stream()
          .filter(header -> isHashed(header.getKey()))
          .forEach(header -> headers.put(header.getKey(), header.getValue()));
    }
    String text = new String(record.value(), StandardCharsets.UTF_8);
    if (Arrays.equals(text.getBytes(StandardCharsets.UTF_8), record.value())) {
      content.put("value", text);
    } else {
      content.put("value_base64", Base64.getEncoder().encodeToString(record.value()));
    }
    return ContractJson.write(line);
  }

  private static boolean isHashed(String header) {
    return header.startsWith("ce_")
        || header.equals(CloudEventHeaders.CONTENT_TYPE)
        || header.equals(CloudEventHeaders.TRACEPARENT);
  }

  /** The record of a line; null if it holds none. */
  static @Nullable LogRecord read(byte[] line, Topics topics) {
    JsonNode tree = tree(line);
    if (tree == null || tree.size() != 1) {
      return null;
    }
    boolean isEvent = tree.has(EVENT);
    JsonNode content = tree.path(isEvent ? EVENT : CHECKPOINT);
    byte[] value = value(content);
    if (value == null
        || !content.path("partition").isInt()
        || !content.path("offset").isIntegralNumber()) {
      return null;
    }
    Map<String, String> headers = new LinkedHashMap<>();
    if (isEvent) {
      content
          .path("headers")
          .properties()
          .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    } else {
      headers.put(CloudEventHeaders.TYPE, CHECKPOINT_TYPE);
    }
    JsonNode key = content.path("key");
    return new LogRecord(
        isEvent ? topics.events() : topics.checkpoints(),
        content.path("partition").asInt(),
        content.path("offset").asLong(),
        key.isTextual() ? key.asText() : null,
        headers,
        value,
        0);
  }

  private static byte @Nullable [] value(JsonNode content) {
    if (content.path("value").isTextual()) {
      return content.path("value").asText().getBytes(StandardCharsets.UTF_8);
    }
    try {
      return content.path("value_base64").isTextual()
          ? Base64.getDecoder().decode(content.path("value_base64").asText())
          : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable JsonNode tree(byte[] line) {
    try {
      return ContractJson.MAPPER.readTree(line);
    } catch (IOException e) {
      return null;
    }
  }
}
