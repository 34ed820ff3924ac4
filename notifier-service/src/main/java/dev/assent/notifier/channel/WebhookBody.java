package dev.assent.notifier.channel;

import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.TaskSummary;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.plan.Assignee;
import dev.assent.notifier.delivery.DueDelivery;
import dev.assent.notifier.domain.Notice;
import dev.assent.notifier.domain.Subject;
import dev.assent.notifier.domain.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook is sent: type, time, data. No payload of the intent and no address; who wants the
 * payload follows the link, or reads the intent, with credentials.
 *
 * @param type {@code notice.task_assigned}, {@code notice.decided} …
 * @param timestamp when the event was decided
 */
record WebhookBody(String type, Instant timestamp, Data data) {

  /** The notice. */
  record Data(
      IntentId intentId,
      long sequence,
      @Nullable String intentType,
      @Nullable String from,
      List<Assignee> recipients,
      @Nullable TaskSummary task,
      String subject,
      String text,
      @Nullable Instant dueAt,
      String url) {}

  /** Receivers expect bodies of some 20 kB at the most. */
  private static final int LONGEST_TEXT = 4000;

  static byte[] of(DueDelivery delivery, Links links) {
    Notice notice = delivery.notice();
    Subject subject = delivery.subject();
    return ContractJson.write(
        new WebhookBody(
            "notice." + notice.kind().name().toLowerCase(Locale.ROOT),
            notice.at(),
            new Data(
                notice.intent(),
                notice.sequence(),
                subject.type(),
                subject.sender(),
                notice.asked(),
                cut(notice.task()),
                Headline.of(notice),
                Texts.cut(notice.text(), LONGEST_TEXT),
                notice.dueAt(),
                links.task(notice.intent()))));
  }

  private static @Nullable TaskSummary cut(@Nullable TaskSummary task) {
    if (task == null || task.description() == null) {
      return task;
    }
    return new TaskSummary(
        task.id(), task.type(), task.title(), Texts.cut(task.description(), LONGEST_TEXT));
  }
}
