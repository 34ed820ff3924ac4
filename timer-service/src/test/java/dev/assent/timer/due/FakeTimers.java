package dev.assent.timer.due;

import dev.assent.contract.timer.TimerKind;
import dev.assent.timer.TimerFixtures;
import dev.assent.timer.domain.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table of timers in memory. */
final class FakeTimers implements TimerStore {

  final Map<Timer, Instant> firedAt = new LinkedHashMap<>();
  final List<Timer> armed = new ArrayList<>();
  final List<Integer> limits = new ArrayList<>();

  void arm(int count, Instant dueAt) {
    for (int i = 0; i < count; i++) {
      armed.add(
          TimerFixtures.timer(
              TimerFixtures.intent(armed.size() + 1), TimerKind.REMINDER, 2, dueAt));
    }
  }

  @Override
  public List<Timer> due(Collection<Integer> partitions, Instant now, int limit) {
    limits.add(limit);
    return armed.stream()
        .filter(timer -> partitions.contains(timer.partition()))
        .filter(timer -> !firedAt.containsKey(timer) && !timer.dueAt().isAfter(now))
        .sorted(Comparator.comparing(Timer::dueAt))
        .limit(limit)
        .toList();
  }

  @Override
  public List<Timer> unanswered(
      Collection<Integer> partitions, Instant now, Duration after, int limit) {
    return armed.stream()
        .filter(timer -> firedAt.containsKey(timer) && !firedAt.get(timer).plus(after).isAfter(now))
        .limit(limit)
        .toList();
  }

  @Override
  public void markFired(List<Timer> fired, Instant at) {
    fired.forEach(timer -> firedAt.put(timer, at));
  }

  @Override
  public Instant nextDue(Collection<Integer> partitions) {
    return armed.stream()
        .filter(timer -> !firedAt.containsKey(timer))
        .map(Timer::dueAt)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  @Override
  public Figures figures(Collection<Integer> partitions, Instant now) {
    return new Figures(
        armed.size() - firedAt.size(), due(partitions, now, Integer.MAX_VALUE).size(), null);
  }

  @Override
  public Figures figures(Instant now) {
    return figures(List.of(0), now);
  }
}
