package dev.assent.timer.domain;

import dev.assent.contract.id.IntentId;
import dev.assent.contract.timer.TimerKind;
import java.util.Comparator;

/** Names a live timer: an intent has at most one of each kind. */
public record TimerKey(IntentId intent, TimerKind kind) implements Comparable<TimerKey> {

  private static final Comparator<TimerKey> ORDER =
      Comparator.comparing(TimerKey::intent).thenComparing(TimerKey::kind);

  @Override
  public int compareTo(TimerKey other) {
    return ORDER.compare(this, other);
  }
}
