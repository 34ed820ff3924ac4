package dev.assent.kernel.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.timer.TimerKind;
import dev.assent.kernel.intent.IntentState;
import dev.assent.kernel.intent.IntentState.Running;
import dev.assent.kernel.intent.IntentState.Submitted;
import dev.assent.kernel.intent.LiveTimers;
import dev.assent.kernel.intent.LiveTimers.LiveTimer;
import dev.assent.kernel.process.Effect;
import dev.assent.kernel.process.Effect.ArmTimer;
import dev.assent.kernel.process.Effect.CancelTimers;
import dev.assent.kernel.process.Effect.Notify;
import dev.assent.kernel.process.Reactions;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The armed timers of one intent, as a service keeps them that sees nothing but events. */
public final class Clockwork {

  private final Map<TimerKind, ArmTimer> armed = new EnumMap<>(TimerKind.class);

  /** Follows an event, and checks that the kernel answers to exactly the timers that are armed. */
  Optional<Notify> follow(RecordedEvent recorded, IntentState after) {
    Optional<Notify> told = Optional.empty();
    for (Effect effect : Reactions.react(recorded)) {
      switch (effect) {
        case CancelTimers gone -> armed.keySet().removeAll(gone.kinds());
        case ArmTimer timer -> armed.put(timer.kind(), timer);
        case Notify notice -> told = Optional.of(notice);
      }
    }
    assertThat(live()).as("timers after %s", recorded).isEqualTo(timersOf(after));
    return told;
  }

  /** The timer that is due first, and not later than this. */
  public Optional<ArmTimer> next(Instant until) {
    return armed.values().stream()
        .filter(timer -> !timer.dueAt().isAfter(until))
        .min(Comparator.comparing(ArmTimer::dueAt).thenComparing(ArmTimer::kind));
  }

  public Optional<ArmTimer> timer(TimerKind kind) {
    return Optional.ofNullable(armed.get(kind));
  }

  public Map<TimerKind, ArmTimer> armed() {
    return Map.copyOf(armed);
  }

  private Map<TimerKind, LiveTimer> live() {
    Map<TimerKind, LiveTimer> live = new EnumMap<>(TimerKind.class);
    armed.forEach(
        (kind, timer) -> live.put(kind, new LiveTimer(timer.generation(), timer.dueAt())));
    return live;
  }

  private static Map<TimerKind, LiveTimer> timersOf(IntentState state) {
    LiveTimers timers =
        switch (state) {
          case Submitted submitted -> submitted.timers();
          case Running running -> running.timers();
          case IntentState.NotCreated none -> LiveTimers.NONE;
          case IntentState.Created created -> LiveTimers.NONE;
          case IntentState.Ended ended -> LiveTimers.NONE;
        };
    return timers.byKind();
  }
}
