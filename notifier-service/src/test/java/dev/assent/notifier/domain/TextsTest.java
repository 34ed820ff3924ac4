package dev.assent.notifier.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void shouldMakeOneLineWithoutAnythingThatActs() {
    // given
    String text = "Drop\r\nBcc: all@example.org\u001b[2J\u202Egnp.exe\t it  \u0000";

    // when
    String line = Texts.oneLine(text, 100);

    // then
    assertThat(line).isEqualTo("Drop Bcc: all@example.org [2J gnp.exe it");
  }

  @Test
  void shouldKeepJoinersAndCutBetweenCodePoints() {
    // given
    String family = "\uD83D\uDC68\u200D\uD83D\uDC69";

    // when
    String whole = Texts.oneLine(family, 10);
    String cut = Texts.oneLine("\uD83D\uDE00".repeat(9), 5);

    // then
    assertThat(whole).isEqualTo(family);
    assertThat(cut).isEqualTo("\uD83D\uDE00".repeat(4) + "…");
  }
}
