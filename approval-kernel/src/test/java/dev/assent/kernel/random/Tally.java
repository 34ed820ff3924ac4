package dev.assent.kernel.random;

import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.outcome.RefusalCode;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** What the dice have led to: a generator that never gets anywhere proves nothing. */
final class Tally {

  private final Set<Class<?>> events = new HashSet<>();
  private final Set<RefusalCode> refusals = EnumSet.noneOf(RefusalCode.class);
  private int steps;

  void add(IntentEvent event) {
    events.add(event.getClass());
  }

  void add(RefusalCode code) {
    refusals.add(code);
  }

  void step() {
    steps++;
  }

  Set<Class<?>> events() {
    return events;
  }

  Set<RefusalCode> refusals() {
    return refusals;
  }

  int steps() {
    return steps;
  }
}
