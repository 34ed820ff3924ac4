package dev.assent.contract.golden;

import static dev.assent.contract.golden.WorkedCase.ADA;
import static dev.assent.contract.golden.WorkedCase.AGENT;
import static dev.assent.contract.golden.WorkedCase.DECISION;
import static dev.assent.contract.golden.WorkedCase.DIGEST;
import static dev.assent.contract.golden.WorkedCase.EDITED;
import static dev.assent.contract.golden.WorkedCase.EDITED_DIGEST;
import static dev.assent.contract.golden.WorkedCase.NINE;
import static dev.assent.contract.golden.WorkedCase.SUMMARY;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.DeliveryFailed;
import dev.assent.contract.intent.ErrorInfo;
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
import dev.assent.contract.intent.WaitingReason;
import dev.assent.contract.json.EventCodec;
import dev.assent.contract.json.EventHash;
import dev.assent.contract.notification.ChannelKind;
import dev.assent.contract.notification.NoticeKind;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.timer.ArmedTimer;
import dev.assent.contract.timer.TimerKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event of each type, as the worked case would bring it about; the endings are rivals. Places
 * are sequences, so a new sample comes last: the files of the others must not change.
 */
final class EventSamples {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Instant DUE = NINE.plusSeconds(3_605);
  private static final List<Assignee> ADA_AND_BO =
      List.of(Assignee.person("ada"), Assignee.person("bo"));

  private EventSamples() {}

  static List<RecordedEvent> all() {
    List<RecordedEvent> story = new ArrayList<>();
    String previous = null;
    for (IntentEvent event : events()) {
      long sequence = story.size() + 1;
      RecordedEvent next = new RecordedEvent(envelope(event, sequence).after(previous), event);
      story.add(next);
      previous = EventHash.of(EventCodec.encode(next));
    }
    return story;
  }

  static Envelope envelope(IntentEvent event, long sequence) {
    boolean birth = event instanceof IntentCreated || event instanceof IntentSubmitted;
    @Nullable String trace = birth ? WorkedCase.TRACE : null;
    return new Envelope(
        WorkedCase.INTENT,
        sequence,
        NINE.plusSeconds(60 * sequence),
        birth ? "intake" : "approval",
        WorkedCase.CORRELATION,
        "input-" + sequence,
        trace);
  }

  private static List<IntentEvent> events() {
    return List.of(
        new IntentCreated(
            "intent.infra.change_approval.v1",
            WorkedCase.MIGRATOR,
            WorkedCase.PLANNER,
            "agent://acme/prod/release",
            WorkedCase.CORRELATION,
            WorkedCase.PAYLOAD,
            DIGEST,
            "users-email-2026-11-23",
            "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00"),
        new IntentSubmitted(
            WorkedCase.PLAN,
            null,
            List.of(new ArmedTimer(TimerKind.INTENT_DEADLINE, NINE.plusSeconds(259_200)))),
        new IntentDelivered(
            "estimate",
            WorkedCase.PLANNER,
            1,
            JSON.objectNode().put("explain", true),
            List.of(new ArmedTimer(TimerKind.STEP_DEADLINE, NINE.plusSeconds(480)))),
        new IntentAcknowledged("estimate", AGENT),
        new IntentInProgress("estimate", AGENT, "reading table statistics", null),
        new ResultRecorded(
            "estimate",
            AGENT,
            Verdict.POSITIVE,
            JSON.objectNode().put("seconds", 340),
            null,
            false,
            List.of()),
        new HumanTaskAssigned(
            "approve",
            WorkedCase.TASK,
            WorkedCase.SPEC,
            List.of(Assignee.person("ada")),
            DIGEST,
            DUE,
            List.of(
                new ArmedTimer(TimerKind.REMINDER, NINE.plusSeconds(305)),
                new ArmedTimer(TimerKind.ESCALATION, NINE.plusSeconds(605)),
                new ArmedTimer(TimerKind.STEP_DEADLINE, DUE))),
        new IntentNotified(
            "7d0d1c2e-1111-8222-9333-a0a0a0a0a0a0",
            NoticeKind.TASK_ASSIGNED,
            ChannelKind.EMAIL,
            "ada",
            1),
        new IntentReminder(
            "approve",
            SUMMARY,
            1,
            List.of(Assignee.person("ada")),
            DUE,
            List.of(new ArmedTimer(TimerKind.REMINDER, NINE.plusSeconds(1_805)))),
        new IntentEscalated(
            "approve",
            SUMMARY,
            1,
            List.of(Assignee.person("ada")),
            List.of(Assignee.person("bo")),
            "ada did not answer within 10m",
            DUE,
            List.of(new ArmedTimer(TimerKind.ESCALATION, NINE.plusSeconds(1_205)))),
        new DeliveryFailed(
            "7d0d1c2e-1111-8222-9333-b0b0b0b0b0b0",
            ChannelKind.WEBHOOK,
            "ops-room",
            6,
            "The webhook answered 410: it is gone."),
        new IntentTransfer(
            "approve",
            SUMMARY,
            Actor.person("bo", List.of("sre"), "session"),
            List.of(Assignee.group("sre")),
            "I am on leave."),
        new IntentEdited("approve", ADA, DIGEST, EDITED, EDITED_DIGEST),
        new DecisionRecorded(
            "approve",
            SUMMARY,
            "f3b1f1d0-0c55-4f09-8c8c-0a54a2b7a0de",
            "approved",
            Verdict.POSITIVE,
            ADA,
            "web",
            "Fine, after 21:00.",
            JSON.objectNode().put("window", "21:00-23:00"),
            EDITED_DIGEST,
            false,
            ADA_AND_BO),
        new IntentWaiting(
            "quiet-hours",
            WaitingReason.WAITING_FOR_TIME,
            "index builds run at night",
            List.of(new ArmedTimer(TimerKind.DELAY, NINE.plusSeconds(44_040)))),
        new StepTimedOut("approve", SUMMARY, "reject", ADA_AND_BO),
        new IntentCompleted(JSON.objectNode().put("index", "users_email"), DECISION, AGENT),
        new IntentFailed(
            new ErrorInfo("human_rejected", "ada rejected: not during the sale."), DECISION, ADA),
        new IntentCanceled("The sale was moved.", Actor.agent(WorkedCase.MIGRATOR, "api_key")),
        new IntentTimedOut(
            "approve", "nobody answered step approve before its deadline", ADA_AND_BO));
  }
}
