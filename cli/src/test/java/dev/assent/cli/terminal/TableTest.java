package dev.assent.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.cli.terminal.Table.Cell;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void shouldAlignColumnsAndWrapTheLastWithinItself() {
    // given
    Table table =
        new Table("  ")
            .heading(Style.PLAIN, "ID", "WHAT")
            .row("a", "short")
            .row("long-id", "words that do not fit on the line any more");

    // when
    List<String> lines = table.lines(32);

    // then
    assertThat(lines)
        .containsExactly(
            "  ID       WHAT",
            "  a        short",
            "  long-id  words that do not fit",
            "           on the line any more");
  }

  @Test
  void shouldNotCountColourAsWidth() {
    // given
    Table table =
        new Table("")
            .row(List.of(new Cell("up", Style.COLOUR::good), Cell.of("x")))
            .row("stopped", "y");

    // when
    List<String> lines = table.lines(80);

    // then
    assertThat(lines).containsExactly("\u001b[32mup\u001b[0m       x", "stopped  y");
  }
}
