package dev.assent.contract.schema;

import static dev.assent.contract.schema.AsyncApi.map;

import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.log.Checkpoint;
import dev.assent.contract.outcome.Completion;
import dev.assent.contract.signal.Signal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The headers of each family of records: CloudEvents attributes in Kafka binary mode. */
final class AsyncApiHeaders {

  private static final Map<String, Object> WORDS =
      map(
          "ce_specversion", Map.of("const", "1.0"),
          "ce_id", text("The record's own id."),
          "ce_type", text("Name and version; says what the body is."),
          "ce_source", text("Which service, or whose program, wrote it."),
          "ce_time", map("type", "string", "format", "date-time"),
          "content-type", map("type", "string"),
          "ce_subject", map("type", "string", "format", "uuid", "description", "The intent's id."),
          "ce_sequence",
              map(
                  "type", "string",
                  "pattern", "^[0-9]{10,}$",
                  "description", "The place in the intent's history, from 0000000001."),
          "ce_correlationid", text("What ties the intent to the sender's own affairs."),
          "ce_causationid", text("The id of the input that this record answers."),
          "ce_previoushash",
              text(
                  "The hash of the intent's previous event: SHA-256, 64 hex digits; not on the first."),
          "traceparent", text("W3C trace context of the hop."),
          "assent-more", text("On every event of an answer but its last."));

  private static final List<String> COMMON =
      List.of("ce_specversion", "ce_id", "ce_type", "ce_source", "ce_time", "content-type");

  private AsyncApiHeaders() {}

  static String family(Class<?> type) {
    if (IntentEvent.class.isAssignableFrom(type)) {
      return "event";
    } else if (Signal.class.isAssignableFrom(type)) {
      return "signal";
    }
    if (type == Checkpoint.class) {
      return "checkpoint";
    }
    return type == Completion.class ? "completion" : "refusal";
  }

  static Map<String, Object> schemas() {
    List<String> answer = List.of("ce_subject", "ce_correlationid", "ce_causationid");
    return map(
        "submissionHeaders", submission(),
        "eventHeaders",
            headers(
                List.of("ce_subject", "ce_sequence", "ce_correlationid", "ce_causationid"),
                List.of("ce_previoushash", "assent-more", "traceparent")),
        "signalHeaders", headers(List.of("ce_subject"), List.of("traceparent")),
        "completionHeaders", headers(answer, List.of("traceparent")),
        "refusalHeaders", headers(List.of("ce_causationid"), List.of("ce_subject", "traceparent")),
        "checkpointHeaders", headers(List.of(), List.of()));
  }

  private static Map<String, Object> headers(List<String> required, List<String> optional) {
    List<String> promised = Stream.concat(COMMON.stream(), required.stream()).toList();
    return map(
        "type",
        "object",
        "required",
        promised,
        "properties",
        words(Stream.concat(promised.stream(), optional.stream())));
  }

  private static Map<String, Object> submission() {
    return map(
        "type",
        "object",
        "description",
        "All may be missing: a plain JSON body is a submission too. With ce_source and ce_id"
            + " a repetition is recognised, and names the same intent. The ce_type"
            + " dev.assent.scenario.submission.v1 says that the body is a scenario of AXP; any"
            + " other, that it is a single intent.",
        "properties",
        words(Stream.of("ce_id", "ce_source", "ce_type", "traceparent")));
  }

  private static Map<String, Object> words(Stream<String> names) {
    Map<String, Object> words = new LinkedHashMap<>();
    names.forEach(name -> words.put(name, WORDS.get(name)));
    return words;
  }

  private static Map<String, Object> text(String description) {
    return map("type", "string", "minLength", 1, "description", description);
  }
}
