package dev.assent.intake.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.access.AgentCaller;
import dev.assent.access.Caller;
import dev.assent.access.PersonCaller;
import dev.assent.contract.envelope.CloudEventHeaders;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.id.NamedUuid;
import dev.assent.contract.json.EventCodec;
import dev.assent.contract.json.OutcomeCodec;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.eventlog.append.Append;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.kafka.Topics;
import dev.assent.intake.domain.JsonInput;
import dev.assent.intake.domain.Parsed;
import dev.assent.intake.domain.Sender;
import dev.assent.intake.domain.SubmissionParser;
import dev.assent.intake.domain.SubmissionParser.Form;
import dev.assent.intake.kafka.Seals;
import dev.assent.intake.kafka.SubmissionHeaders;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Where submissions over HTTP enter the log. The bytes go in as they came, under a sealed sender
 * and id; the processor reads them again, and what it decides is the answer.
 */
public final class SubmissionDoor {

  /** The log, as far as it is needed here. */
  public interface Log {
    /** Appends an input; completes with the records that name it as their cause. */
    CompletableFuture<List<LogRecord>> ask(Append input);
  }

  /**
   * A submission.
   *
   * @param endpoint the path it came to: keys of one endpoint mean nothing at another
   * @param key the header Idempotency-Key, or null
   */
  public record Request(
      byte[] body,
      Form form,
      String endpoint,
      Caller caller,
      @Nullable String key,
      @Nullable String traceparent) {}

  /** What came of it. */
  public sealed interface Answer {

    record Accepted(IntentId intent, Instant createdAt) implements Answer {}

    /** The same was accepted before. */
    record Repeated(IntentId intent) implements Answer {}

    record Refused(Refusal refusal) implements Answer {}
  }

  private final Log log;
  private final Topics topics;
  private final SubmissionParser parser;
  private final Seals seals;
  private final InstantSource clock;

  public SubmissionDoor(
      Log log, Topics topics, SubmissionParser parser, Seals seals, InstantSource clock) {
    this.log = log;
    this.topics = topics;
    this.parser = parser;
    this.seals = seals;
    this.clock = clock;
  }

  /** Hands a submission in; completes when it was decided on. */
  public CompletionStage<Answer> submit(Request request) {
    JsonInput.Result read = JsonInput.read(request.body());
    ObjectNode json = read.json();
    if (json == null) {
      return refused(Objects.requireNonNull(read.refusal()));
    }
    String key = key(request, json);
    IntentId id = id(request, key);
    // Under a key it may be a repetition, of which only the processor knows: it is answered even
    // where the same words would not be accepted today.
    if (key == null
        && parser.parse(
                json,
                request.form(),
                Sender.authenticated(request.caller().actor().id()),
                id,
                clock.instant())
            instanceof Parsed.Invalid bad) {
      return refused(bad.refusal());
    }
    return log.ask(input(request, id, key)).thenApply(records -> answer(id, records));
  }

  private Append input(Request request, IntentId id, @Nullable String key) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(CloudEventHeaders.SPEC_VERSION, "1.0");
    headers.put(CloudEventHeaders.ID, UUID.randomUUID().toString());
    headers.put(
        CloudEventHeaders.TYPE,
        switch (request.form()) {
          case INTENT -> SubmissionHeaders.INTENT_TYPE;
          case SCENARIO -> SubmissionHeaders.SCENARIO_TYPE;
        });
    headers.put(CloudEventHeaders.SOURCE, IntakeProcessor.SOURCE + request.endpoint());
    headers.put(CloudEventHeaders.SUBJECT, id.toString());
    headers.put(CloudEventHeaders.TIME, clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    headers.put(CloudEventHeaders.CONTENT_TYPE, CloudEventHeaders.JSON);
    if (request.traceparent() != null) {
      headers.put(CloudEventHeaders.TRACEPARENT, request.traceparent());
    }
    headers.put(SubmissionHeaders.INTENT_ID, id.toString());
    headers.put(SubmissionHeaders.SENDER, request.caller().actor().id());
    if (key != null) {
      headers.put(SubmissionHeaders.IDEMPOTENCY_KEY, key);
    }
    headers.put(SubmissionHeaders.SEAL, seals.seal(headers, request.body()));
    return new Append(topics.intents(), id.toString(), headers, request.body());
  }

  private Answer answer(IntentId id, List<LogRecord> records) {
    LogRecord first = records.getFirst();
    WireRecord wire = new WireRecord(first.key(), first.headers(), first.value());
    if (first.topic().equals(topics.events())) {
      return new Answer.Accepted(id, EventCodec.envelope(wire).time());
    }
    Refusal refusal = OutcomeCodec.refusedInput(wire).refusal();
    return refusal.code() == RefusalCode.DUPLICATE
        ? new Answer.Repeated(id)
        : new Answer.Refused(refusal);
  }

  /** A scenario may carry its key in the body too, and then the body's word counts. */
  private static @Nullable String key(Request request, ObjectNode json) {
    String inBody = json.path("idempotency_key").asText("");
    return request.form() == Form.SCENARIO && !inBody.isEmpty() ? inBody : request.key();
  }

  private static IntentId id(Request request, @Nullable String key) {
    return new IntentId(
        key == null
            ? UUID.randomUUID()
            : NamedUuid.of("assent-intent", name(request.caller()), request.endpoint(), key));
  }

  /** Apart from agents, whose addresses have a scheme, and from submissions by Kafka. */
  private static String name(Caller caller) {
    return switch (caller) {
      case AgentCaller agent -> agent.address();
      case PersonCaller person -> "person:" + person.person().id();
    };
  }

  private static CompletionStage<Answer> refused(Refusal refusal) {
    return CompletableFuture.completedStage(new Answer.Refused(refusal));
  }
}
