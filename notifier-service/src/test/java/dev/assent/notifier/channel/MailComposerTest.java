package dev.assent.notifier.channel;

import static dev.assent.notifier.NotifierFixtures.ADA;
import static dev.assent.notifier.NotifierFixtures.ONE;
import static dev.assent.notifier.NotifierFixtures.ask;
import static dev.assent.notifier.NotifierFixtures.due;
import static dev.assent.notifier.NotifierFixtures.notice;
import static dev.assent.notifier.NotifierFixtures.task;
import static dev.assent.notifier.NotifierFixtures.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assent.contract.notification.NoticeKind;
import dev.assent.kernel.process.Effect.Notify;
import dev.assent.notifier.delivery.DueDelivery;
import dev.assent.notifier.domain.Subject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
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
          ZoneId.of("Europe/Berlin"),
          InstantSource.fixed(Instant.parse("2026-11-22T09:05:07Z")));

  @Test
  void shouldSayWhatIsAskedByWhomUntilWhenAndWhere() throws Exception {
    // when
    MimeMessage mail = compose(due(notice(ask(ADA))));

    // then
    assertThat(mail.getSubject()).isEqualTo("Approval needed: Add an index");
    assertThat(mail.getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("ada@example.org");
    assertThat(mail.getHeader("Date")).containsExactly("Sun, 22 Nov 2026 09:05:07 +0000");
    for (String body : List.of(text(mail), html(mail))) {
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
  void shouldLinkToThePageAndNowhereElse() throws Exception {
    // when
    MimeMessage mail = compose(due(notice(ask(ADA))));

    // then
    for (String body : List.of(text(mail), html(mail))) {
      assertThat(ANY_LINK.matcher(body).results().map(found -> found.group()).distinct())
          .containsExactly(LINK);
    }
  }

  @Test
  void shouldEscapeWhatStrangersWroteInHtml() throws Exception {
    // given
    String evil = "<script>alert(1)</script><a href='https://evil.example'>approve</a>";
    Notify told =
        new Notify(
            NoticeKind.TASK_ASSIGNED, List.of(ADA), task(evil, evil), evil, evil, null, null);
    DueDelivery plain = due(notice(told));
    DueDelivery delivery =
        new DueDelivery(plain.id(), "ada", 1, plain.notice(), new Subject(ONE, evil, evil, evil));

    // when
    MimeMessage mail = compose(delivery);

    // then
    assertThat(html(mail))
        .doesNotContain("<script")
        .doesNotContain("<a href='https://evil.example'")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    assertThat(text(mail)).contains(evil);
  }

  @Test
  void shouldNotLetATitleAddHeaders() throws Exception {
    // given
    Notify told = tell(NoticeKind.ANNOUNCEMENT, "Hello\r\nBcc: all@example.org\r\n\r\nBody", ADA);

    // when
    MimeMessage mail = compose(due(notice(told)));

    // then
    assertThat(mail.getSubject()).isEqualTo("Hello Bcc: all@example.org Body");
  }

  @Test
  void shouldWriteTheSendersNameInAnyScript() throws Exception {
    // given
    MailComposer own =
        new MailComposer(
            "Büro <assent@example.org>",
            new Links(URI.create("https://assent.example.org/")),
            ZoneId.of("UTC"),
            InstantSource.system());

    // when
    MimeMessage mail = own.compose(due(notice(ask(ADA))), new InternetAddress("ada@example.org"));

    // then
    assertThat(mail.getHeader("From"))
        .containsExactly("=?UTF-8?Q?B=C3=BCro?= <assent@example.org>");
  }

  @Test
  void shouldRefuseASenderThatIsNoAddress() {
    // given
    Links links = new Links(URI.create("https://assent.example.org/"));
    ZoneId zone = ZoneId.of("UTC");

    // then
    assertThatThrownBy(() -> new MailComposer("nobody", links, zone, InstantSource.system()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Expected assent.notifier.email.from to be like Assent <assent@example.org>, but it is"
                + " \"nobody\". Correct it.");
  }

  @Test
  void shouldHaveTheSameMessageIdWheneverItIsSentAndOneThreadAnIntentAndPerson() throws Exception {
    // given
    DueDelivery first = due(notice(ask(ADA)));
    DueDelivery decided = due(notice(tell(NoticeKind.DECIDED, "Add an index", ADA)));

    // when
    MimeMessage mail = compose(first);
    MimeMessage again = compose(first);
    MimeMessage later = compose(decided);

    // then
    assertThat(mail.getHeader("Message-ID", null))
        .isEqualTo("<" + first.id() + "@assent.example.org>")
        .isEqualTo(again.getHeader("Message-ID", null))
        .isNotEqualTo(later.getHeader("Message-ID", null));
    assertThat(later.getHeader("References", null))
        .isEqualTo(mail.getHeader("References", null))
        .isNotEqualTo(mail.getHeader("Message-ID", null));
    assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
  }

  @Test
  void shouldSayOfADecisionWhatItWasAndAskNothing() throws Exception {
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
    MimeMessage mail = compose(due(notice(told)));

    // then
    assertThat(mail.getSubject()).isEqualTo("Decided: Add an index");
    assertThat(text(mail))
        .contains("bo answered approved: fine with me")
        .doesNotContain("Due:")
        .doesNotContain("decide:");
    assertThat(text(mail).lines().filter(String::isBlank).count()).isLessThan(8);
  }

  @Test
  void shouldDoWithoutAnythingThatIsNotKnown() throws Exception {
    // given
    Notify told =
        new Notify(NoticeKind.TIMED_OUT, List.of(ADA), null, "Out of time", "Text.", null, null);
    DueDelivery plain = due(notice(told));
    DueDelivery delivery =
        new DueDelivery(plain.id(), "ada", 1, plain.notice(), new Subject(ONE, null, null, null));

    // when
    MimeMessage mail = compose(delivery);

    // then
    assertThat(text(mail)).contains("Text.").contains(LINK).doesNotContain("null");
    assertThat(html(mail)).doesNotContain("null");
  }

  @Test
  void shouldSaySoInTheSubjectWhenItRemindsOrEscalates() throws Exception {
    // when
    String reminder = Headline.of(notice(tell(NoticeKind.REMINDER, "Add an index", ADA)));
    String escalated = Headline.of(notice(tell(NoticeKind.ESCALATED, "Add an index", ADA)));

    // then
    assertThat(reminder).isEqualTo("Reminder, approval needed: Add an index");
    assertThat(escalated).isEqualTo("Escalated to you, approval needed: Add an index");
  }

  private MimeMessage compose(DueDelivery delivery) throws MessagingException {
    return composer.compose(delivery, new InternetAddress("ada@example.org"));
  }

  private static String text(MimeMessage mail) throws IOException, MessagingException {
    return part(mail, 0);
  }

  private static String html(MimeMessage mail) throws IOException, MessagingException {
    return part(mail, 1);
  }

  private static String part(MimeMessage mail, int index) throws IOException, MessagingException {
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    return parts.getBodyPart(index).getContent().toString();
  }
}
