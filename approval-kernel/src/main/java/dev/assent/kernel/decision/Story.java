package dev.assent.kernel.decision;

import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.plan.Plan;
import dev.assent.kernel.intent.Evolution;
import dev.assent.kernel.intent.IntentHeader;
import dev.assent.kernel.intent.IntentState;
import dev.assent.kernel.intent.IntentState.Created;
import dev.assent.kernel.intent.IntentState.Ended;
import dev.assent.kernel.intent.IntentState.NotCreated;
import dev.assent.kernel.intent.IntentState.Running;
import dev.assent.kernel.intent.IntentState.Submitted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The events that one input leads to, each told on the state that the one before left. It lives for
 * one decision and is seen by nobody else.
 */
final class Story {

  private final IntentHeader header;
  private final String input;
  private final Instant at;
  private final List<IntentEvent> events = new ArrayList<>();
  private IntentState state;

  Story(IntentState state, IntentHeader header, String input, Instant at) {
    this.state = state;
    this.header = header;
    this.input = input;
    this.at = at;
  }

  Story tell(IntentEvent event) {
    var envelope =
        new Envelope(
            header.id(), state.sequence() + 1, at, "kernel", header.correlationId(), input, null);
    state = Evolution.evolve(state, new RecordedEvent(envelope, event));
    events.add(event);
    return this;
  }

  Running running() {
    if (state instanceof Running running) {
      return running;
    }
    throw new IllegalStateException("the story has ended");
  }

  Instant at() {
    return at;
  }

  String input() {
    return input;
  }

  IntentHeader header() {
    return header;
  }

  Plan plan() {
    return switch (state) {
      case Submitted submitted -> submitted.plan();
      case Running running -> running.plan();
      case NotCreated none -> throw new IllegalStateException("nothing was agreed yet");
      case Created created -> throw new IllegalStateException("nothing was agreed yet");
      case Ended ended -> throw new IllegalStateException("the story has ended");
    };
  }

  /** The digest of the payload as it stands now. */
  String payloadDigest() {
    return state instanceof Running running
        ? running.header().payloadDigest()
        : header.payloadDigest();
  }

  IntentState state() {
    return state;
  }

  Decision accepted() {
    return new Decision.Accepted(events);
  }

  /** What was told so far, followed by what this decision adds; its refusal stands alone. */
  Decision then(Decision next) {
    return switch (next) {
      case Decision.Refused refused -> refused;
      case Decision.Accepted more -> {
        List<IntentEvent> all = new ArrayList<>(events);
        all.addAll(more.events());
        yield new Decision.Accepted(all);
      }
    };
  }
}
