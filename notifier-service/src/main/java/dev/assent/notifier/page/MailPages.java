package dev.assent.notifier.page;

import dev.assent.notifier.channel.Templates;
import io.quarkus.qute.Template;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The catcher's pages. Everything that a mail holds is escaped; its HTML is shown in a frame. */
public final class MailPages {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'");
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+");

  private static final String STYLE = Templates.text("mails.css");

  private final Template list = Templates.load("mails.html");
  private final Template single = Templates.load("mail-page.html");

  /** A line of the list. */
  public record Line(long id, String at, String to, String subject) {}

  /** The style sheet of both pages. */
  static String style() {
    return STYLE;
  }

  /** The list, newest first. */
  String list(List<CaughtMail> mails, int keep) {
    List<Line> lines =
        mails.stream()
            .map(mail -> new Line(mail.id(), time(mail.at()), mail.to(), subject(mail)))
            .toList();
    return list.data("mails", lines).data("keep", keep).render();
  }

  /** One mail: its text, the links in it, and its HTML in a frame. */
  String single(CaughtMail mail) {
    return single
        .data("mail", mail)
        .data("subject", subject(mail))
        .data("at", time(mail.at()))
        .data("links", links(mail.text()))
        .render();
  }

  private static String subject(CaughtMail mail) {
    return mail.subject().isBlank() ? "(no subject)" : mail.subject();
  }

  private static String time(Instant at) {
    return TIME.format(at.atOffset(ZoneOffset.UTC));
  }

  private static List<String> links(String text) {
    List<String> links = new ArrayList<>();
    Matcher found = LINK.matcher(text);
    while (found.find() && links.size() < 20) {
      if (!links.contains(found.group())) {
        links.add(found.group());
      }
    }
    return links;
  }
}
