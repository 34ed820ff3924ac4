package dev.assent.approval.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.Actor;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalIdsTest {

  private static final IntentId INTENT = IntentId.of("6f1c2d34-0a4b-4c1e-9d35-5f6f0a2b7c11");
  private static final IntentId OTHER = IntentId.of("00000000-0a4b-4c1e-9d35-5f6f0a2b7c11");
  private static final Actor ADA = Actor.person("ada", List.of(), "session");

  @Test
  void shouldGiveTheSameRequestTheSameId() {
    assertThat(SignalIds.of(ADA, "decision", INTENT, "k"))
        .isEqualTo(SignalIds.of(ADA, "decision", INTENT, " k "));
  }

  @Test
  void shouldKeepApartWhatIsNotTheSame() {
    assertThat(
            List.of(
                SignalIds.of(ADA, "decision", INTENT, "k"),
                SignalIds.of(ADA, "decision", INTENT, "l"),
                SignalIds.of(ADA, "decision", OTHER, "k"),
                SignalIds.of(ADA, "resume", INTENT, "k"),
                SignalIds.of(Actor.agent("ada", "api_key"), "decision", INTENT, "k"),
                SignalIds.of(ADA, "decision", INTENT, null),
                SignalIds.of(ADA, "decision", INTENT, null),
                SignalIds.of(ADA, "decision", INTENT, " ")))
        .doesNotHaveDuplicates();
  }
}
