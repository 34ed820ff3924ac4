package dev.assent.approval.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.edge.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalIdsTest {

  private static final IntentId INTENT = IntentId.of("6f1c2d34-0a4b-4c1e-9d35-5f6f0a2b7c11");
  private static final IntentId OTHER = IntentId.of("00000000-0a4b-4c1e-9d35-5f6f0a2b7c11");
  private static final JsonNode ASKED = json("{}");
  private static final Actor ADA = Actor.person("ada", List.of(), "session");

  @Test
  void shouldGiveTheSameRequestTheSameId() {
    assertThat(SignalIds.of(ADA, "decision", INTENT, "k", json("{\"a\":1,\"b\":2}")))
        .isEqualTo(SignalIds.of(ADA, "decision", INTENT, " k ", json("{ \"b\": 2, \"a\": 1 }")));
  }

  @Test
  void shouldKeepTheKeyApartFromWhatIsAsked() {
    // when
    String first = SignalIds.of(ADA, "decision", INTENT, "k", json("{\"a\":1}"));
    String other = SignalIds.of(ADA, "decision", INTENT, "k", json("{\"a\":2}"));

    // then
    assertThat(first).isNotEqualTo(other).hasSize(36 + 1 + 32);
    assertThat(first.substring(0, 36)).isEqualTo(other.substring(0, 36));
  }

  @Test
  void shouldRefuseWhatHasNoCanonicalForm() {
    // when
    var thrown = catchThrowable(() -> SignalIds.of(ADA, "x", INTENT, "k", json("{\"n\":1e400}")));

    // then
    assertThat(thrown)
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.refusal().code()).isEqualTo(RefusalCode.MALFORMED));
  }

  @Test
  void shouldKeepApartWhatIsNotTheSame() {
    assertThat(
            List.of(
                SignalIds.of(ADA, "decision", INTENT, "k", ASKED),
                SignalIds.of(ADA, "decision", INTENT, "l", ASKED),
                SignalIds.of(ADA, "decision", OTHER, "k", ASKED),
                SignalIds.of(ADA, "resume", INTENT, "k", ASKED),
                SignalIds.of(Actor.agent("ada", "api_key"), "decision", INTENT, "k", ASKED),
                SignalIds.of(ADA, "decision", INTENT, null, ASKED),
                SignalIds.of(ADA, "decision", INTENT, null, ASKED),
                SignalIds.of(ADA, "decision", INTENT, " ", ASKED)))
        .doesNotHaveDuplicates();
  }

  private static JsonNode json(String text) {
    return ContractJson.read(text.getBytes(StandardCharsets.UTF_8), JsonNode.class);
  }
}
