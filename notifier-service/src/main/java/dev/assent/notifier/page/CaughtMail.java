package dev.assent.notifier.page;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail as the catcher keeps it, taken apart. Texts are cut when they are longer than anybody
 * would read.
 *
 * @param id counts up from 1
 * @param to the recipient that the envelope named
 * @param headers those by which mails are threaded and told apart, one a line
 */
public record CaughtMail(
    long id,
    Instant at,
    String from,
    String to,
    String subject,
    String headers,
    String text,
    String html) {

  private static final int LONGEST = 200_000;
  private static final String[] SHOWN = {
    "Message-ID", "References", "In-Reply-To", "Auto-Submitted", "Date"
  };

  static CaughtMail of(long id, Instant at, String to, MimeMessage message) {
    try {
      return new CaughtMail(
          id,
          at,
          decoded(message.getHeader("From", ", ")),
          to,
          decoded(message.getHeader("Subject", null)),
          headers(message),
          body(message, "text/plain"),
          body(message, "text/html"));
    } catch (MessagingException | IOException e) {
      return new CaughtMail(
          id, at, "", to, "(a mail that cannot be read)", "", String.valueOf(e.getMessage()), "");
    }
  }

  public boolean hasHtml() {
    return !html.isEmpty();
  }

  private static String decoded(@Nullable String header) throws UnsupportedEncodingException {
    return header == null ? "" : MimeUtility.decodeText(MimeUtility.unfold(header));
  }

  private static String headers(MimeMessage message) throws MessagingException {
    StringBuilder lines = new StringBuilder();
    for (String name : SHOWN) {
      String value = message.getHeader(name, ", ");
      if (value != null) {
        lines.append(name).append(": ").append(MimeUtility.unfold(value)).append('\n');
      }
    }
    return lines.toString();
  }

  private static String body(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      String text = String.valueOf(part.getContent());
      return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
    if (part.isMimeType("multipart/*")) {
      Multipart parts = (Multipart) part.getContent();
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart each = parts.getBodyPart(i);
        String found = body(each, type);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }
}
