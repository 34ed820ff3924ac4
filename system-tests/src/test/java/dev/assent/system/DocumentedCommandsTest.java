package dev.assent.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assent.system.DocumentedCommands.Section;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentedCommandsTest {

  @Test
  void shouldFindEveryBlockForAShellUnderItsHeading() {
    // given
    String page =
        """
        # Page
        ## First
        ```sh
        one
        # a comment
        ```
        ### Second
        ```bash
        two
        ```
        ```json
        {"three": 3}
        ```
        ```console
        four
        ```
        ## Third
        Only words.
        """;

    // when
    List<Section> sections = DocumentedCommands.in(page);

    // then
    assertThat(sections).extracting(Section::heading).containsExactly("First", "Second");
    assertThat(sections.getFirst().blocks()).containsExactly("one\n# a comment");
    assertThat(sections.getFirst().commands()).containsExactly("one");
    assertThat(sections.getLast().blocks()).containsExactly("two", "four");
  }

  @Test
  void shouldKeepACommandTogetherThatGoesOnInTheNextLine() {
    // given
    String page =
        """
        ```sh
        send --title x \\
            --payload y
        list
        ```
        """;

    // when
    List<String> commands = DocumentedCommands.in(page).getFirst().commands();

    // then
    assertThat(commands).containsExactly("send --title x \\\n    --payload y", "list");
  }

  @Test
  void shouldFindCallsInRunningText() {
    // given
    String page =
        """
        ## Decide
        ```sh
        list
        ```
        Then `./assent tasks approve ID` or `./assent help`, with `--as ada`.
        """;

    // when
    List<String> spans = DocumentedCommands.in(page).getFirst().spans();

    // then
    assertThat(spans).containsExactly("./assent tasks approve ID", "./assent help");
  }

  @Test
  void shouldRefuseABlockThatNeverEnds() {
    assertThatThrownBy(() -> DocumentedCommands.in("```sh\none\n"))
        .hasMessageContaining("never ends");
  }
}
