package dev.assent.kernel.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.HumanTaskAssigned;
import dev.assent.contract.intent.IntentCanceled;
import dev.assent.contract.intent.IntentCompleted;
import dev.assent.contract.intent.IntentDelivered;
import dev.assent.contract.intent.IntentEnding;
import dev.assent.contract.intent.IntentEscalated;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.intent.IntentFailed;
import dev.assent.contract.intent.IntentInProgress;
import dev.assent.contract.intent.IntentReminder;
import dev.assent.contract.intent.IntentTimedOut;
import dev.assent.contract.intent.IntentWaiting;
import dev.assent.contract.intent.ResultRecorded;
import dev.assent.contract.intent.StepTimedOut;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.plan.Assignee;
import dev.assent.kernel.decision.Decision;
import java.util.ArrayList;
import java.util.List;

/** Reads the events of the last action one by one, in order; what is not expected, fails. */
public final class Expectations {

  private final IntentStory story;

  Expectations(IntentStory story) {
    this.story = story;
  }

  private <T extends IntentEvent> T next(Class<T> type) {
    IntentEvent event = story.readNext();
    assertThat(event).as("the next event").isInstanceOf(type);
    return type.cast(event);
  }

  /** All the rest, in order and in full. */
  public Expectations events(IntentEvent... expected) {
    List<IntentEvent> rest = new ArrayList<>();
    for (IntentEvent event = story.readNext(); event != null; event = story.readNext()) {
      rest.add(event);
    }
    assertThat(rest).containsExactly(expected);
    return this;
  }

  public Expectations nothing() {
    return events();
  }

  public Expectations assigned(String step, String... to) {
    HumanTaskAssigned event = next(HumanTaskAssigned.class);
    assertThat(event.step()).isEqualTo(step);
    assertThat(texts(event.assignees())).containsExactly(to);
    return this;
  }

  public Expectations reminder(int number, String... to) {
    IntentReminder event = next(IntentReminder.class);
    assertThat(event.number()).isEqualTo(number);
    assertThat(texts(event.to())).containsExactly(to);
    return this;
  }

  public Expectations escalation(int level, String from, String to) {
    IntentEscalated event = next(IntentEscalated.class);
    assertThat(event.level()).isEqualTo(level);
    assertThat(String.join(",", texts(event.from()))).isEqualTo(from);
    assertThat(String.join(",", texts(event.to()))).isEqualTo(to);
    return this;
  }

  public Expectations decision(String step, String outcome, String by) {
    DecisionRecorded event = next(DecisionRecorded.class);
    assertThat(event.early()).as("early").isFalse();
    return matches(event, step, outcome, by);
  }

  public Expectations earlyDecision(String step, String outcome, String by) {
    DecisionRecorded event = next(DecisionRecorded.class);
    assertThat(event.early()).as("early").isTrue();
    return matches(event, step, outcome, by);
  }

  private Expectations matches(DecisionRecorded event, String step, String outcome, String by) {
    assertThat(event.step()).isEqualTo(step);
    assertThat(event.outcome()).isEqualTo(outcome);
    assertThat(event.by().id()).isEqualTo(by);
    return this;
  }

  public Expectations delivery(String step, int attempt) {
    IntentDelivered event = next(IntentDelivered.class);
    assertThat(event.step()).isEqualTo(step);
    assertThat(event.attempt()).isEqualTo(attempt);
    return this;
  }

  public Expectations result(String step, boolean willRetry) {
    ResultRecorded event = next(ResultRecorded.class);
    assertThat(event.step()).isEqualTo(step);
    assertThat(event.willRetry()).isEqualTo(willRetry);
    return this;
  }

  public Expectations delay(String step) {
    assertThat(next(IntentWaiting.class).step()).isEqualTo(step);
    return this;
  }

  public Expectations announcement(String step) {
    IntentInProgress event = next(IntentInProgress.class);
    assertThat(event.announcement()).isNotNull();
    assertThat(event.step()).isEqualTo(step);
    return this;
  }

  public Expectations stepTimedOut(String step, String fallback) {
    StepTimedOut event = next(StepTimedOut.class);
    assertThat(event.step()).isEqualTo(step);
    assertThat(event.fallback()).isEqualTo(fallback);
    return this;
  }

  public IntentCompleted completed() {
    return ending(IntentCompleted.class);
  }

  public IntentFailed failed(String code) {
    IntentFailed event = ending(IntentFailed.class);
    assertThat(event.error().code()).isEqualTo(code);
    return event;
  }

  public IntentCanceled canceled() {
    return ending(IntentCanceled.class);
  }

  public IntentTimedOut timedOut() {
    return ending(IntentTimedOut.class);
  }

  private <T extends IntentEnding> T ending(Class<T> type) {
    T event = next(type);
    nothing();
    return event;
  }

  /** The last action was refused, and nothing came of it. */
  public Refusal refusal(RefusalCode code) {
    assertThat(story.answer()).isInstanceOf(Decision.Refused.class);
    nothing();
    Refusal refusal = ((Decision.Refused) story.answer()).refusal();
    assertThat(refusal.code()).as(refusal.message()).isEqualTo(code);
    return refusal;
  }

  private static List<String> texts(List<Assignee> assignees) {
    return assignees.stream().map(Assignee::text).toList();
  }
}
