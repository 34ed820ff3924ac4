package dev.assent.approval.http;

import dev.assent.access.AgentCaller;
import dev.assent.access.Caller;
import dev.assent.access.PersonCaller;
import dev.assent.approval.query.IntentView;
import dev.assent.approval.query.Lookup;
import dev.assent.approval.query.TaskView;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.plan.Assignee;
import dev.assent.edge.RefusedException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Finds the task that a path names, by its own id or by its intent's. */
@Singleton
public class AskedTasks {

  private final Lookup lookup;

  @Inject
  AskedTasks(Lookup lookup) {
    this.lookup = lookup;
  }

  /** A task, and the intent that it is about. */
  record Found(TaskView task, IntentView intent) {}

  /**
   * The task; of an intent the open one, else the last.
   *
   * @throws RefusedException if people are asked about nothing with this id
   */
  TaskView find(String text) {
    UUID id;
    try {
      id = IntentId.of(text).value();
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
    TaskView task = lookup.task(id);
    if (task == null) {
      throw unknown();
    }
    return task;
  }

  /**
   * The task with what it is about, for a person whom a task of this intent concerns, and for an
   * agent that has a part in the intent.
   *
   * @throws RefusedException for everybody else; an agent is told that there is none
   */
  Found show(String text, Caller caller) {
    TaskView task = find(text);
    IntentView intent = lookup.intent(task.intent());
    if (intent == null) {
      throw unknown();
    }
    switch (caller) {
      case PersonCaller person -> requireConcern(task, person.actor());
      case AgentCaller agent -> {
        if (!intent.subject().isParty(agent.address())) {
          throw unknown();
        }
      }
    }
    return new Found(task, intent);
  }

  private void requireConcern(TaskView task, Actor person) {
    if (!task.concerns(person)
        && lookup.tasksOf(task.intent()).stream().noneMatch(each -> each.concerns(person))) {
      throw new RefusedException(
          RefusalCode.NOT_AN_APPROVER,
          "Expected "
              + String.join(" or ", task.assignees().stream().map(Assignee::text).toList())
              + ", who are asked, but it came from "
              + person.id());
    }
  }

  private static RefusedException unknown() {
    return new RefusedException(
        RefusalCode.INTENT_UNKNOWN,
        "Expected the id of a task or of an intent that people are asked about, but none has this"
            + " id; check it");
  }
}
