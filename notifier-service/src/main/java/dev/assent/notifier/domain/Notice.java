package dev.assent.notifier.domain;

import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.id.NamedUuid;
import dev.assent.contract.intent.TaskSummary;
import dev.assent.contract.notification.NoticeKind;
import dev.assent.contract.plan.Assignee;
import dev.assent.kernel.process.Effect.Notify;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people are told, before it is known who and how.
 *
 * @param id the same whenever the event is read again
 * @param sequence of the event, within its intent
 * @param at when the event was decided
 * @param asked whom the policy names: people, groups, anyone
 * @param subject one line of whoever wrote the plan
 */
public record Notice(
    UUID id,
    IntentId intent,
    long sequence,
    Instant at,
    NoticeKind kind,
    List<Assignee> asked,
    @Nullable TaskSummary task,
    String subject,
    String text,
    @Nullable Instant dueAt) {

  public Notice {
    asked = List.copyOf(asked);
  }

  /** The notice that follows from an event. */
  public static Notice of(Envelope event, Notify told) {
    return new Notice(
        NamedUuid.of("assent-notice", event.eventId(), told.notice().name()),
        event.intentId(),
        event.sequence(),
        event.time(),
        told.notice(),
        told.recipients(),
        told.task(),
        told.subject(),
        told.text(),
        told.dueAt());
  }

  /** Whether it asks for a decision: then it is pointless once the task has ended. */
  public boolean asks() {
    return asks(kind);
  }

  /** Whether notices of this kind ask for a decision. */
  public static boolean asks(NoticeKind kind) {
    return switch (kind) {
      case TASK_ASSIGNED, REMINDER, ESCALATED -> true;
      case DECIDED, TIMED_OUT, ANNOUNCEMENT -> false;
    };
  }
}
