package dev.assent.kernel.intent;

import dev.assent.contract.id.TaskId;
import dev.assent.contract.intent.HumanTaskAssigned;
import dev.assent.contract.intent.Verdict;
import dev.assent.contract.plan.Assignee;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a running intent is within its present step. */
public sealed interface StepTurn {

  String step();

  /** The step is with an agent. */
  record AwaitingAgent(String step, int attempt, boolean acknowledged) implements StepTurn {}

  /** The agent failed, and the step is delivered again when its timer fires. */
  record AwaitingRetry(String step, int attempt) implements StepTurn {}

  /** The step lets time pass. */
  record AwaitingTime(String step) implements StepTurn {}

  /** The step is over; what follows is decided in the same breath. */
  record Settled(String step, Verdict verdict) implements StepTurn {}

  /**
   * People are asked.
   *
   * @param mayDecide everybody who was asked so far
   * @param asked those who are asked now: they are reminded
   * @param askedAt when they were
   * @param level how often it escalated
   * @param remindedAtLevel how often those who are asked now were reminded
   * @param reminded how often anybody was
   * @param editedBy who changed the payload since they were asked, if anybody did
   */
  record AwaitingHuman(
      String step,
      TaskId task,
      List<Assignee> mayDecide,
      List<Assignee> asked,
      Instant askedAt,
      int level,
      int remindedAtLevel,
      int reminded,
      @Nullable Instant dueAt,
      @Nullable String editedBy)
      implements StepTurn {

    public AwaitingHuman {
      mayDecide = List.copyOf(mayDecide);
      asked = List.copyOf(asked);
    }

    static AwaitingHuman opened(HumanTaskAssigned event, Instant at) {
      return new AwaitingHuman(
          event.step(),
          event.task(),
          event.assignees(),
          event.assignees(),
          at,
          0,
          0,
          0,
          event.dueAt(),
          null);
    }

    AwaitingHuman reminded(int number) {
      return new AwaitingHuman(
          step,
          task,
          mayDecide,
          asked,
          askedAt,
          level,
          remindedAtLevel + 1,
          number,
          dueAt,
          editedBy);
    }

    AwaitingHuman escalatedTo(List<Assignee> next, int newLevel, Instant at) {
      return new AwaitingHuman(
          step, task, union(mayDecide, next), next, at, newLevel, 0, reminded, dueAt, editedBy);
    }

    AwaitingHuman transferred(String from, List<Assignee> to) {
      Assignee leaving = Assignee.person(from);
      return new AwaitingHuman(
          step,
          task,
          union(without(mayDecide, leaving), to),
          union(without(asked, leaving), to),
          askedAt,
          level,
          remindedAtLevel,
          reminded,
          dueAt,
          editedBy);
    }

    AwaitingHuman edited(String person) {
      return new AwaitingHuman(
          step, task, mayDecide, asked, askedAt, level, remindedAtLevel, reminded, dueAt, person);
    }

    private static List<Assignee> union(List<Assignee> some, List<Assignee> more) {
      Set<Assignee> all = new LinkedHashSet<>(some);
      all.addAll(more);
      return List.copyOf(all);
    }

    private static List<Assignee> without(List<Assignee> all, Assignee one) {
      List<Assignee> rest = new ArrayList<>(all);
      rest.remove(one);
      return rest;
    }
  }
}
