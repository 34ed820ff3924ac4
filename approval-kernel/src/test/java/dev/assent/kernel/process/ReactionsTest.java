package dev.assent.kernel.process;

import static dev.assent.contract.timer.TimerKind.DELAY;
import static dev.assent.contract.timer.TimerKind.ESCALATION;
import static dev.assent.contract.timer.TimerKind.INTENT_DEADLINE;
import static dev.assent.contract.timer.TimerKind.REDELIVERY;
import static dev.assent.contract.timer.TimerKind.REMINDER;
import static dev.assent.contract.timer.TimerKind.STEP_DEADLINE;
import static dev.assent.kernel.story.IntentStory.DIGEST;
import static dev.assent.kernel.story.IntentStory.INTENT;
import static dev.assent.kernel.story.IntentStory.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.DeliveryFailed;
import dev.assent.contract.intent.ErrorInfo;
import dev.assent.contract.intent.HumanTaskAssigned;
import dev.assent.contract.intent.IntentAcknowledged;
import dev.assent.contract.intent.IntentCanceled;
import dev.assent.contract.intent.IntentCompleted;
import dev.assent.contract.intent.IntentDelivered;
import dev.assent.contract.intent.IntentEdited;
import dev.assent.contract.intent.IntentEscalated;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.intent.IntentFailed;
import dev.assent.contract.intent.IntentInProgress;
import dev.assent.contract.intent.IntentNotified;
import dev.assent.contract.intent.IntentReminder;
import dev.assent.contract.intent.IntentTimedOut;
import dev.assent.contract.intent.IntentWaiting;
import dev.assent.contract.intent.ResultRecorded;
import dev.assent.contract.intent.TaskSummary;
import dev.assent.contract.intent.Verdict;
import dev.assent.contract.intent.WaitingReason;
import dev.assent.contract.notification.ChannelKind;
import dev.assent.contract.notification.NoticeKind;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.timer.ArmedTimer;
import dev.assent.contract.timer.TimerKind;
import dev.assent.kernel.process.Effect.ArmTimer;
import dev.assent.kernel.process.Effect.CancelTimers;
import dev.assent.kernel.process.Effect.Notify;
import dev.assent.kernel.story.IntentStory;
import dev.assent.kernel.story.Json;
import dev.assent.kernel.story.StepWords;
import dev.assent.kernel.story.Who;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReactionsTest {

  private static final Actor ADA = Who.person("ada");
  private static final Actor AGENT = Who.agent(Who.MIGRATOR);
  private static final List<Assignee> BO = List.of(Assignee.person("bo"));
  private static final Instant TEN = NINE.plusSeconds(3600);
  private static final TaskSummary TASK =
      ((HumanTaskAssigned) IntentStory.submit(StepWords.gate("approve")).log().getLast().event())
          .summary();
  private static final Effect STEP_OVER =
      new CancelTimers(EnumSet.of(REMINDER, ESCALATION, STEP_DEADLINE, DELAY, REDELIVERY));
  private static final Effect ALL_OVER = new CancelTimers(EnumSet.allOf(TimerKind.class));

  private static List<Effect> react(IntentEvent event) {
    var envelope = new Envelope(INTENT, 7, NINE, "test", "correlation", "cause", null);
    return Reactions.react(new RecordedEvent(envelope, event));
  }

  private static List<ArmedTimer> armed(TimerKind kind) {
    return List.of(new ArmedTimer(kind, TEN));
  }

  private static Effect arms(TimerKind kind) {
    return new ArmTimer(kind, 7, TEN);
  }

  private static Notify tells(
      NoticeKind notice, String text, @Nullable Instant dueAt, @Nullable String except) {
    return new Notify(notice, BO, TASK, "May we do approve?", text, dueAt, except);
  }

  static Stream<IntentEvent> ofNoConsequence() {
    return Stream.of(
        new IntentAcknowledged("s", AGENT),
        new IntentInProgress("s", AGENT, "half", null),
        new IntentEdited("s", ADA, DIGEST, Json.json("{}"), DIGEST),
        new IntentNotified("d", NoticeKind.REMINDER, ChannelKind.EMAIL, "ada", 1),
        new DeliveryFailed("d", ChannelKind.EMAIL, "ada", 1, "no"),
        decision(true, "fine", BO));
  }

  private static DecisionRecorded decision(
      boolean early, @Nullable String comment, List<Assignee> told) {
    return new DecisionRecorded(
        "s",
        TASK,
        "i",
        "approved",
        Verdict.POSITIVE,
        ADA,
        "web",
        comment,
        null,
        DIGEST,
        early,
        told);
  }

  @ParameterizedTest
  @MethodSource("ofNoConsequence")
  void shouldLeadToNothing(IntentEvent event) {
    assertThat(react(event)).isEmpty();
  }

  static Stream<IntentEvent> endings() {
    return Stream.of(
        new IntentCompleted(null, null, null),
        new IntentFailed(new ErrorInfo("c", "m"), null, null),
        new IntentCanceled("r", ADA),
        new IntentTimedOut("s", "r", List.of()));
  }

  @ParameterizedTest
  @MethodSource("endings")
  void shouldStopEveryTimerAtTheEnd(IntentEvent ending) {
    assertThat(react(ending)).containsExactly(ALL_OVER);
  }

  static Stream<IntentEvent> newTurns() {
    return Stream.of(
        new IntentDelivered("s", Who.MIGRATOR, 1, null, armed(STEP_DEADLINE)),
        new IntentWaiting("s", WaitingReason.WAITING_FOR_TIME, null, armed(STEP_DEADLINE)),
        new ResultRecorded("s", AGENT, Verdict.NEGATIVE, null, null, true, armed(STEP_DEADLINE)));
  }

  @ParameterizedTest
  @MethodSource("newTurns")
  void shouldReplaceTheTimersOfTheStepBefore(IntentEvent event) {
    assertThat(react(event)).containsExactly(STEP_OVER, arms(STEP_DEADLINE));
  }

  @Test
  void shouldNeverStopTheIntentsDeadlineWithAStep() {
    assertThat(((CancelTimers) STEP_OVER).kinds()).doesNotContain(INTENT_DEADLINE);
  }

  @Test
  void shouldAskPeopleWhenAGateOpens() {
    // given
    IntentStory story = IntentStory.submit(StepWords.gate("approve"));
    HumanTaskAssigned opened = (HumanTaskAssigned) story.log().getLast().event();
    var event =
        new HumanTaskAssigned(
            "approve", opened.task(), opened.spec(), BO, DIGEST, TEN, armed(REMINDER));
    // when
    List<Effect> effects = react(event);
    // then
    assertThat(effects)
        .containsExactly(
            STEP_OVER,
            arms(REMINDER),
            tells(NoticeKind.TASK_ASSIGNED, "Your decision is asked for.", TEN, null));
  }

  @Test
  void shouldRemind() {
    assertThat(react(new IntentReminder("s", TASK, 3, BO, TEN, armed(REMINDER))))
        .containsExactly(
            new CancelTimers(Set.of(REMINDER)),
            arms(REMINDER),
            tells(NoticeKind.REMINDER, "Reminder 3: your decision is still asked for.", TEN, null));
  }

  @Test
  void shouldEscalate() {
    assertThat(
            react(
                new IntentEscalated(
                    "s", TASK, 1, List.of(), BO, "ada did not answer", TEN, armed(ESCALATION))))
        .containsExactly(
            new CancelTimers(Set.of(REMINDER, ESCALATION)),
            arms(ESCALATION),
            tells(
                NoticeKind.ESCALATED,
                "Your decision is asked for, because ada did not answer.",
                TEN,
                null));
  }

  @Test
  void shouldNameTheKindsInOneOrder() {
    // given
    CancelTimers some = new CancelTimers(Set.of(REDELIVERY, REMINDER, DELAY, ESCALATION));
    // when
    String text = some.kinds().toString();
    // then
    assertThat(text).isEqualTo("[REMINDER, ESCALATION, DELAY, REDELIVERY]");
  }
}
