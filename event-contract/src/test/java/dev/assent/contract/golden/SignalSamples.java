package dev.assent.contract.golden;

import static dev.assent.contract.golden.WorkedCase.ADA;
import static dev.assent.contract.golden.WorkedCase.AGENT;
import static dev.assent.contract.golden.WorkedCase.DIGEST;
import static dev.assent.contract.golden.WorkedCase.NINE;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assent.contract.envelope.SignalEnvelope;
import dev.assent.contract.id.NamedUuid;
import dev.assent.contract.intent.ErrorInfo;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.notification.ChannelKind;
import dev.assent.contract.notification.NoticeKind;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.signal.Signal;
import dev.assent.contract.timer.TimerKind;
import java.util.List;

/** One signal of each type, as the worked case would bring it about. */
final class SignalSamples {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private SignalSamples() {}

  static List<SignalEnvelope> all() {
    return signals().stream().map(SignalSamples::envelope).toList();
  }

  private static SignalEnvelope envelope(Signal signal) {
    String name = signal.getClass().getSimpleName();
    return new SignalEnvelope(
        NamedUuid.of("sample", name).toString(),
        WorkedCase.INTENT,
        NINE.plusSeconds(600),
        source(signal),
        signal instanceof Signal.DecisionSubmitted ? WorkedCase.TRACE : null,
        signal);
  }

  private static String source(Signal signal) {
    return switch (signal) {
      case Signal.TimerFired _ -> "timer-service";
      case Signal.NoticeDelivered _, Signal.NoticeFailed _ -> "notifier-service";
      case Signal.DecisionSubmitted _,
          Signal.TransferSubmitted _,
          Signal.EditSubmitted _,
          Signal.ResolveSubmitted _,
          Signal.ResultSubmitted _,
          Signal.AcknowledgeSubmitted _,
          Signal.ProgressSubmitted _ ->
          "approval-http";
    };
  }

  private static List<Signal> signals() {
    return List.of(
        new Signal.DecisionSubmitted(
            WorkedCase.TASK,
            "approved",
            ADA,
            "web",
            "Fine, after 21:00.",
            JSON.objectNode().put("window", "21:00-23:00"),
            DIGEST),
        new Signal.ResultSubmitted(AGENT, JSON.objectNode().put("seconds", 340), null, null),
        new Signal.AcknowledgeSubmitted(AGENT),
        new Signal.ProgressSubmitted(AGENT, "reading table statistics"),
        new Signal.ResolveSubmitted(
            AGENT,
            IntentStatus.FAILED,
            null,
            new ErrorInfo("disk_full", "The index needs 9 GB more than there is."),
            null),
        new Signal.TransferSubmitted(null, ADA, Assignee.group("sre"), "I am on leave."),
        new Signal.EditSubmitted(null, ADA, WorkedCase.EDITED, DIGEST),
        new Signal.TimerFired(TimerKind.REMINDER, 7, NINE.plusSeconds(305)),
        new Signal.NoticeDelivered(
            "7d0d1c2e-1111-8222-9333-a0a0a0a0a0a0",
            NoticeKind.TASK_ASSIGNED,
            ChannelKind.EMAIL,
            "ada",
            1),
        new Signal.NoticeFailed(
            "7d0d1c2e-1111-8222-9333-b0b0b0b0b0b0",
            ChannelKind.WEBHOOK,
            "ops-room",
            6,
            "The webhook answered 410: it is gone."));
  }
}
