package dev.assent.kernel.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.id.TaskId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.ErrorInfo;
import dev.assent.contract.intent.IntentCreated;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.intent.IntentSubmitted;
import dev.assent.contract.json.CanonicalJson;
import dev.assent.contract.json.EventCodec;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.plan.Plan;
import dev.assent.contract.signal.Signal;
import dev.assent.contract.timer.ArmedTimer;
import dev.assent.contract.timer.TimerKind;
import dev.assent.kernel.Kernel;
import dev.assent.kernel.decision.Decision;
import dev.assent.kernel.decision.Input;
import dev.assent.kernel.intent.IntentState;
import dev.assent.kernel.intent.IntentState.Running;
import dev.assent.kernel.intent.StateJson;
import dev.assent.kernel.process.Effect.ArmTimer;
import dev.assent.kernel.process.Effect.Notify;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One intent from submission to end, told as a story. It keeps the armed timers as the timer
 * service does, from the reactions alone, and fires them in the order in which they are due.
 */
public final class IntentStory {

  public static final IntentId INTENT = IntentId.of("0b6f3a52-6d0e-4c19-9d2b-5f0f6f1f2a01");
  public static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
  public static final JsonNode PAYLOAD = Json.json("{'change':'create index users_email'}");
  public static final String DIGEST = CanonicalJson.digest(PAYLOAD);

  private final List<RecordedEvent> log = new ArrayList<>();
  private final List<Notify> notices = new ArrayList<>();
  private final Clockwork clockwork = new Clockwork();
  private IntentState state = new IntentState.NotCreated();
  private Instant now = NINE;
  private int inputs;
  private int read;
  private Decision answer = new Decision.Accepted(List.of());

  private IntentStory() {}

  /** Submits these steps and lets the first begin. */
  public static IntentStory submit(StepWords... steps) {
    return waitingToBegin(plan(steps)).begin();
  }

  /** The same with a deadline for the whole intent. */
  public static IntentStory submitDue(String deadline, Fallback then, StepWords... steps) {
    return waitingToBegin(due(deadline, then, steps)).begin();
  }

  /** Submitted, and the first step has not begun yet. */
  public static IntentStory waitingToBegin(Plan plan) {
    IntentStory story = new IntentStory();
    story.append(
        "submission",
        new IntentCreated(
            "intent.infra.change_approval.v1",
            Who.PLANNER,
            Who.MIGRATOR,
            null,
            "correlation",
            PAYLOAD,
            DIGEST,
            null,
            "submission-digest"));
    Instant deadline = plan.deadlineAt();
    story.append(
        "submission",
        new IntentSubmitted(
            plan,
            null,
            deadline == null
                ? List.of()
                : List.of(new ArmedTimer(TimerKind.INTENT_DEADLINE, deadline))));
    return story;
  }

  public static Plan plan(StepWords... steps) {
    return new Plan(
        "A story", Stream.of(steps).map(StepWords::step).toList(), null, new Fallback.TimeOut());
  }

  public static Plan due(String deadline, Fallback then, StepWords... steps) {
    return new Plan(
        "A story",
        Stream.of(steps).map(StepWords::step).toList(),
        NINE.plus(Duration.parse(deadline)),
        then);
  }

  public static TaskId task(String gate) {
    return TaskId.ofGate(INTENT, gate);
  }

  public IntentStory begin() {
    return take("begin", Kernel.begin(state, "begin", now));
  }

  /** Somebody wants something; the signal gets an id of its own. */
  public IntentStory send(Signal signal) {
    return send("input-" + ++inputs, signal);
  }

  /** The same with a chosen id. */
  public IntentStory send(String id, Signal signal) {
    return take(id, Kernel.decide(state, new Input(id, now, signal)));
  }

  public IntentStory decide(String person, String outcome) {
    return send(Answer.by(person, outcome).signal());
  }

  public IntentStory decide(Answer answer) {
    return send(answer.signal());
  }

  public IntentStory report(String agent, String result) {
    return send(new Signal.ResultSubmitted(Who.agent(agent), Json.json(result), null, null));
  }

  public IntentStory giveUp(String agent, String message) {
    return send(
        new Signal.ResultSubmitted(
            Who.agent(agent), null, new ErrorInfo("agent_failed", message), null));
  }

  public IntentStory cancel(Actor by, String reason) {
    return send(new Signal.ResolveSubmitted(by, IntentStatus.CANCELED, null, null, reason));
  }

  /** Time passes; what comes due on the way fires when it is due. */
  public IntentStory advance(Duration length) {
    Instant target = now.plus(length);
    int from = log.size();
    Optional<ArmTimer> due = clockwork.next(target);
    while (due.isPresent()) {
      now = due.get().dueAt().isAfter(now) ? due.get().dueAt() : now;
      fire(due.get());
      due = clockwork.next(target);
    }
    now = target;
    read = from;
    return this;
  }

  /** Time passes and the clock stands still, as in an outage; what is overdue fires afterwards. */
  public IntentStory outage(Duration length) {
    now = now.plus(length);
    return advance(Duration.ZERO);
  }

  /** A timer fires that may not be live. */
  public IntentStory fire(TimerKind kind, long generation) {
    return send(new Signal.TimerFired(kind, generation, now));
  }

  private void fire(ArmTimer timer) {
    send(new Signal.TimerFired(timer.kind(), timer.generation(), timer.dueAt()));
    assertThat(answer).as("answer to the live %s", timer).isInstanceOf(Decision.Accepted.class);
  }

  private IntentStory take(String input, Decision decision) {
    answer = decision;
    read = log.size();
    if (decision instanceof Decision.Accepted accepted) {
      accepted.events().forEach(event -> append(input, event));
    }
    return this;
  }

  private void append(String cause, IntentEvent event) {
    var envelope =
        new Envelope(INTENT, log.size() + 1, now, "test", "correlation", cause, "traceparent");
    RecordedEvent recorded = new RecordedEvent(envelope, event);
    assertThat(EventCodec.decode(EventCodec.encode(recorded))).isEqualTo(recorded);
    state = Kernel.evolve(state, recorded);
    log.add(recorded);
    clockwork.follow(recorded, state).ifPresent(notices::add);
    assertThat(StateJson.read(StateJson.write(state))).as("state after JSON").isEqualTo(state);
  }

  /** What the last action led to and no expectation has looked at yet. */
  public Expectations expect() {
    return new Expectations(this);
  }

  @Nullable IntentEvent readNext() {
    return read < log.size() ? log.get(read++).event() : null;
  }

  public Decision answer() {
    return answer;
  }

  public IntentState state() {
    return state;
  }

  public Running running() {
    assertThat(state).isInstanceOf(Running.class);
    return (Running) state;
  }

  public Instant now() {
    return now;
  }

  public List<RecordedEvent> log() {
    return List.copyOf(log);
  }

  /** What people were told so far. */
  public List<Notify> notices() {
    return List.copyOf(notices);
  }

  public Clockwork clockwork() {
    return clockwork;
  }
}
