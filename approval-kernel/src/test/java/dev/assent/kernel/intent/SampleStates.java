package dev.assent.kernel.intent;

import static dev.assent.kernel.story.IntentStory.INTENT;
import static dev.assent.kernel.story.IntentStory.NINE;
import static dev.assent.kernel.story.IntentStory.plan;
import static dev.assent.kernel.story.IntentStory.submit;
import static dev.assent.kernel.story.IntentStory.waitingToBegin;
import static dev.assent.kernel.story.StepWords.delay;
import static dev.assent.kernel.story.StepWords.gate;
import static dev.assent.kernel.story.StepWords.task;
import static dev.assent.kernel.story.StepWords.tell;

import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.kernel.Kernel;
import dev.assent.kernel.intent.IntentState.Created;
import dev.assent.kernel.intent.IntentState.NotCreated;
import dev.assent.kernel.story.IntentStory;
import dev.assent.kernel.story.Who;
import java.util.List;

/** The states in which an intent can be, by name. */
final class SampleStates {

  private SampleStates() {}

  static IntentState of(String name) {
    var steps =
        List.of(
            gate(),
            task("build", Who.MIGRATOR).retries(1, "PT1M"),
            delay("wait", "PT1H"),
            tell("news", "ada"),
            gate("later"));
    IntentStory atGate =
        submit(steps.get(0), steps.get(1), steps.get(2), steps.get(3), steps.get(4));
    return switch (name) {
      case "not created" -> new NotCreated();
      case "created" -> new Created(atGate.running().header(), 1);
      case "submitted" -> waitingToBegin(plan(steps.get(0), steps.get(4))).state();
      case "at the gate" -> atGate.state();
      case "with the agent" -> atGate.decide("ada", "approved").state();
      case "before a retry" ->
          atGate.decide("ada", "approved").giveUp(Who.MIGRATOR, "locked").state();
      case "waiting for time" ->
          atGate.decide("ada", "approved").report(Who.MIGRATOR, "{}").state();
      case "timed out at the gate" -> after(atGate.state(), SampleEvents.of("gate timed out"));
      case "result recorded" ->
          after(atGate.decide("ada", "approved").state(), SampleEvents.of("result"));
      case "ended" -> submit(gate()).decide("ada", "approved").state();
      default -> throw new IllegalArgumentException(name);
    };
  }

  static IntentState after(IntentState state, IntentEvent event) {
    return Kernel.evolve(state, recorded(INTENT, state.sequence() + 1, event));
  }

  static RecordedEvent recorded(IntentId intent, long sequence, IntentEvent event) {
    return new RecordedEvent(
        new Envelope(intent, sequence, NINE, "test", "correlation", "cause", null), event);
  }
}
