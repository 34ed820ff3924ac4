package dev.assent.kernel.intent;

import static dev.assent.kernel.story.IntentStory.DIGEST;
import static dev.assent.kernel.story.IntentStory.PAYLOAD;
import static dev.assent.kernel.story.IntentStory.task;

import dev.assent.contract.id.TaskId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.DeliveryFailed;
import dev.assent.contract.intent.ErrorInfo;
import dev.assent.contract.intent.HumanTaskAssigned;
import dev.assent.contract.intent.IntentAcknowledged;
import dev.assent.contract.intent.IntentCanceled;
import dev.assent.contract.intent.IntentCompleted;
import dev.assent.contract.intent.IntentCreated;
import dev.assent.contract.intent.IntentDelivered;
import dev.assent.contract.intent.IntentEdited;
import dev.assent.contract.intent.IntentEscalated;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.intent.IntentFailed;
import dev.assent.contract.intent.IntentInProgress;
import dev.assent.contract.intent.IntentNotified;
import dev.assent.contract.intent.IntentReminder;
import dev.assent.contract.intent.IntentSubmitted;
import dev.assent.contract.intent.IntentTimedOut;
import dev.assent.contract.intent.IntentTransfer;
import dev.assent.contract.intent.IntentWaiting;
import dev.assent.contract.intent.ResultRecorded;
import dev.assent.contract.intent.StepTimedOut;
import dev.assent.contract.intent.TaskSummary;
import dev.assent.contract.intent.Verdict;
import dev.assent.contract.intent.WaitingReason;
import dev.assent.contract.notification.ChannelKind;
import dev.assent.contract.notification.NoticeKind;
import dev.assent.contract.plan.Announcement;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.TaskType;
import dev.assent.kernel.story.IntentStory;
import dev.assent.kernel.story.StepWords;
import dev.assent.kernel.story.Who;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** An event of each kind about one plan: gate approve, task build, delay wait, news, gate later. */
final class SampleEvents {

  private static final Actor ADA = Who.person("ada");
  private static final Actor AGENT = Who.agent(Who.MIGRATOR);
  private static final List<Assignee> BO = List.of(Assignee.person("bo"));
  private static final TaskSummary TASK = summary(task("approve"));
  private static final Announcement NEWS = new Announcement("news", BO, "s", "b", null);

  private static final Map<String, IntentEvent> ALL = new TreeMap<>();

  static {
    ALL.put("created", new IntentCreated("t.v1", "a", "b", null, "c", PAYLOAD, DIGEST, null, "d"));
    ALL.put("submitted", new IntentSubmitted(IntentStory.plan(StepWords.gate()), null, List.of()));
    ALL.put("delivered", delivery("build", 1));
    ALL.put("delivered again", delivery("build", 2));
    ALL.put("acknowledged", new IntentAcknowledged("build", AGENT));
    ALL.put("progress", new IntentInProgress("build", AGENT, null, null));
    ALL.put("announced", new IntentInProgress("news", AGENT, null, NEWS));
    ALL.put("waiting", waiting("wait"));
    ALL.put("gate opened", opened("approve", task("approve"), DIGEST));
    ALL.put("reminded", reminder("approve", TASK, 1));
    ALL.put("escalated", escalation("approve", TASK, 1));
    ALL.put("transferred", new IntentTransfer("approve", TASK, ADA, BO, null));
    ALL.put("decided", decision("approve", TASK, ADA, false));
    ALL.put("decided by the policy", decision("approve", TASK, Actor.system("policy"), false));
    ALL.put("answered early", decision("later", summary(task("later")), ADA, true));
    ALL.put("edited", edit("approve", DIGEST));
    ALL.put("result", result("build", false));
    ALL.put("result, to be retried", result("build", true));
    ALL.put("gate timed out", new StepTimedOut("approve", TASK, "reject", BO));
    ALL.put("task timed out", new StepTimedOut("build", null, "fail", List.of()));
    ALL.put("notified", new IntentNotified("d", NoticeKind.REMINDER, ChannelKind.EMAIL, "a", 1));
    ALL.put("not notified", new DeliveryFailed("d", ChannelKind.EMAIL, "a", 1, "no"));
    ALL.put("completed", new IntentCompleted(null, null, null));
    ALL.put("failed", new IntentFailed(new ErrorInfo("c", "m"), null, null));
    ALL.put("canceled", new IntentCanceled("r", ADA));
    ALL.put("timed out", new IntentTimedOut("approve", "r", List.of()));
  }

  static final Set<String> NAMES = Set.copyOf(ALL.keySet());

  private SampleEvents() {}

  static IntentEvent of(String name) {
    IntentEvent event = ALL.get(name);
    if (event == null) {
      throw new IllegalArgumentException(name);
    }
    return event;
  }

  /** Events of the right kind at the right time that name the wrong thing. */
  static Stream<Arguments> flawed() {
    TaskSummary other = summary(task("later"));
    String gate = "at the gate";
    String agent = "with the agent";
    String time = "waiting for time";
    String silence = "timed out at the gate";
    return Stream.of(
        Arguments.of("submitted", "not the first step", opened("later", task("later"), DIGEST)),
        Arguments.of("submitted", "no step of the plan", waiting("elsewhere")),
        Arguments.of(gate, "reminder of another step", reminder("later", TASK, 1)),
        Arguments.of(gate, "reminder of another task", reminder("approve", other, 1)),
        Arguments.of(gate, "reminder left out", reminder("approve", TASK, 2)),
        Arguments.of(gate, "reminder before the first", reminder("approve", TASK, 0)),
        Arguments.of(gate, "level left out", escalation("approve", TASK, 2)),
        Arguments.of(gate, "escalation of another step", escalation("later", TASK, 1)),
        Arguments.of(gate, "escalation of another task", escalation("approve", other, 1)),
        Arguments.of(gate, "transfer of a step", new IntentTransfer("later", TASK, ADA, BO, null)),
        Arguments.of(gate, "transfer", new IntentTransfer("approve", other, ADA, BO, null)),
        Arguments.of(gate, "decision on another step", decision("later", TASK, ADA, false)),
        Arguments.of(gate, "decision on another task", decision("approve", other, ADA, false)),
        Arguments.of(gate, "early at the open gate", decision("approve", TASK, ADA, true)),
        Arguments.of(gate, "decision by an agent", decision("approve", TASK, AGENT, false)),
        Arguments.of(
            gate, "early by an agent", decision("later", summary(task("later")), AGENT, true)),
        Arguments.of(gate, "early at no gate", decision("build", TASK, ADA, true)),
        Arguments.of(gate, "early at no step", decision("elsewhere", TASK, ADA, true)),
        Arguments.of(gate, "edit of another step", edit("later", DIGEST)),
        Arguments.of(gate, "edit of another payload", edit("approve", "0".repeat(64))),
        Arguments.of(gate, "time out elsewhere", new StepTimedOut("later", TASK, "x", BO)),
        Arguments.of(gate, "time out of a task", new StepTimedOut("approve", other, "x", BO)),
        Arguments.of(gate, "time out of no task", new StepTimedOut("approve", null, "x", BO)),
        Arguments.of(agent, "acknowledged elsewhere", new IntentAcknowledged("later", AGENT)),
        Arguments.of(agent, "progress", new IntentInProgress("later", AGENT, null, null)),
        Arguments.of(agent, "result of another step", result("later", false)),
        Arguments.of(agent, "retry of another step", result("later", true)),
        Arguments.of(agent, "time out elsewhere", new StepTimedOut("later", null, "x", BO)),
        Arguments.of(agent, "time out of a task", new StepTimedOut("build", TASK, "x", BO)),
        Arguments.of("before a retry", "delivery left out", delivery("build", 3)),
        Arguments.of("before a retry", "first delivery again", delivery("build", 1)),
        Arguments.of("before a retry", "delivery of another step", delivery("later", 2)),
        Arguments.of(time, "delivery of no task", delivery("later", 1)),
        Arguments.of(time, "delivery of no step", delivery("elsewhere", 1)),
        Arguments.of(time, "second delivery first", delivery("build", 2)),
        Arguments.of(time, "delay that is none", waiting("build")),
        Arguments.of(time, "gate that is none", opened("build", task("build"), DIGEST)),
        Arguments.of(time, "gate with a task", opened("later", task("approve"), DIGEST)),
        Arguments.of(time, "gate with a payload", opened("later", task("later"), "0".repeat(64))),
        Arguments.of(time, "news of none", new IntentInProgress("wait", AGENT, null, NEWS)),
        Arguments.of(silence, "late decision", decision("approve", TASK, ADA, false)),
        Arguments.of(
            silence, "policy elsewhere", decision("later", other, Actor.system("policy"), false)));
  }

  private static TaskSummary summary(TaskId id) {
    return new TaskSummary(id, TaskType.APPROVAL, "t", null);
  }

  private static IntentDelivered delivery(String step, int attempt) {
    return new IntentDelivered(step, Who.MIGRATOR, attempt, null, List.of());
  }

  private static IntentWaiting waiting(String step) {
    return new IntentWaiting(step, WaitingReason.WAITING_FOR_TIME, null, List.of());
  }

  private static HumanTaskAssigned opened(String step, TaskId task, String digest) {
    var spec = StepWords.gate(step).task();
    return new HumanTaskAssigned(step, task, spec, BO, digest, null, List.of());
  }

  private static IntentReminder reminder(String step, TaskSummary task, int number) {
    return new IntentReminder(step, task, number, BO, null, List.of());
  }

  private static IntentEscalated escalation(String step, TaskSummary task, int level) {
    return new IntentEscalated(step, task, level, BO, BO, "r", null, List.of());
  }

  private static DecisionRecorded decision(String step, TaskSummary task, Actor by, boolean early) {
    return new DecisionRecorded(
        step, task, "i", "approved", Verdict.POSITIVE, by, "web", null, null, DIGEST, early, BO);
  }

  private static IntentEdited edit(String step, String previous) {
    return new IntentEdited(step, ADA, previous, PAYLOAD, DIGEST);
  }

  private static ResultRecorded result(String step, boolean retry) {
    return new ResultRecorded(step, AGENT, Verdict.POSITIVE, null, null, retry, List.of());
  }
}
