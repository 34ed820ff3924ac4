package dev.assent.contract.plan;

import org.jspecify.annotations.Nullable;

/** One thing that must happen before the intent ends. Steps run in order unless a jump is named. */
public sealed interface Step permits AgentTask, HumanGate, Delay, Announcement {

  /** The id of the step, unique in its plan. */
  String id();

  /** The step to go on with after success; null: the next in order, or the end. */
  @Nullable String onSuccess();
}
