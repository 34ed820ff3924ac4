package dev.assent.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.assent.cli.terminal.Style;
import dev.assent.cli.terminal.Terminal;
import dev.assent.contract.json.ContractJson;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class StageTest {
  private final StringWriter out = new StringWriter();
  private final Stage stage =
      new Stage(
          new Terminal(out, new StringWriter(), new StringReader(""), Style.PLAIN, 60, false));

  @Test
  void shouldTellWhatHappensInColumnsThatFit() throws JsonProcessingException {
    // given
    Narrator narrator = new Narrator(stage, Style.PLAIN);

    // when
    narrator.tell(
        ContractJson.MAPPER.readTree(
            """
            {"event_type":"intent.escalated",
             "details":{"escalated_to":"bo","reason":"ada did not answer within PT16S"}}
            """));

    // then
    assertThat(out.toString().replaceAll("\\d+\\.\\d s", "1.0 s"))
        .isEqualTo(
            """
               1.0 s  assent     escalated to bo, because ada did not
                                 answer within PT16S
            """);
  }

  @Test
  void shouldBeSilentOnceItIsClosed() {
    // given
    stage.close();

    // when
    stage.tell("assent", "connection lost");

    // then
    assertThat(out.toString()).isEmpty();
  }
}
