package dev.assent.contract.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.envelope.SignalEnvelope;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.outcome.Completion;
import dev.assent.contract.outcome.RefusedInput;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.signal.Signal;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Whatever is written is read back equal. A failure prints its seed; {@code -Dassent.seed=42} runs
 * that one again.
 */
class RoundTripTest {

  private static final int EACH = 400;

  @RepeatedTest(10)
  void shouldReadBackAnyEvent(RepetitionInfo run) {
    withSeed(
        run,
        any -> {
          // given
          var envelope =
              new Envelope(
                  any.of(IntentId.class),
                  1 + any.of(Instant.class).getNano(),
                  any.of(Instant.class),
                  "s" + any.of(String.class),
                  "c" + any.of(String.class),
                  "i" + any.of(String.class),
                  null,
                  "p" + any.of(String.class));
          var recorded = new RecordedEvent(envelope, any.of(IntentEvent.class));
          // then
          assertThat(EventCodec.decode(EventCodec.encode(recorded))).isEqualTo(recorded);
        });
  }

  @RepeatedTest(10)
  void shouldReadBackAnySignal(RepetitionInfo run) {
    withSeed(
        run,
        any -> {
          // given
          RandomRecords exact = any.exact();
          var envelope =
              new SignalEnvelope(
                  "i" + exact.of(String.class),
                  exact.of(IntentId.class),
                  exact.of(Instant.class),
                  "s",
                  "t" + exact.of(String.class),
                  exact.of(Signal.class));
          // then
          assertThat(SignalCodec.decode(SignalCodec.encode(envelope))).isEqualTo(envelope);
        });
  }

  @RepeatedTest(3)
  void shouldReadBackAnyOutcome(RepetitionInfo run) {
    withSeed(
        run,
        any -> {
          // given
          Completion completion = any.of(Completion.class);
          RefusedInput refused = any.of(RefusedInput.class);
          var ending = new Envelope(completion.intentId(), 9, Instant.EPOCH, "s", "c", "i", null);
          // then
          assertThat(OutcomeCodec.completion(OutcomeCodec.encode(completion, ending)))
              .isEqualTo(completion);
          assertThat(
                  OutcomeCodec.refusedInput(OutcomeCodec.encode(refused, Instant.EPOCH, "s", null)))
              .isEqualTo(refused);
        });
  }

  @RepeatedTest(3)
  void shouldReadBackAnyAssigneeFromItsText(RepetitionInfo run) {
    withSeed(
        run,
        any -> {
          // given
          Assignee assignee = any.of(Assignee.class);
          // then
          assertThat(Assignee.parse(assignee.text())).isEqualTo(assignee);
        });
  }

  @RepeatedTest(3)
  void shouldGiveOneDigestWhateverTheOrderOfKeys(RepetitionInfo run) {
    Random shuffle = new Random(run.getCurrentRepetition());
    withSeed(
        run,
        any -> {
          // given
          JsonNode value = exact(any);
          // when
          byte[] canonical = CanonicalJson.bytes(value);
          // then
          assertThat(CanonicalJson.bytes(shuffled(value, shuffle))).isEqualTo(canonical);
          assertThat(CanonicalJson.bytes(parse(canonical))).isEqualTo(canonical);
        });
  }

  /** A value without numbers that canonical JSON refuses. */
  private static JsonNode exact(RandomRecords any) {
    while (true) {
      JsonNode value = any.of(JsonNode.class);
      try {
        CanonicalJson.bytes(value);
        return value;
      } catch (IllegalArgumentException tooExact) {
        // The next one.
      }
    }
  }

  private static JsonNode shuffled(JsonNode value, Random random) {
    if (value.isArray()) {
      var array = ContractJson.MAPPER.createArrayNode();
      value.forEach(element -> array.add(shuffled(element, random)));
      return array;
    }
    if (!value.isObject()) {
      return value;
    }
    List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(value.properties());
    Collections.shuffle(fields, random);
    var object = ContractJson.MAPPER.createObjectNode();
    fields.forEach(field -> object.set(field.getKey(), shuffled(field.getValue(), random)));
    return object;
  }

  private static JsonNode parse(byte[] json) {
    try {
      return ContractJson.MAPPER.readTree(json);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Property {
    void check(RandomRecords any);
  }

  private static void withSeed(RepetitionInfo run, Property property) {
    for (int i = 0; i < EACH; i++) {
      long seed = Long.getLong("assent.seed", 1_000L * run.getCurrentRepetition() + i);
      try {
        property.check(new RandomRecords(new Random(seed)));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(
            "seed " + seed + " (run it again with -Dassent.seed=" + seed + ")", e);
      }
    }
  }
}
