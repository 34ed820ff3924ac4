package dev.assent.contract.schema;

import static dev.assent.contract.schema.AsyncApi.map;
import static dev.assent.contract.schema.AsyncApi.ref;
import static dev.assent.contract.schema.AsyncApi.refs;

import dev.assent.contract.json.EventTypes;
import dev.assent.contract.json.LogTypes;
import dev.assent.contract.json.OutcomeTypes;
import dev.assent.contract.json.SignalTypes;
import dev.assent.contract.json.TypeTable;
import dev.assent.contract.outcome.Completion;
import dev.assent.contract.outcome.RefusedInput;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The channels of the AsyncAPI document, and what Assent does with them. */
final class AsyncApiTopics {

  private static final String MESSAGES = "#/components/messages/";
  private static final String COMPLETION = wireType(Completion.class);
  private static final String REFUSED = wireType(RefusedInput.class);

  private AsyncApiTopics() {}

  static Map<String, Object> channels() {
    return map(
        "intents",
            channel(
                "intents",
                "Submissions. Anyone who may write here may submit; any key, any partitioner.",
                Map.of(AsyncApi.SUBMISSION, ref(MESSAGES + AsyncApi.SUBMISSION)),
                Duration.ofDays(7)),
        "signals",
            channel(
                "signals",
                "What people, agents, the clock and the channels want from an intent. Written by"
                    + " Assent's own edges, which know who acts from a credential: nobody else"
                    + " should be allowed to write here.",
                refs(SignalTypes.TABLE, MESSAGES),
                Duration.ofDays(7)),
        "events",
            channel(
                "events",
                "The log: each intent's events, numbered 1, 2, 3 … without gaps. Read with"
                    + " isolation.level=read_committed.",
                refs(EventTypes.TABLE, MESSAGES),
                null),
        "completions",
            channel(
                "completions",
                "One record an intent: how it ended. Read with isolation.level=read_committed.",
                Map.of(COMPLETION, ref(MESSAGES + COMPLETION)),
                Duration.ofDays(30)),
        "refusals",
            channel(
                "refusals",
                "Inputs that were not accepted, with a stable code, a sentence and the original"
                    + " bytes.",
                Map.of(REFUSED, ref(MESSAGES + REFUSED)),
                Duration.ofDays(30)),
        "checkpoints",
            channel(
                "checkpoints",
                "Signed statements of what each partition of events holds; partition i tells of"
                    + " partition i.",
                refs(LogTypes.TABLE, MESSAGES),
                null));
  }

  static Map<String, Object> operations() {
    return map(
        "receiveSubmission", receiveSubmission(),
        "receiveSignal", operation("receive", "signals", "Judges a signal."),
        "sendEvent", operation("send", "events", "Appends a fact that was decided."),
        "sendCompletion", operation("send", "completions", "Tells how an intent ended."),
        "sendRefusal", operation("send", "refusals", "Says why an input was not accepted."),
        "sendCheckpoint", operation("send", "checkpoints", "Signs what the log holds."));
  }

  private static Map<String, Object> receiveSubmission() {
    Map<String, Object> operation =
        operation("receive", "intents", "Takes an intent; its outcome comes as a completion.");
    operation.put(
        "reply",
        map(
            "channel", ref("#/channels/completions"),
            "messages", List.of(ref("#/channels/completions/messages/" + COMPLETION))));
    return operation;
  }

  private static Map<String, Object> operation(String action, String channel, String summary) {
    return map("action", action, "channel", ref("#/channels/" + channel), "summary", summary);
  }

  private static Map<String, Object> channel(
      String name, String description, Map<String, Object> messages, @Nullable Duration kept) {
    return map(
        "address",
        "{prefix}" + name,
        "description",
        description,
        "parameters",
        Map.of(
            "prefix",
            map("default", "assent.", "description", "The setting assent.topics.prefix.")),
        "messages",
        messages,
        "bindings",
        Map.of(
            "kafka",
            map(
                "topicConfiguration",
                map(
                    "cleanup.policy",
                    List.of("delete"),
                    "retention.ms",
                    kept == null ? -1L : kept.toMillis()),
                "bindingVersion",
                "0.5.0")));
  }

  private static String wireType(Class<?> type) {
    return OutcomeTypes.TABLE.entries().stream()
        .filter(entry -> entry.type() == type)
        .map(TypeTable.Entry::wireType)
        .findFirst()
        .orElseThrow();
  }
}
