package dev.assent.access;

import dev.assent.contract.intent.Actor;

/** Who is calling, as their credential told. */
public sealed interface Caller permits PersonCaller, AgentCaller {

  /** The caller in the words of the log. */
  Actor actor();
}
