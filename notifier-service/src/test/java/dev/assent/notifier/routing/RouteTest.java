package dev.assent.notifier.routing;

import static dev.assent.notifier.NotifierFixtures.ADA;
import static dev.assent.notifier.NotifierFixtures.BO;
import static dev.assent.notifier.NotifierFixtures.SRE;
import static dev.assent.notifier.NotifierFixtures.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.notification.ChannelKind;
import dev.assent.contract.notification.NoticeKind;
import dev.assent.contract.plan.Assignee;
import dev.assent.kernel.process.Effect.Notify;
import dev.assent.notifier.FixedPeople;
import dev.assent.notifier.domain.Recipient;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteTest {

  private final Route mailOnly = route(true, false);

  @Test
  void shouldMailPeopleWhoHaveAnAddress() {
    // when
    var recipients = mailOnly.of(ask(ADA, Assignee.person("dee"), Assignee.person("nobody")));

    // then
    assertThat(recipients).containsExactly(mail("ada"));
  }

  @Test
  void shouldMailEachMemberOfAGroupOnce() {
    // when
    var recipients = mailOnly.of(ask(BO, SRE));

    // then
    assertThat(recipients).containsExactly(mail("bo"), mail("cy"));
  }

  @Test
  void shouldMailNobodyAboutWhatAnyoneMayDecide() {
    // when
    var recipients = mailOnly.of(ask(Assignee.ANYONE));

    // then
    assertThat(recipients).isEmpty();
  }

  @Test
  void shouldNotTellWhoeverKnowsAlready() {
    // given
    Notify decided =
        new Notify(NoticeKind.DECIDED, List.of(ADA, BO), null, "Index", "ada …", null, "ada");

    // when
    var recipients = mailOnly.of(decided);

    // then
    assertThat(recipients).containsExactly(mail("bo"));
  }

  @Test
  void shouldTellWebhooksAndTheConsoleOnceWhoeverIsAsked() {
    // when
    var recipients = route(true, true, "ops", "audit").of(ask(Assignee.ANYONE));

    // then
    assertThat(recipients)
        .containsExactly(
            new Recipient(ChannelKind.WEBHOOK, "ops"),
            new Recipient(ChannelKind.WEBHOOK, "audit"),
            Recipient.CONSOLE);
  }

  @Test
  void shouldMailNobodyWhenMailIsSwitchedOff() {
    // when
    var recipients = route(false, false).of(ask(ADA));

    // then
    assertThat(recipients).isEmpty();
  }

  private static Recipient mail(String person) {
    return new Recipient(ChannelKind.EMAIL, person);
  }

  private static Route route(boolean email, boolean console, String... webhooks) {
    return new Route(
        new FixedPeople(), kind -> List.of(webhooks), new Route.Channels(email, console));
  }
}
