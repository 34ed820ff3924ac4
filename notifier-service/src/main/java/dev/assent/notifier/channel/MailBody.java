package dev.assent.notifier.channel;

import dev.assent.contract.intent.TaskSummary;
import dev.assent.notifier.delivery.DueDelivery;
import dev.assent.notifier.domain.Notice;
import dev.assent.notifier.domain.Subject;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says, as the templates read it; parts that are not known are empty.
 *
 * @param headline what is asked
 * @param about the title of the task, or of the intent
 * @param asks whether a decision is asked of the reader
 * @param due when the fallback comes into force, in the configured time zone
 * @param link to the page where the reader decides; it decides nothing by itself
 */
public record MailBody(
    String headline,
    String about,
    String description,
    String text,
    String sender,
    String type,
    String due,
    String link,
    boolean asks) {

  private static final DateTimeFormatter DUE =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm zzz", Locale.ENGLISH);

  static MailBody of(DueDelivery delivery, Links links, ZoneId zone) {
    Notice notice = delivery.notice();
    Subject subject = delivery.subject();
    TaskSummary task = notice.task();
    return new MailBody(
        Headline.of(notice),
        task == null ? orEmpty(subject.title()) : task.title(),
        task == null ? "" : orEmpty(task.description()),
        notice.text(),
        orEmpty(subject.sender()),
        orEmpty(subject.type()),
        notice.dueAt() == null ? "" : DUE.format(notice.dueAt().atZone(zone)),
        links.task(notice.intent()),
        notice.asks());
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
