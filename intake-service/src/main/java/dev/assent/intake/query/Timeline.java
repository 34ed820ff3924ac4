package dev.assent.intake.query;

import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.intent.ActorKind;
import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.DeliveryFailed;
import dev.assent.contract.intent.HumanTaskAssigned;
import dev.assent.contract.intent.IntentAcknowledged;
import dev.assent.contract.intent.IntentCanceled;
import dev.assent.contract.intent.IntentCompleted;
import dev.assent.contract.intent.IntentCreated;
import dev.assent.contract.intent.IntentDelivered;
import dev.assent.contract.intent.IntentEdited;
import dev.assent.contract.intent.IntentEscalated;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.intent.IntentFailed;
import dev.assent.contract.intent.IntentInProgress;
import dev.assent.contract.intent.IntentNotified;
import dev.assent.contract.intent.IntentReminder;
import dev.assent.contract.intent.IntentSubmitted;
import dev.assent.contract.intent.IntentTimedOut;
import dev.assent.contract.intent.IntentTransfer;
import dev.assent.contract.intent.IntentWaiting;
import dev.assent.contract.intent.ResultRecorded;
import dev.assent.contract.intent.StepTimedOut;
import dev.assent.contract.intent.Verdict;
import dev.assent.contract.json.EventTypes;
import dev.assent.contract.notification.ChannelKind;
import dev.assent.contract.plan.Announcement;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** An intent's history in plain words, for people. */
public final class Timeline {

  /**
   * A line.
   *
   * @param kind the event's name as a CSS class can have it
   * @param at RFC 3339, to the second
   * @param text not escaped
   */
  public record Entry(String kind, String at, String text) {}

  private final Names names;

  public Timeline(Names names) {
    this.names = names;
  }

  public Entry entry(RecordedEvent recorded) {
    String name = EventTypes.name(recorded.event());
    return new Entry(
        name.substring(name.indexOf('.') + 1).replace('_', '-'),
        recorded.envelope().time().truncatedTo(ChronoUnit.SECONDS).toString(),
        text(recorded.event()));
  }

  private String text(IntentEvent event) {
    return switch (event) {
      case IntentCreated e -> "Submitted by " + names.sender(e.from());
      case IntentSubmitted e -> "Accepted with a plan of " + steps(e.plan().steps().size());
      case IntentDelivered e ->
          "Handed to "
              + names.agent(e.agent())
              + (e.attempt() > 1 ? " again, attempt " + e.attempt() : "");
      case IntentAcknowledged e -> names.actor(e.by()) + " has taken it up";
      case IntentInProgress e -> progress(e);
      case IntentWaiting e -> "Waiting" + because(e.note());
      case HumanTaskAssigned e -> "Asked " + names.all(e.assignees()) + ": " + e.spec().title();
      case IntentReminder e -> "Reminder " + e.number() + " sent to " + names.all(e.to());
      case IntentEscalated e -> "Escalated to " + names.all(e.to()) + because(e.reason());
      case IntentTransfer e ->
          names.actor(e.by()) + " handed it to " + names.all(e.to()) + because(e.note());
      case DecisionRecorded e -> decision(e);
      case IntentEdited e -> names.actor(e.by()) + " changed what is asked for";
      case ResultRecorded e -> result(e);
      case StepTimedOut e -> "Nobody answered in time; the plan says: " + words(e.fallback());
      // The console tells nobody by name.
      case IntentNotified e when e.channel() == ChannelKind.CONSOLE -> "Written to the console";
      case IntentNotified e -> names.person(e.recipient()) + " was told by " + channel(e.channel());
      case DeliveryFailed e ->
          names.person(e.recipient())
              + " could not be told by "
              + channel(e.channel())
              + " in "
              + e.attempts()
              + (e.attempts() == 1 ? " attempt" : " attempts")
              + because(e.reason());
      case IntentCompleted _ -> "Completed";
      case IntentFailed e -> "Failed" + because(e.error().message());
      case IntentCanceled e -> "Canceled by " + names.actor(e.by()) + because(e.reason());
      case IntentTimedOut e -> "Timed out" + because(e.reason());
    };
  }

  private String progress(IntentInProgress e) {
    Announcement announcement = e.announcement();
    return announcement == null
        ? names.actor(e.by()) + " is at work" + because(e.note())
        : "Announced to " + names.all(announcement.recipients()) + ": " + announcement.subject();
  }

  private String decision(DecisionRecorded e) {
    String who =
        e.by().kind() == ActorKind.SYSTEM
            ? "Nobody decided, so the plan did: "
            : names.actor(e.by()) + (e.early() ? " (before being asked) " : " ");
    return who + words(e.outcome()) + because(e.comment());
  }

  private String result(ResultRecorded e) {
    if (e.verdict() == Verdict.POSITIVE) {
      return names.actor(e.by()) + " finished its step";
    }
    String error = e.error() == null ? null : e.error().message();
    String then = e.willRetry() ? " (it will be tried again)" : "";
    return names.actor(e.by()) + " failed" + then + because(error);
  }

  private static String because(@Nullable String reason) {
    return reason == null || reason.isBlank() ? "" : ": " + reason;
  }

  private static String words(String code) {
    return code.replace('_', ' ');
  }

  private static String steps(int count) {
    return count == 1 ? "one step" : count + " steps";
  }

  private static String channel(ChannelKind channel) {
    return switch (channel) {
      case EMAIL -> "e-mail";
      case WEBHOOK -> "webhook";
      case CONSOLE -> "console";
      case AGENT -> "its stream";
    };
  }
}
