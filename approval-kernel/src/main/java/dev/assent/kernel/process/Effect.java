package dev.assent.kernel.process;

import dev.assent.contract.intent.TaskSummary;
import dev.assent.contract.notification.NoticeKind;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.timer.TimerKind;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What follows from an event outside the log, as data. */
public sealed interface Effect {

  /**
   * A timer replaces the intent's live one of the same kind.
   *
   * @param generation the sequence of the event that armed it
   */
  record ArmTimer(TimerKind kind, long generation, Instant dueAt) implements Effect {}

  /** The intent's live timers of these kinds are gone. */
  record CancelTimers(Set<TimerKind> kinds) implements Effect {
    public CancelTimers {
      // In the order of the kinds: Set.copyOf iterates differently in every JVM.
      kinds = Collections.unmodifiableSortedSet(new TreeSet<>(kinds));
    }
  }

  /**
   * People are told.
   *
   * @param task the human task it is about, or null
   * @param subject one line
   * @param text some sentences
   * @param dueAt when the fallback comes into force, or null
   * @param except a person who knows already (who decided), or null
   */
  record Notify(
      NoticeKind notice,
      List<Assignee> recipients,
      @Nullable TaskSummary task,
      String subject,
      String text,
      @Nullable Instant dueAt,
      @Nullable String except)
      implements Effect {
    public Notify {
      recipients = List.copyOf(recipients);
    }
  }
}
