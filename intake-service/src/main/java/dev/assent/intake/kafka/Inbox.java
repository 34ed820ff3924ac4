package dev.assent.intake.kafka;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.envelope.CloudEventHeaders;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.id.NamedUuid;
import dev.assent.contract.outcome.Refusal;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.intake.domain.JsonInput;
import dev.assent.intake.domain.Sender;
import dev.assent.intake.domain.SubmissionParser.Form;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the topic {@code intents}: records of our own HTTP edge (sealed), and of anybody else as
 * CloudEvents in binary or structured mode or as plain JSON. Nothing on it makes this throw.
 */
public final class Inbox {

  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
  private static final List<String> OURS =
      List.of(
          SubmissionHeaders.INTENT_ID,
          SubmissionHeaders.SENDER,
          SubmissionHeaders.IDEMPOTENCY_KEY,
          SubmissionHeaders.ORIGIN,
          SubmissionHeaders.SEAL);

  private final Seals seals;

  public Inbox(Seals seals) {
    this.seals = seals;
  }

  /** Where the record stands, which names it for ever. */
  public static String placeOf(LogRecord record) {
    return record.topic() + "/" + record.partition() + "/" + record.offset();
  }

  /** What whoever waits for an answer calls this record: its own id, or else its place. */
  public static String inputOf(LogRecord record) {
    return Attributes.nameOr(record.header(CloudEventHeaders.ID), placeOf(record));
  }

  public Inbound read(LogRecord record) {
    String place = placeOf(record);
    String input = inputOf(record);
    Refusal tooLarge = JsonInput.tooLarge(record.value().length);
    if (tooLarge != null) {
      return new Inbound.Unreadable(input, tooLarge);
    }
    List<String> wrongHeaders = Attributes.check(record.headers());
    if (!wrongHeaders.isEmpty()) {
      return new Inbound.Unreadable(input, Refusal.malformed(wrongHeaders));
    }
    boolean ours = OURS.stream().anyMatch(name -> record.header(name) != null);
    if (ours && !seals.verify(record.headers(), record.value())) {
      return new Inbound.Unreadable(
          input,
          Refusal.malformed(
              List.of(
                  "headers: expected none that begin with assent-, which only Assent may write, got"
                      + " one without its signature")));
    }
    JsonInput.Result json = JsonInput.read(record.value());
    if (json.json() == null) {
      return new Inbound.Unreadable(input, Objects.requireNonNull(json.refusal()));
    }
    String sender = record.header(SubmissionHeaders.SENDER);
    if (sender != null) {
      return sealed(record, input, sender, json.json());
    }
    String moved = record.header(SubmissionHeaders.ORIGIN);
    return foreign(record, moved == null ? place : moved, json.json());
  }

  /** The key of a record's state, read off the headers where that is enough. */
  public static @Nullable String sealedKey(LogRecord record) {
    return record.header(SubmissionHeaders.SENDER) == null
        ? null
        : record.header(SubmissionHeaders.INTENT_ID);
  }

  private static Inbound sealed(LogRecord record, String input, String sender, ObjectNode json) {
    return new Inbound.Readable(
        input,
        IntentId.of(Objects.requireNonNull(record.header(SubmissionHeaders.INTENT_ID))),
        placeOf(record),
        Sender.authenticated(sender),
        form(record.header(CloudEventHeaders.TYPE)),
        json,
        record.header(SubmissionHeaders.IDEMPOTENCY_KEY),
        traceparent(record.headers()));
  }

  private static Inbound foreign(LogRecord record, String origin, ObjectNode json) {
    String contentType = record.header(CloudEventHeaders.CONTENT_TYPE);
    boolean structured =
        contentType != null
            && contentType.toLowerCase(Locale.ROOT).startsWith("application/cloudevents");
    if (structured) {
      return structured(record, origin, json);
    }
    return Attributes.isBinary(record.headers())
        ? event(record.headers(), origin, json)
        : plain(record, origin, json);
  }

  private static Inbound structured(LogRecord record, String origin, ObjectNode document) {
    Map<String, String> attributes = Attributes.ofDocument(document, record.headers());
    List<String> wrong = Attributes.checkDocument(document, attributes);
    if (!wrong.isEmpty()) {
      String id = attributes.get(CloudEventHeaders.ID);
      return new Inbound.Unreadable(Attributes.nameOr(id, origin), Refusal.malformed(wrong));
    }
    return event(attributes, origin, (ObjectNode) document.get("data"));
  }

  private static Inbound event(Map<String, String> attributes, String origin, ObjectNode json) {
    List<String> wrong = Attributes.checkRequired(attributes);
    String id = attributes.get(CloudEventHeaders.ID);
    String source = attributes.get(CloudEventHeaders.SOURCE);
    if (!wrong.isEmpty() || id == null || source == null) {
      return new Inbound.Unreadable(Attributes.nameOr(id, origin), Refusal.malformed(wrong));
    }
    return new Inbound.Readable(
        id,
        named("kafka", source, id),
        origin,
        Sender.claimed(source),
        form(attributes.get(CloudEventHeaders.TYPE)),
        json,
        null,
        traceparent(attributes));
  }

  /** Without an envelope the sender's own key names the intent, or else the record's place does. */
  private static Inbound plain(LogRecord record, String origin, ObjectNode json) {
    String key = json.path("idempotency_key").asText("");
    String from = json.path("from_agent").asText("");
    return new Inbound.Readable(
        origin,
        key.isEmpty() ? named("kafka-place", origin) : named("kafka-key", from, key),
        origin,
        Sender.claimed(null),
        Form.INTENT,
        json,
        null,
        traceparent(record.headers()));
  }

  private static IntentId named(String... parts) {
    String[] all = new String[parts.length + 1];
    all[0] = "assent-intent";
    System.arraycopy(parts, 0, all, 1, parts.length);
    UUID name = NamedUuid.of(all);
    return new IntentId(name);
  }

  private static Form form(@Nullable String type) {
    return SubmissionHeaders.SCENARIO_TYPE.equals(type) ? Form.SCENARIO : Form.INTENT;
  }

  private static @Nullable String traceparent(Map<String, String> headers) {
    String text = headers.get(CloudEventHeaders.TRACEPARENT);
    return text != null && TRACEPARENT.matcher(text).matches() ? text : null;
  }
}
