package dev.assent.contract.plan;

import com.fasterxml.jackson.databind.JsonNode;

/** What happens when the deadline passes and nobody decided. */
public sealed interface Fallback {

  /** As if it had been rejected: the gate's failure path, or the intent fails. */
  record Reject() implements Fallback {}

  /** As if it had been approved. Exists only where the policy says so in words. */
  record Approve() implements Fallback {}

  /** The intent ends canceled. */
  record Cancel() implements Fallback {}

  /** The intent ends timed out. */
  record TimeOut() implements Fallback {}

  /** The intent ends completed with this result. */
  record CompleteWith(JsonNode result) implements Fallback {}

  /** Another step goes on. */
  record GoTo(String step) implements Fallback {}
}
