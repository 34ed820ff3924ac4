package dev.assent.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {
  @Test
  void shouldNotLetTextMoveTheCursorOrTurnTheWriting() {
    // given
    String hostile = "pay\u001b[2Jload\r\nsecond \u202Eline\u0007\u009b31m";

    // when
    String shown = Text.visible(hostile);

    // then
    assertThat(shown).isEqualTo("pay\uFFFD[2Jload  second \uFFFDline\uFFFD\uFFFD31m");
  }

  @Test
  void shouldKeepLettersOfAllScripts() {
    // given
    String text = "Größe 数据 \uD83D\uDE80 10 €";

    // when
    String shown = Text.visible(text);

    // then
    assertThat(shown).isEqualTo(text);
  }

  @Test
  void shouldEscapeInJsonWhatATerminalWouldObey() {
    // given
    String json = "{\n  \"a\" : \"x\u009b31m\u202E\"\n}";

    // when
    String shown = Text.visibleJson(json);

    // then
    assertThat(shown).isEqualTo("{\n  \"a\" : \"x\\u009b31m\\u202e\"\n}");
  }

  @Test
  void shouldWrapAtSpacesAndKeepLongWordsWhole() {
    // given
    String text = "one two three " + "x".repeat(12);

    // when
    var lines = Text.wrap(text, 9);

    // then
    assertThat(lines).containsExactly("one two", "three", "xxxxxxxxxxxx");
  }
}
