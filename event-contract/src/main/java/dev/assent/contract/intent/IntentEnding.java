package dev.assent.contract.intent;

/** The last word on an intent: exactly one of these, and no decision after it. */
public sealed interface IntentEnding extends IntentEvent
    permits IntentCompleted, IntentFailed, IntentCanceled, IntentTimedOut {

  IntentStatus status();
}
