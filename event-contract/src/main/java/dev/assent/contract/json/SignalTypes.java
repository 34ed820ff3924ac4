package dev.assent.contract.json;

import dev.assent.contract.signal.Signal;

/** The one table of signal names and versions. */
public final class SignalTypes {

  public static final TypeTable<Signal> TABLE =
      new TypeTable<Signal>()
          .with(Signal.DecisionSubmitted.class, "signal.decision", 1)
          .with(Signal.ResultSubmitted.class, "signal.result", 1)
          .with(Signal.AcknowledgeSubmitted.class, "signal.acknowledge", 1)
          .with(Signal.ProgressSubmitted.class, "signal.progress", 1)
          .with(Signal.ResolveSubmitted.class, "signal.resolve", 1)
          .with(Signal.TransferSubmitted.class, "signal.transfer", 1)
          .with(Signal.EditSubmitted.class, "signal.edit", 1)
          .with(Signal.TimerFired.class, "timer.fired", 1)
          .with(Signal.NoticeDelivered.class, "notification.delivered", 1)
          .with(Signal.NoticeFailed.class, "notification.failed", 1);

  private SignalTypes() {}
}
