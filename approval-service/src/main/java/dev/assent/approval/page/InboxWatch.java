package dev.assent.approval.page;

import dev.assent.contract.intent.Actor;
import dev.assent.contract.plan.Assignee;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.tail.Listeners;
import dev.assent.eventlog.tail.Tail;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Who has an inbox open. A fact is read once, however many look: it comes by on the thread that
 * also brings everybody's answers.
 */
final class InboxWatch {

  private final Listeners<Assignee, Consumer<LogRecord>> listeners = new Listeners<>();

  /** Hands over each fact that may change this person's inbox, until it is closed. */
  Tail.Subscription follow(Actor person, Consumer<LogRecord> listener) {
    List<Tail.Subscription> places =
        namesOf(person).map(name -> listeners.add(name, listener)).toList();
    return () -> places.forEach(Tail.Subscription::close);
  }

  /** Takes every new fact of the log; free while nobody looks. */
  void saw(LogRecord fact) {
    if (listeners.isEmpty()) {
      return;
    }
    InboxAudience.of(fact).stream()
        .flatMap(name -> listeners.of(name).stream())
        .distinct()
        .forEach(listener -> listener.accept(fact));
  }

  /** All that an assignee can be who covers this person. */
  private static Stream<Assignee> namesOf(Actor person) {
    return Stream.concat(
            Stream.of(Assignee.ANYONE, Assignee.person(person.id())),
            person.groups().stream().map(Assignee::group))
        .distinct();
  }
}
