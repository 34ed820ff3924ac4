package dev.assent.kernel.history;

import static dev.assent.kernel.story.IntentStory.DIGEST;
import static dev.assent.kernel.story.IntentStory.due;
import static dev.assent.kernel.story.IntentStory.submit;
import static dev.assent.kernel.story.IntentStory.submitDue;
import static dev.assent.kernel.story.IntentStory.task;
import static dev.assent.kernel.story.IntentStory.waitingToBegin;
import static dev.assent.kernel.story.StepWords.delay;
import static dev.assent.kernel.story.StepWords.gate;
import static dev.assent.kernel.story.StepWords.task;
import static dev.assent.kernel.story.StepWords.tell;

import dev.assent.contract.notification.ChannelKind;
import dev.assent.contract.notification.NoticeKind;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.signal.Signal;
import dev.assent.kernel.story.Answer;
import dev.assent.kernel.story.IntentStory;
import dev.assent.kernel.story.Json;
import dev.assent.kernel.story.Who;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** How the recorded histories came about. The files are what counts; these only write new ones. */
final class Lessons {

  static final Map<String, Supplier<IntentStory>> ALL = new TreeMap<>();

  static {
    ALL.put("a-submitted-intent-waits-for-its-first-step", Lessons::submitted);
    ALL.put("the-worked-case", Lessons::workedCase);
    ALL.put("all-timers-of-a-gate-are-live", Lessons::allTimers);
    ALL.put("a-repetition-is-no-answer-to-the-next-gate", Lessons::twoGates);
    ALL.put("an-outage-makes-one-reminder", Lessons::outage);
    ALL.put("an-early-answer-is-kept", Lessons::earlyKept);
    ALL.put("an-early-answer-dies-with-its-payload", Lessons::earlyDropped);
    ALL.put("an-edit-is-remembered-at-its-gate", Lessons::edited);
    ALL.put("an-early-answer-comes-into-force", Lessons::earlyInForce);
    ALL.put("a-refused-gate-guards-what-lies-behind-it", Lessons::refusedGate);
    ALL.put("silence-at-a-gate-is-remembered", Lessons::silence);
    ALL.put("a-policy-approves-in-its-own-name", Lessons::policy);
    ALL.put("a-retry-keeps-count", Lessons::retry);
    ALL.put("results-are-sorted-by-step", Lessons::results);
    ALL.put("a-transfer-leaves-the-others", Lessons::transfer);
    ALL.put("a-form-types-its-answer", Lessons::form);
    ALL.put("receipts-follow-the-end", Lessons::receipts);
    ALL.put("a-deadline-ends-the-whole-intent", Lessons::deadline);
  }

  private Lessons() {}

  private static IntentStory submitted() {
    return waitingToBegin(due("P3D", new Fallback.TimeOut(), gate(), tell("news", "anyone")));
  }

  private static IntentStory workedCase() {
    return submitDue(
            "P3D",
            new Fallback.TimeOut(),
            task("estimate", Who.PLANNER).deadline("PT5M"),
            gate()
                .reminders("PT5M")
                .escalate("PT10M", "bo")
                .escalate("PT10M", "group:sre")
                .deadline("PT1H", new Fallback.Reject()),
            task("build", Who.MIGRATOR))
        .report(Who.PLANNER, "{'rows':48200000,'share':1.10}")
        .advance(Duration.ofMinutes(21))
        .decide(Answer.by("cy", "approved").saying("After nine.").shown(DIGEST))
        .report(Who.MIGRATOR, "{'built':true}");
  }

  private static IntentStory allTimers() {
    return submitDue(
        "P3D",
        new Fallback.Cancel(),
        gate()
            .approver("ada", "group:sre", "anyone")
            .reminders("PT5M", "PT30M")
            .repeat("PT30M")
            .max(5)
            .escalate("PT10M", "bo")
            .deadline("PT1H", new Fallback.GoTo("wait"))
            .editable(),
        delay("wait", "PT1H"));
  }

  private static IntentStory twoGates() {
    Signal approval = Answer.by("ada", "approved").signal();
    return submit(gate("first"), gate("second"), delay("wait", "PT1H"))
        .send("click", approval)
        .send("click", approval)
        .decide(Answer.by("ada", "approved").at(task("second")));
  }

  private static IntentStory outage() {
    return submit(gate().reminders("PT5M", "PT8M").repeat("PT10M").escalate("P2D", "bo"))
        .outage(Duration.ofHours(10));
  }

  private static IntentStory earlyKept() {
    return submit(gate("first"), gate("second").approver("bo"), gate("third").approver("cy"))
        .decide(Answer.by("cy", "rejected").at(task("third")).saying("Never."))
        .decide(Answer.by("bo", "approved").at(task("second")));
  }

  private static IntentStory earlyDropped() {
    return submit(gate("first").editable(), gate("second").approver("bo"))
        .decide(Answer.by("bo", "approved").at(task("second")).shown(DIGEST))
        .send(new Signal.EditSubmitted(null, Who.person("ada"), Json.json("{'n':2}"), DIGEST))
        .decide("ada", "approved");
  }

  private static IntentStory edited() {
    return submit(gate().approver("ada", "bo").editable().reminders("PT5M"))
        .send(new Signal.EditSubmitted(null, Who.person("ada"), Json.json("{'n':2}"), DIGEST))
        .advance(Duration.ofMinutes(5));
  }

  private static IntentStory earlyInForce() {
    return submit(delay("wait", "PT1H"), gate().approver("ada", "bo"), delay("after", "PT1H"))
        .decide("ada", "approved")
        .advance(Duration.ofHours(1));
  }

  private static IntentStory refusedGate() {
    return submit(
            gate().onSuccess("build").onFailure("sorry"),
            tell("sorry", "bo"),
            task("build", Who.MIGRATOR))
        .decide(Answer.by("ada", "rejected").saying("Not tonight."));
  }

  private static IntentStory silence() {
    return submit(
            gate().onSuccess("build").deadline("PT1H", new Fallback.GoTo("cool-down")),
            delay("cool-down", "PT2H"),
            task("build", Who.MIGRATOR))
        .advance(Duration.ofHours(1));
  }

  private static IntentStory policy() {
    return submit(gate().deadline("PT1H", new Fallback.Approve()), task("build", Who.MIGRATOR))
        .advance(Duration.ofHours(1));
  }

  private static IntentStory retry() {
    return submit(task("build", Who.MIGRATOR).retries(3, "PT1M").deadline("PT10M"))
        .giveUp(Who.MIGRATOR, "locked")
        .advance(Duration.ofMinutes(1))
        .send(new Signal.AcknowledgeSubmitted(Who.agent(Who.MIGRATOR)))
        .giveUp(Who.MIGRATOR, "locked again");
  }

  private static IntentStory results() {
    return submit(
            task("zeta", Who.PLANNER),
            task("alpha", Who.PLANNER),
            task("mu", Who.PLANNER),
            task("beta", Who.PLANNER),
            delay("wait", "PT1H"))
        .report(Who.PLANNER, "{'z':1,'a':2}")
        .report(Who.PLANNER, "null")
        .report(Who.PLANNER, "[1.50,'x']")
        .report(Who.PLANNER, "12345678901234567890");
  }

  private static IntentStory transfer() {
    return submit(gate().approver("ada", "group:sre").reminders("PT5M"))
        .send(
            new Signal.TransferSubmitted(null, Who.person("ada"), Assignee.person("eve"), "yours"))
        .advance(Duration.ofMinutes(5));
  }

  private static IntentStory form() {
    return submit(
            gate().form("{'properties':{'rows':{'type':'integer'},'share':{'type':'number'}}}"),
            delay("wait", "PT1H"))
        .decide(Answer.by("ada", "approved").with("{'rows':'42','share':'1e2','note':'7'}"));
  }

  private static IntentStory receipts() {
    return submit(gate())
        .decide("ada", "approved")
        .send(
            new Signal.NoticeDelivered(
                "3/ada", NoticeKind.TASK_ASSIGNED, ChannelKind.EMAIL, "ada", 1))
        .send(new Signal.NoticeFailed("4/bo", ChannelKind.WEBHOOK, "hook", 8, "no answer"));
  }

  private static IntentStory deadline() {
    return submitDue("PT2H", new Fallback.Reject(), gate().escalate("PT1H", "bo"))
        .advance(Duration.ofHours(2));
  }
}
