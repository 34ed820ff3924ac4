package dev.assent.notifier.channel;

import static dev.assent.notifier.NotifierFixtures.ADA;
import static dev.assent.notifier.NotifierFixtures.ONE;
import static dev.assent.notifier.NotifierFixtures.SRE;
import static dev.assent.notifier.NotifierFixtures.ask;
import static dev.assent.notifier.NotifierFixtures.due;
import static dev.assent.notifier.NotifierFixtures.notice;
import static dev.assent.notifier.NotifierFixtures.tell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.notification.NoticeKind;
import dev.assent.notifier.delivery.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsoleChannelTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ConsoleChannel console =
      new ConsoleChannel(
          new PrintStream(bytes, true, StandardCharsets.UTF_8),
          new Links(URI.create("http://localhost:8300")));

  @Test
  void shouldWriteOneLineWithWhoWhatAndWhere() {
    // when
    Outcome outcome = console.send(due(notice(ask(ADA, SRE))));

    // then
    assertThat(outcome).isEqualTo(new Outcome.Sent());
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "assent | ada, group:sre | Approval needed: Add an index"
                + " | http://localhost:8300/tasks/"
                + ONE);
  }

  @Test
  void shouldNotLetATitleCommandTheTerminal() {
    // when
    console.send(
        due(notice(tell(NoticeKind.ANNOUNCEMENT, "\u001b[2J\nassent | you | all is well", ADA))));

    // then
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    assertThat(bytes.toString(StandardCharsets.UTF_8)).doesNotContain("\u001b");
  }
}
