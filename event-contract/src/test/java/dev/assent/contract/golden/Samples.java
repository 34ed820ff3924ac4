package dev.assent.contract.golden;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assent.contract.envelope.CloudEventHeaders;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.envelope.SignalEnvelope;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.intent.IntentCompleted;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.json.CheckpointCodec;
import dev.assent.contract.json.EventCodec;
import dev.assent.contract.json.EventTypes;
import dev.assent.contract.json.LogTypes;
import dev.assent.contract.json.OutcomeCodec;
import dev.assent.contract.json.OutcomeTypes;
import dev.assent.contract.json.SignalCodec;
import dev.assent.contract.json.SignalTypes;
import dev.assent.contract.json.TypeTable;
import dev.assent.contract.log.Checkpoint;
import dev.assent.contract.outcome.Completion;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.outcome.RefusedInput;
import dev.assent.contract.signature.SigningKey;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** One record of each type and version that is ever written, and how it is read back. */
public final class Samples {

  /**
   * @param value the record, with its envelope where it has one
   * @param read gives an equal value from the wire form
   */
  public record Sample(Object value, WireRecord wire, Function<WireRecord, ?> read) {

    public String wireType() {
      return wire.required(CloudEventHeaders.TYPE);
    }

    @Override
    public String toString() {
      return wireType();
    }
  }

  /** Known to everyone, so that what it signs is the same in every run. */
  private static final SigningKey KEY =
      SigningKey.ofPem(
          """
          -----BEGIN PRIVATE KEY-----
          MC4CAQAwBQYDK2VwBCIEIIxR4XBJt12s0BNC2r7zSdRZXIXp5cR9jfwQAZQGG/DK
          -----END PRIVATE KEY-----
          -----BEGIN PUBLIC KEY-----
          MCowBQYDK2VwAyEApLqYdcTp7RybxSy/qhG0F3pZ3qo4Amo4pd8Iu9+YisQ=
          -----END PUBLIC KEY-----
          """);

  private Samples() {}

  public static List<Sample> all() {
    return Stream.of(events(), signals(), outcomes(), checkpoints())
        .flatMap(Function.identity())
        .toList();
  }

  /** The lines of all tables of names. */
  public static Stream<TypeTable.Entry<?>> types() {
    return Stream.of(EventTypes.TABLE, SignalTypes.TABLE, OutcomeTypes.TABLE, LogTypes.TABLE)
        .flatMap(table -> table.entries().stream());
  }

  private static Stream<Sample> events() {
    return EventSamples.all().stream()
        .map(event -> new Sample(event, EventCodec.encode(event), EventCodec::decode));
  }

  private static Stream<Sample> signals() {
    return SignalSamples.all().stream()
        .map(signal -> new Sample(signal, SignalCodec.encode(signal), SignalCodec::decode));
  }

  private static Stream<Sample> outcomes() {
    Completion completion = completion();
    RefusedInput refused = refused();
    return Stream.of(
        new Sample(
            completion,
            OutcomeCodec.encode(completion, ending().envelope()),
            OutcomeCodec::completion),
        new Sample(
            refused,
            OutcomeCodec.encode(refused, WorkedCase.NINE.plusSeconds(900), "approval", null),
            OutcomeCodec::refusedInput));
  }

  private static Stream<Sample> checkpoints() {
    Checkpoint checkpoint =
        CheckpointCodec.sign(
            3, 2_042, 1_742, WorkedCase.DIGEST, WorkedCase.NINE.plusSeconds(1_030), KEY);
    return Stream.of(
        new Sample(
            checkpoint, CheckpointCodec.encode(checkpoint, "approval"), CheckpointCodec::decode));
  }

  private static RecordedEvent ending() {
    return EventSamples.all().stream()
        .filter(recorded -> recorded.event() instanceof IntentCompleted)
        .findFirst()
        .orElseThrow();
  }

  private static Completion completion() {
    return new Completion(
        WorkedCase.INTENT,
        "intent.infra.change_approval.v1",
        WorkedCase.MIGRATOR,
        WorkedCase.PLANNER,
        "agent://acme/prod/release",
        WorkedCase.CORRELATION,
        IntentStatus.COMPLETED,
        JsonNodeFactory.instance.objectNode().put("index", "users_email"),
        null,
        null,
        WorkedCase.DECISION,
        WorkedCase.EDITED_DIGEST,
        WorkedCase.NINE.plusSeconds(1_020));
  }

  private static RefusedInput refused() {
    SignalEnvelope late = SignalSamples.all().getFirst();
    return new RefusedInput(
        new Refusal(
            RefusalCode.ALREADY_DECIDED,
            "Expected to reject intent "
                + WorkedCase.INTENT
                + ", but ada approved it at 2026-11-23T09:14:00Z.",
            List.of(),
            WorkedCase.DECISION),
        late.id(),
        WorkedCase.INTENT.toString(),
        "assent.signals",
        3,
        1_742,
        Base64.getEncoder().encodeToString(SignalCodec.encode(late).value()));
  }
}
