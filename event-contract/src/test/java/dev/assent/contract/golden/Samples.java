package dev.assent.contract.golden;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assent.contract.envelope.CloudEventHeaders;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.envelope.SignalEnvelope;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.intent.IntentCompleted;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.json.EventCodec;
import dev.assent.contract.json.OutcomeCodec;
import dev.assent.contract.json.SignalCodec;
import dev.assent.contract.outcome.Completion;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.outcome.RefusedInput;
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

  private Samples() {}

  public static List<Sample> all() {
    return Stream.of(events(), signals(), outcomes()).flatMap(Function.identity()).toList();
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
