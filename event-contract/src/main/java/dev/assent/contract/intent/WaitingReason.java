package dev.assent.contract.intent;

/** What a waiting intent waits for. */
public enum WaitingReason {
  WAITING_FOR_HUMAN,
  WAITING_FOR_AGENT,
  WAITING_FOR_TOOL,
  WAITING_FOR_TIME
}
