package dev.assent.contract.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedUuidTest {

  /** These ids stand in logs: should one of them change, repetitions are no longer recognised. */
  @ParameterizedTest
  @CsvSource({
    "'', df3f6198-04a9-8fdb-8057-192dc43dd748",
    "assent-intent, 77e99815-c1b1-80b6-bbda-58a831415497",
    "assent-intent|agent://acme/prod/migrator|/v1/intents|users-email-2026-11-23, 147814d5-ead3-8070-8cf0-9c12665e9f8e",
    "assent-task|0b6f3a52-6d0e-4c19-9d2b-5f0f6f1f2a01|approve, c0427f9c-711f-808a-a7b2-0d00d340749a",
    "水|😀, a3a0ee84-9d47-8c35-a0b4-523c7787a76c"
  })
  void shouldGiveTheSameIdForEver(String names, UUID expected) {
    assertThat(NamedUuid.of(names.split("\\|"))).isEqualTo(expected);
  }

  @Test
  void shouldKnowWhereANameEnds() {
    assertThat(NamedUuid.of("ab", "c")).isNotEqualTo(NamedUuid.of("a", "bc"));
    assertThat(NamedUuid.of("a", "")).isNotEqualTo(NamedUuid.of("a"));
  }

  @Test
  void shouldBeVersion8OfRfc9562() {
    // given
    Set<UUID> ids = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      ids.add(NamedUuid.of("n", Integer.toString(i)));
    }
    // then
    assertThat(ids)
        .hasSize(10_000)
        .allMatch(id -> id.version() == 8)
        .allMatch(id -> id.variant() == 2);
  }

  @Test
  void shouldGiveAGateOneTask() {
    // given
    IntentId intent = IntentId.of("0b6f3a52-6d0e-4c19-9d2b-5f0f6f1f2a01");
    // then
    assertThat(TaskId.ofGate(intent, "approve"))
        .isEqualTo(TaskId.ofGate(intent, "approve"))
        .isNotEqualTo(TaskId.ofGate(intent, "build"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "42",
        "1-1-1-1-1",
        "0b6f3a52-6d0e-4c19-9d2b-5f0f6f1f2a0g",
        "0b6f3a52-6d0e-4c19-9d2b-5f0f6f1f2a01 ",
        "{0b6f3a52-6d0e-4c19-9d2b-5f0f6f1f2a}"
      })
  void shouldReadTheCanonicalTextOnly(String text) {
    assertThatThrownBy(() -> IntentId.of(text)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TaskId.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldWriteWhatItReads() {
    // given
    String text = "0b6f3a52-6d0e-4c19-9d2b-5f0f6f1f2a01";
    // then
    assertThat(IntentId.of(text)).hasToString(text);
    assertThat(TaskId.of(text)).hasToString(text);
    assertThat(IntentId.of(text.toUpperCase(java.util.Locale.ROOT))).isEqualTo(IntentId.of(text));
  }
}
