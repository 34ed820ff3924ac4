package dev.assent.contract.intent;

/** What kind of being acted. */
public enum ActorKind {
  PERSON,
  AGENT,
  SYSTEM
}
