package dev.assent.notifier.page;

import static dev.assent.notifier.NotifierFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MailPagesTest {

  private static final String EVIL = "\"><script>alert(1)</script>";

  private final MailPages pages = new MailPages();

  @Test
  void shouldListMailsAndSayWhatThisIs() {
    // when
    String page = pages.list(List.of(mail("Approval needed: Index", "Text", "")), 200);

    // then
    assertThat(page)
        .contains("<a href=\"/mails/7\">")
        .contains("Approval needed: Index")
        .contains("to ada@example.org, 2026-11-22 12:00:00 UTC")
        .contains("for development")
        .contains("The last 200 are kept in memory");
  }

  @Test
  void shouldSayThatThereIsNoneYet() {
    // when
    String page = pages.list(List.of(), 200);

    // then
    assertThat(page).contains("No mail yet").contains("http-equiv=\"refresh\"");
  }

  @Test
  void shouldEscapeEverythingThatAMailHolds() {
    // given
    CaughtMail mail = new CaughtMail(7, NOON, EVIL, EVIL, EVIL, EVIL, EVIL, EVIL);

    // when
    String page = pages.single(mail) + pages.list(List.of(mail), 200);

    // then
    assertThat(page).doesNotContain("<script").contains("&lt;script&gt;");
  }

  @Test
  void shouldMakeLinksVisibleAndFrameTheHtml() {
    // given
    String text =
        "See http://localhost:8300/tasks/1 and again http://localhost:8300/tasks/1\n"
            + "javascript:alert(1)";

    // when
    String page = pages.single(mail("Subject", text, "<b>Hi</b>"));

    // then
    assertThat(page)
        .containsOnlyOnce("<a href=\"http://localhost:8300/tasks/1\"")
        .contains("src=\"/mails/7/html\"")
        .contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"")
        .doesNotContain("href=\"javascript:")
        .doesNotContain("<b>Hi</b>");
  }

  @Test
  void shouldHaveNoFrameWithoutHtml() {
    // when
    String page = pages.single(mail("", "Text", ""));

    // then
    assertThat(page).doesNotContain("<iframe").contains("(no subject)");
  }

  private static CaughtMail mail(String subject, String text, String html) {
    return new CaughtMail(
        7, NOON, "assent@localhost", "ada@example.org", subject, "Date: now\n", text, html);
  }
}
