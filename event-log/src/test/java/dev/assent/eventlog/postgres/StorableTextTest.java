package dev.assent.eventlog.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StorableTextTest {

  @Test
  void shouldReplaceWhatPostgresCannotStore() {
    // when
    String storable = StorableText.of("a\u0000b\uD800c\uD83D\uDE00");

    // then
    assertThat(storable).isEqualTo("a\uFFFDb\uFFFDc\uD83D\uDE00");
  }

  @Test
  void shouldLeaveOtherTextsAlone() {
    // given
    String text = "é \u2028 \n x";

    // when
    String storable = StorableText.of(text);

    // then
    assertThat(storable).isSameAs(text);
  }
}
