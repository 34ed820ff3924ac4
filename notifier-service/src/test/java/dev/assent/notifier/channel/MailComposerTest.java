package dev.assent.notifier.channel;

import static dev.assent.notifier.NotifierFixtures.ADA;
import static dev.assent.notifier.NotifierFixtures.ONE;
import static dev.assent.notifier.NotifierFixtures.ask;
import static dev.assent.notifier.NotifierFixtures.due;
import static dev.assent.notifier.NotifierFixtures.notice;
import static dev.assent.notifier.NotifierFixtures.task;
import static dev.assent.notifier.NotifierFixtures.tell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.notification.NoticeKind;
import dev.assent.kernel.process.Effect.Notify;
import dev.assent.notifier.delivery.DueDelivery;
import dev.assent.notifier.domain.Subject;
import io.vertx.ext.mail.MailMessage;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MailComposerTest {

  private static final String LINK = "https://assent.example.org/tasks/" + ONE;
  private static final Pattern ANY_LINK = Pattern.compile("https?://[^\\s\"<>]+");

  private final MailComposer composer =
      new MailComposer(
          "Assent <assent@example.org>",
          new Links(URI.create("https://assent.example.org/")),
          ZoneId.of("Europe/Berlin"));

  @Test
  void shouldSayWhatIsAskedByWhomUntilWhenAndWhere() {
    // when
    MailMessage mail = composer.compose(due(notice(ask(ADA))), "ada@example.org");

    // then
    assertThat(mail.getSubject()).isEqualTo("Approval needed: Add an index");
    assertThat(mail.getTo()).containsExactly("ada@example.org");
    for (String body : List.of(mail.getText(), mail.getHtml())) {
      assertThat(body)
          .contains("Your decision is asked for.")
          .contains("Add an index")
          .contains("On table orders.")
          .contains("agent://acme/prod/migrator")
          .contains("Sunday, 22 November 2026, 14:00 CET")
          .contains(LINK)
          .contains("Opening the link decides nothing.");
    }
  }

  @Test
  void shouldLinkToThePageAndNowhereElse() {
    // when
    MailMessage mail = composer.compose(due(notice(ask(ADA))), "ada@example.org");

    // then
    for (String body : List.of(mail.getText(), mail.getHtml())) {
      assertThat(ANY_LINK.matcher(body).results().map(found -> found.group()).distinct())
          .containsExactly(LINK);
    }
  }

  @Test
  void shouldEscapeWhatStrangersWroteInHtml() {
    // given
    String evil = "<script>alert(1)</script><a href='https://evil.example'>approve</a>";
    Notify told =
        new Notify(
            NoticeKind.TASK_ASSIGNED, List.of(ADA), task(evil, evil), evil, evil, null, null);
    DueDelivery plain = due(notice(told));
    DueDelivery delivery =
        new DueDelivery(plain.id(), "ada", 1, plain.notice(), new Subject(ONE, evil, evil, evil));

    // when
    MailMessage mail = composer.compose(delivery, "ada@example.org");

    // then
    assertThat(mail.getHtml())
        .doesNotContain("<script")
        .doesNotContain("<a href='https://evil.example'")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    assertThat(mail.getText()).contains(evil);
  }

  @Test
  void shouldNotLetATitleAddHeaders() {
    // given
    Notify told = tell(NoticeKind.ANNOUNCEMENT, "Hello\r\nBcc: all@example.org\r\n\r\nBody", ADA);

    // when
    MailMessage mail = composer.compose(due(notice(told)), "ada@example.org");

    // then
    assertThat(mail.getSubject()).isEqualTo("Hello Bcc: all@example.org Body");
  }

  @Test
  void shouldHaveTheSameMessageIdWheneverItIsSentAndOneThreadAnIntentAndPerson() {
    // given
    DueDelivery first = due(notice(ask(ADA)));
    DueDelivery decided = due(notice(tell(NoticeKind.DECIDED, "Add an index", ADA)));

    // when
    MailMessage mail = composer.compose(first, "ada@example.org");
    MailMessage again = composer.compose(first, "ada@example.org");
    MailMessage later = composer.compose(decided, "ada@example.org");

    // then
    assertThat(mail.getHeaders().get("Message-ID"))
        .isEqualTo("<" + first.id() + "@assent.example.org>")
        .isEqualTo(again.getHeaders().get("Message-ID"))
        .isNotEqualTo(later.getHeaders().get("Message-ID"));
    assertThat(later.getHeaders().get("References"))
        .isEqualTo(mail.getHeaders().get("References"))
        .isNotEqualTo(mail.getHeaders().get("Message-ID"));
    assertThat(mail.getHeaders().get("Auto-Submitted")).isEqualTo("auto-generated");
  }

  @Test
  void shouldSayOfADecisionWhatItWasAndAskNothing() {
    // given
    Notify told =
        new Notify(
            NoticeKind.DECIDED,
            List.of(ADA),
            task("Add an index", null),
            "Add an index",
            "bo answered approved: fine with me",
            null,
            "bo");

    // when
    MailMessage mail = composer.compose(due(notice(told)), "ada@example.org");

    // then
    assertThat(mail.getSubject()).isEqualTo("Decided: Add an index");
    assertThat(mail.getText())
        .contains("bo answered approved: fine with me")
        .doesNotContain("Due:")
        .doesNotContain("decide:");
    assertThat(mail.getText().lines().filter(String::isBlank).count()).isLessThan(8);
  }

  @Test
  void shouldDoWithoutAnythingThatIsNotKnown() {
    // given
    Notify told =
        new Notify(NoticeKind.TIMED_OUT, List.of(ADA), null, "Out of time", "Text.", null, null);
    DueDelivery plain = due(notice(told));
    DueDelivery delivery =
        new DueDelivery(plain.id(), "ada", 1, plain.notice(), new Subject(ONE, null, null, null));

    // when
    MailMessage mail = composer.compose(delivery, "ada@example.org");

    // then
    assertThat(mail.getText()).contains("Text.").contains(LINK).doesNotContain("null");
    assertThat(mail.getHtml()).doesNotContain("null");
  }

  @Test
  void shouldSaySoInTheSubjectWhenItRemindsOrEscalates() {
    // when
    String reminder = Headline.of(notice(tell(NoticeKind.REMINDER, "Add an index", ADA)));
    String escalated = Headline.of(notice(tell(NoticeKind.ESCALATED, "Add an index", ADA)));

    // then
    assertThat(reminder).isEqualTo("Reminder, approval needed: Add an index");
    assertThat(escalated).isEqualTo("Escalated to you, approval needed: Add an index");
  }
}
