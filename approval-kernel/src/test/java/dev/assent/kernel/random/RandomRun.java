package dev.assent.kernel.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.json.EventCodec;
import dev.assent.contract.signal.Signal;
import dev.assent.kernel.Kernel;
import dev.assent.kernel.decision.Decision;
import dev.assent.kernel.decision.Input;
import dev.assent.kernel.intent.IntentState;
import dev.assent.kernel.intent.IntentState.Ended;
import dev.assent.kernel.intent.StateJson;
import dev.assent.kernel.process.Effect.ArmTimer;
import dev.assent.kernel.story.IntentStory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One intent that is thrown random inputs at, and checked after each. */
final class RandomRun {

  private record Sent(String id, Signal signal) {}

  private final Dice dice;
  private final IntentStory story;
  private final Witness witness = new Witness();
  private final List<Sent> sent = new ArrayList<>();
  private final Tally tally;
  private final List<RecordedEvent> fromTheLog = new ArrayList<>();
  private int seen;

  RandomRun(long seed, Tally tally) {
    this.dice = new Dice(seed);
    this.tally = tally;
    this.story = IntentStory.waitingToBegin(new RandomPlans(dice).plan());
  }

  void play(int steps) {
    check();
    if (!dice.oneIn(4)) {
      story.begin();
      check();
    }
    for (int i = 0; i < steps && !isLongOver(); i++) {
      step();
      check();
    }
  }

  private boolean isLongOver() {
    return story.state() instanceof Ended && dice.oneIn(6);
  }

  private void step() {
    switch (dice.below(8)) {
      case 0 -> story.begin();
      case 1 -> story.advance(Duration.ofSeconds(dice.below(600)));
      case 2 -> story.outage(Duration.ofMinutes(dice.below(90)));
      case 3 -> fireNext();
      case 4 -> repeat();
      default -> send(new Sent("signal-" + sent.size(), signals().signal()));
    }
  }

  private RandomSignals signals() {
    return new RandomSignals(dice, story.state());
  }

  /** The next timer, when it is due; its signal may tell any due time. */
  private void fireNext() {
    Optional<ArmTimer> next = story.clockwork().next(Instant.MAX);
    next.ifPresent(
        timer -> {
          Duration wait = Duration.between(story.now(), timer.dueAt());
          story.advance(wait.isPositive() ? wait.minusNanos(1) : Duration.ZERO);
          Instant claimed = signals().claimed(timer.dueAt());
          String id = "timer-" + timer.kind() + "-" + timer.generation();
          send(new Sent(id, new Signal.TimerFired(timer.kind(), timer.generation(), claimed)));
        });
  }

  private void repeat() {
    if (!sent.isEmpty()) {
      send(dice.pick(sent));
    }
  }

  private void send(Sent input) {
    IntentState before = story.state();
    Input asked = new Input(input.id(), story.now(), input.signal());
    Decision again = Kernel.decide(StateJson.read(StateJson.write(before)), asked);
    story.send(input.id(), input.signal());
    assertThat(story.answer()).as("the same question, the same answer").isEqualTo(again);
    sent.add(input);
    switch (story.answer()) {
      case Decision.Accepted accepted -> assertThat(accepted.events()).isNotEmpty();
      case Decision.Refused refused -> {
        assertThat(refused.refusal().message()).isNotBlank();
        assertThat(story.state()).isEqualTo(before);
        tally.add(refused.refusal().code());
      }
    }
  }

  private void check() {
    for (; seen < story.log().size(); seen++) {
      RecordedEvent recorded = story.log().get(seen);
      assertThat(recorded.sequence()).isEqualTo(seen + 1);
      witness.see(recorded.event());
      tally.add(recorded.event());
      fromTheLog.add(EventCodec.decode(EventCodec.encode(recorded)));
    }
    tally.step();
    IntentState rebuilt = new IntentState.NotCreated();
    for (RecordedEvent recorded : fromTheLog) {
      rebuilt = Kernel.evolve(rebuilt, recorded);
    }
    String json = StateJson.write(rebuilt);
    assertThat(rebuilt).isEqualTo(story.state());
    assertThat(json).isEqualTo(StateJson.write(story.state()));
    assertThat(StateJson.read(json)).isEqualTo(rebuilt);
  }
}
