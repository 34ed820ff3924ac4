package dev.assent.kernel.process;

import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.DeliveryFailed;
import dev.assent.contract.intent.HumanTaskAssigned;
import dev.assent.contract.intent.IntentAcknowledged;
import dev.assent.contract.intent.IntentCreated;
import dev.assent.contract.intent.IntentDelivered;
import dev.assent.contract.intent.IntentEdited;
import dev.assent.contract.intent.IntentEnding;
import dev.assent.contract.intent.IntentEscalated;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.intent.IntentInProgress;
import dev.assent.contract.intent.IntentNotified;
import dev.assent.contract.intent.IntentReminder;
import dev.assent.contract.intent.IntentSubmitted;
import dev.assent.contract.intent.IntentTimedOut;
import dev.assent.contract.intent.IntentTransfer;
import dev.assent.contract.intent.IntentWaiting;
import dev.assent.contract.intent.ResultRecorded;
import dev.assent.contract.intent.StepTimedOut;
import dev.assent.contract.notification.NoticeKind;
import dev.assent.contract.plan.Announcement;
import dev.assent.contract.timer.TimerKind;
import dev.assent.kernel.process.Effect.ArmTimer;
import dev.assent.kernel.process.Effect.CancelTimers;
import dev.assent.kernel.process.Effect.Notify;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What follows from an event outside the log. A pure function of the event alone, so that a service
 * that lost its view finds the same timers and notices again.
 */
public final class Reactions {

  private static final Set<TimerKind> ALL = EnumSet.allOf(TimerKind.class);
  private static final Set<TimerKind> OF_STEP =
      Arrays.stream(TimerKind.values())
          .filter(TimerKind::belongsToStep)
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(TimerKind.class)));

  private Reactions() {}

  /** Timers that go, then timers that come, then notices. */
  public static List<Effect> react(RecordedEvent recorded) {
    IntentEvent event = recorded.event();
    List<Effect> effects = new ArrayList<>();
    Set<TimerKind> gone = canceledBy(event);
    if (!gone.isEmpty()) {
      effects.add(new CancelTimers(gone));
    }
    event
        .timers()
        .forEach(
            timer -> effects.add(new ArmTimer(timer.kind(), recorded.sequence(), timer.dueAt())));
    notice(event).ifPresent(effects::add);
    return List.copyOf(effects);
  }

  /** The timers that are used up, or whose step is over. */
  private static Set<TimerKind> canceledBy(IntentEvent event) {
    return switch (event) {
      case IntentCreated e -> Set.of();
      case IntentSubmitted e -> Set.of();
      case IntentDelivered e -> OF_STEP;
      case IntentAcknowledged e -> Set.of();
      case IntentInProgress e -> e.announcement() == null ? Set.of() : OF_STEP;
      case IntentWaiting e -> OF_STEP;
      case HumanTaskAssigned e -> OF_STEP;
      case IntentReminder e -> EnumSet.of(TimerKind.REMINDER);
      case IntentEscalated e -> EnumSet.of(TimerKind.REMINDER, TimerKind.ESCALATION);
      case IntentTransfer e -> Set.of();
      case DecisionRecorded e -> e.early() ? Set.of() : OF_STEP;
      case IntentEdited e -> Set.of();
      case ResultRecorded e -> OF_STEP;
      case StepTimedOut e -> OF_STEP;
      case IntentNotified e -> Set.of();
      case DeliveryFailed e -> Set.of();
      case IntentEnding e -> ALL;
    };
  }

  private static Optional<Notify> notice(IntentEvent event) {
    return switch (event) {
      case IntentCreated e -> Optional.empty();
      case IntentSubmitted e -> Optional.empty();
      case IntentDelivered e -> Optional.empty();
      case IntentAcknowledged e -> Optional.empty();
      case IntentInProgress e -> Optional.ofNullable(e.announcement()).map(Reactions::announcement);
      case IntentWaiting e -> Optional.empty();
      case HumanTaskAssigned e ->
          Optional.of(
              new Notify(
                  NoticeKind.TASK_ASSIGNED,
                  e.assignees(),
                  e.summary(),
                  e.spec().title(),
                  "Your decision is asked for.",
                  e.dueAt(),
                  null));
      case IntentReminder e ->
          Optional.of(
              new Notify(
                  NoticeKind.REMINDER,
                  e.to(),
                  e.task(),
                  e.task().title(),
                  "Reminder " + e.number() + ": your decision is still asked for.",
                  e.dueAt(),
                  null));
      case IntentEscalated e ->
          Optional.of(
              new Notify(
                  NoticeKind.ESCALATED,
                  e.to(),
                  e.task(),
                  e.task().title(),
                  "Your decision is asked for, because " + e.reason() + ".",
                  e.dueAt(),
                  null));
      case IntentTransfer e ->
          Optional.of(
              new Notify(
                  NoticeKind.TASK_ASSIGNED,
                  e.to(),
                  e.task(),
                  e.task().title(),
                  e.by().id() + " handed this decision to you.",
                  null,
                  null));
      case DecisionRecorded e -> decided(e);
      case IntentEdited e -> Optional.empty();
      case ResultRecorded e -> Optional.empty();
      case StepTimedOut e -> timedOut(e);
      case IntentNotified e -> Optional.empty();
      case DeliveryFailed e -> Optional.empty();
      case IntentTimedOut e ->
          e.told().isEmpty()
              ? Optional.empty()
              : Optional.of(
                  new Notify(
                      NoticeKind.TIMED_OUT,
                      e.told(),
                      null,
                      "An approval ran out of time",
                      "Nothing more is asked of you: " + e.reason() + ".",
                      null,
                      null));
      case IntentEnding e -> Optional.empty();
    };
  }

  private static Notify announcement(Announcement announcement) {
    return new Notify(
        NoticeKind.ANNOUNCEMENT,
        announcement.recipients(),
        null,
        announcement.subject(),
        announcement.body(),
        null,
        null);
  }

  /** Everybody who was asked learns who decided; whoever decided knows. */
  private static Optional<Notify> decided(DecisionRecorded event) {
    if (event.early() || event.told().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Notify(
            NoticeKind.DECIDED,
            event.told(),
            event.task(),
            event.task().title(),
            event.by().id() + " answered " + event.outcome() + after(event.comment()),
            null,
            event.by().id()));
  }

  private static Optional<Notify> timedOut(StepTimedOut event) {
    if (event.task() == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Notify(
            NoticeKind.TIMED_OUT,
            event.told(),
            event.task(),
            event.task().title(),
            "Nobody answered in time; the agreed fallback came into force: " + event.fallback(),
            null,
            null));
  }

  private static String after(@Nullable String comment) {
    return comment == null || comment.isBlank() ? "." : ": " + comment;
  }
}
