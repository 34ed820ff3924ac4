package dev.assent.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assent.contract.intent.IntentStatus;
import dev.assent.edge.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParamsTest {

  @Test
  void shouldReadStatuses() {
    // when
    var statuses = Params.statuses("waiting, COMPLETED");

    // then
    assertThat(statuses).containsExactlyInAnyOrder(IntentStatus.WAITING, IntentStatus.COMPLETED);
    assertThat(Params.statuses("pending")).hasSize(6).allMatch(status -> !status.isTerminal());
    assertThat(Params.statuses("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "1.5", "9007199254740992", "99999999999999999999"})
  void shouldSayWhatANumberIs(String text) {
    // when // then
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> Params.number("since", text, 0))
        .withMessage("since: expected a whole number from 0, got \"" + text + "\"");
  }

  @Test
  void shouldNotFindWhatIsNoId() {
    // when // then
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> Params.intent("nonsense"))
        .satisfies(thrown -> assertThat(thrown.problem().status()).isEqualTo(404));
  }

  @Test
  void shouldRefuseAKeyThatNoHeaderCanCarryTwice() {
    // when // then
    assertThat(Params.idempotencyKey("  ")).isNull();
    assertThat(Params.idempotencyKey(" k1 ")).isEqualTo("k1");
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> Params.idempotencyKey("k\u0001"));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> Params.idempotencyKey("k".repeat(256)));
  }

  @ParameterizedTest
  @CsvSource({
    "acme/prod/migrator, true",
    "agent://acme/prod/migrator, true",
    "agent:/acme/prod/migrator, true",
    "migrator, true",
    "prod/migrator, false",
    "acme/prod/other, false",
    "other, false",
    "acme/prod/migrator/, false"
  })
  void shouldKnowTheWaysToWriteAnAddress(String path, boolean named) {
    // when
    boolean names = AgentPath.names(path, "agent://acme/prod/migrator");

    // then
    assertThat(names).isEqualTo(named);
  }

  @ParameterizedTest
  @CsvSource({
    "axme-sdk-typescript/0.2.0, true",
    "axme-sdk-go/0.2.0, true",
    "axme-sdk-python/0.2.0, false",
    "axme-cli/0.2.13, false"
  })
  void shouldKnowTheClientsThatBuffer(String client, boolean buffers) {
    // when
    boolean known = Streams.showsNothingBeforeTheEnd(client);

    // then
    assertThat(known).isEqualTo(buffers);
    assertThat(Streams.showsNothingBeforeTheEnd(null)).isFalse();
  }
}
