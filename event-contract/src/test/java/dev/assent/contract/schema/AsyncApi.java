package dev.assent.contract.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.assent.contract.golden.Samples;
import dev.assent.contract.json.TypeTable;
import dev.assent.contract.log.Checkpoint;
import dev.assent.contract.outcome.Completion;
import dev.assent.contract.outcome.RefusedInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The AsyncAPI 3.0 document: what stands on which topic, from the tables of names. */
final class AsyncApi {

  static final String SUBMISSION = "dev.assent.intent.submission.v1";

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
          .build();

  private final ContractSchemas schemas;

  AsyncApi(ContractSchemas schemas) {
    this.schemas = schemas;
  }

  String yaml() {
    try {
      return "# Written by AsyncApiTest from the tables of names and the records: change those.\n"
          + YAML.writeValueAsString(document());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, Object> document() {
    return map(
        "asyncapi", "3.0.0",
        "id", "urn:assent:asyncapi",
        "info", info(),
        "defaultContentType", "application/json",
        "servers", Map.of("standalone", server()),
        "channels", AsyncApiTopics.channels(),
        "operations", AsyncApiTopics.operations(),
        "components",
            map(
                "messages", messages(),
                "schemas", AsyncApiHeaders.schemas(),
                "correlationIds",
                    Map.of(
                        "intent",
                        map(
                            "description", "What the sender gave, or a UUID made for the intent.",
                            "location", "$message.header#/ce_correlationid"))));
  }

  private static Map<String, Object> info() {
    return map(
        "title",
        "Assent",
        "version",
        "0.1.0",
        "description",
        "Intents go in, events are the log, completions come out. Every record is a CloudEvent"
            + " in Kafka binary mode; on intents and signals the structured mode is read too."
            + " The same records, to the byte, stand in"
            + " event-contract/src/test/resources/golden.",
        "license",
        map("name", "Apache-2.0"));
  }

  private static Map<String, Object> server() {
    return map(
        "host", "127.0.0.1:29092",
        "protocol", "kafka",
        "description", "The embedded broker of the standalone shape, with its default port.");
  }

  private Map<String, Object> messages() {
    Map<String, Object> messages = new LinkedHashMap<>();
    messages.put(SUBMISSION, submission());
    Samples.types().forEach(entry -> messages.put(entry.wireType(), message(entry)));
    return messages;
  }

  private static Map<String, Object> submission() {
    return map(
        "name",
        SUBMISSION,
        "title",
        "Submission",
        "summary",
        "An agent or a pipeline wants something done or approved.",
        "contentType",
        "application/json",
        "headers",
        ref("#/components/schemas/submissionHeaders"),
        "payload",
        payload(SUBMISSION));
  }

  private Map<String, Object> message(TypeTable.Entry<?> entry) {
    String family = AsyncApiHeaders.family(entry.type());
    return map(
        "name", entry.wireType(),
        "title", entry.type().getSimpleName(),
        "summary", schemas.summary(entry.type()),
        "contentType", "application/json",
        "headers",
            Map.of(
                "allOf",
                List.of(
                    ref("#/components/schemas/" + family + "Headers"),
                    Map.of("properties", Map.of("ce_type", Map.of("const", entry.wireType()))))),
        "correlationId",
            family.equals("event") || entry.type() == Completion.class
                ? ref("#/components/correlationIds/intent")
                : null,
        "payload", payload(entry.wireType()),
        "bindings", Map.of("kafka", Map.of("key", key(entry.type()))));
  }

  private static Map<String, Object> key(Class<?> type) {
    if (type == Checkpoint.class) {
      return map("type", "string", "description", "The partition of events that it is about.");
    }
    return type == RefusedInput.class
        ? map(
            "type", "string", "description", "The intent's id, or the input's where none is known.")
        : map("type", "string", "format", "uuid", "description", "The intent's id.");
  }

  private static Map<String, Object> payload(String wireType) {
    return map(
        "schemaFormat",
        "application/schema+json;version=draft-2020-12",
        "schema",
        ref("./schemas/" + wireType + ".json"));
  }

  static Map<String, Object> ref(String target) {
    return Map.of("$ref", target);
  }

  /** Pairs in order; those without a value are left out. */
  static Map<String, Object> map(@Nullable Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      Object value = pairs[i + 1];
      if (value != null) {
        map.put(String.valueOf(pairs[i]), value);
      }
    }
    return map;
  }

  static Map<String, Object> refs(TypeTable<?> table, String prefix) {
    return table.entries().stream()
        .map(TypeTable.Entry::wireType)
        .collect(
            Collectors.toMap(
                type -> type, type -> ref(prefix + type), (one, _) -> one, LinkedHashMap::new));
  }
}
