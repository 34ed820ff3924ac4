package dev.assent.kernel.intent;

import dev.assent.contract.timer.ArmedTimer;
import dev.assent.contract.timer.TimerKind;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The timers that an intent still answers to; any other that fires is stale. */
public record LiveTimers(Map<TimerKind, LiveTimer> byKind) {

  public static final LiveTimers NONE = new LiveTimers(Map.of());

  /**
   * One arming.
   *
   * @param generation the sequence of the event that armed it
   */
  public record LiveTimer(long generation, Instant dueAt) {}

  public LiveTimers {
    byKind = Sorted.copy(byKind);
  }

  public @Nullable LiveTimer get(TimerKind kind) {
    return byKind.get(kind);
  }

  public boolean isLive(TimerKind kind, long generation) {
    LiveTimer timer = byKind.get(kind);
    return timer != null && timer.generation() == generation;
  }

  LiveTimers armed(long generation, List<ArmedTimer> timers) {
    if (timers.isEmpty()) {
      return this;
    }
    Map<TimerKind, LiveTimer> next = copy();
    timers.forEach(timer -> next.put(timer.kind(), new LiveTimer(generation, timer.dueAt())));
    return new LiveTimers(next);
  }

  LiveTimers without(Collection<TimerKind> kinds) {
    Map<TimerKind, LiveTimer> next = copy();
    next.keySet().removeAll(kinds);
    return new LiveTimers(next);
  }

  LiveTimers withoutStepTimers() {
    Map<TimerKind, LiveTimer> next = copy();
    next.keySet().removeIf(TimerKind::belongsToStep);
    return new LiveTimers(next);
  }

  private Map<TimerKind, LiveTimer> copy() {
    Map<TimerKind, LiveTimer> copy = new EnumMap<>(TimerKind.class);
    copy.putAll(byKind);
    return copy;
  }
}
