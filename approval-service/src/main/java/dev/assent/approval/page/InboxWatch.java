package dev.assent.approval.page;

import dev.assent.contract.intent.Actor;
import dev.assent.contract.plan.Assignee;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.tail.Tail;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who has an inbox open. A fact is read once, however many look: it comes by on the thread that
 * also brings everybody's answers.
 */
final class InboxWatch {

  private final Map<Assignee, Set<Consumer<LogRecord>>> listeners = new ConcurrentHashMap<>();

  /** Hands over each fact that may change this person's inbox, until it is closed. */
  Tail.Subscription follow(Actor person, Consumer<LogRecord> listener) {
    Set<Assignee> names = namesOf(person);
    names.forEach(name -> listeners.compute(name, (key, all) -> with(all, listener)));
    return () ->
        names.forEach(
            name -> listeners.computeIfPresent(name, (key, all) -> without(all, listener)));
  }

  /** Takes every new fact of the log; free while nobody looks. */
  void saw(LogRecord fact) {
    if (listeners.isEmpty()) {
      return;
    }
    InboxAudience.of(fact).stream()
        .flatMap(name -> listeners.getOrDefault(name, Set.of()).stream())
        .distinct()
        .forEach(listener -> listener.accept(fact));
  }

  /** All that an assignee can be who covers this person. */
  private static Set<Assignee> namesOf(Actor person) {
    return Stream.concat(
            Stream.of(Assignee.ANYONE, Assignee.person(person.id())),
            person.groups().stream().map(Assignee::group))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<Consumer<LogRecord>> with(
      @Nullable Set<Consumer<LogRecord>> all, Consumer<LogRecord> listener) {
    Set<Consumer<LogRecord>> more = all == null ? ConcurrentHashMap.newKeySet() : all;
    more.add(listener);
    return more;
  }

  private static @Nullable Set<Consumer<LogRecord>> without(
      Set<Consumer<LogRecord>> all, Consumer<LogRecord> listener) {
    all.remove(listener);
    return all.isEmpty() ? null : all;
  }
}
