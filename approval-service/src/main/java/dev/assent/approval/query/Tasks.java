package dev.assent.approval.query;

import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.Actor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks up tasks and intents in the view; blocks for as long as the database takes. */
public interface Tasks {

  /** The open tasks that this person, or a group of theirs, is asked; oldest deadline first. */
  List<TaskView> openFor(Actor person, int limit);

  /** How many those are. */
  int countOpenFor(Actor person);

  /** The tasks closed last that concerned this person; newest first. */
  List<TaskView> closedFor(Actor person, int limit);

  /** The open tasks of intents that this agent sent, or that are addressed to it. */
  List<TaskView> openOfAgent(String address, int limit);

  /** The task of this id; or that of the intent of this id: the open one, else the last. */
  Optional<TaskView> find(UUID taskOrIntent);

  /** All tasks of an intent in the order in which they opened. */
  List<TaskView> ofIntent(IntentId intent);

  Optional<IntentView> intent(IntentId intent);
}
