package dev.assent.timer.domain;

import dev.assent.contract.id.IntentId;
import dev.assent.contract.timer.TimerKind;
import dev.assent.kernel.process.Effect;
import dev.assent.kernel.process.Effect.ArmTimer;
import dev.assent.kernel.process.Effect.CancelTimers;
import dev.assent.kernel.process.Effect.Notify;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a batch of events of one partition changes: of all that happens to a key, the last.
 *
 * <p>Sorted by key, so that two loops that write at once take the same locks in the same order.
 */
public final class TimerChanges {

  /** The last thing that happened to a key. */
  private sealed interface Change {}

  private record Armed(Timer timer) implements Change {}

  /**
   * A timer that is gone.
   *
   * @param sequence of the event that cancelled it; a generation above it stays
   */
  public record Cancelled(TimerKey key, long sequence) implements Change {}

  private final int partition;
  private final Map<TimerKey, Change> last = new TreeMap<>();

  public TimerChanges(int partition) {
    this.partition = partition;
  }

  /** Takes what follows from the event with this sequence. Notices are no business of the clock. */
  public void add(IntentId intent, long sequence, Effect effect) {
    switch (effect) {
      case ArmTimer arm -> {
        TimerKey key = new TimerKey(intent, arm.kind());
        last.put(key, new Armed(new Timer(key, partition, arm.generation(), arm.dueAt())));
      }
      case CancelTimers cancel -> {
        for (TimerKind kind : cancel.kinds()) {
          TimerKey key = new TimerKey(intent, kind);
          last.put(key, new Cancelled(key, sequence));
        }
      }
      case Notify _ -> {}
    }
  }

  /** What is armed at the end of the batch, sorted by key. */
  public List<Timer> armed() {
    return last.values().stream()
        .filter(Armed.class::isInstance)
        .map(change -> ((Armed) change).timer())
        .toList();
  }

  /** What is gone at the end of the batch, sorted by key. */
  public List<Cancelled> cancelled() {
    return last.values().stream()
        .filter(Cancelled.class::isInstance)
        .map(Cancelled.class::cast)
        .toList();
  }
}
