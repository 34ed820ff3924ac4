package dev.assent.kernel.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.intent.ActorKind;
import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.DeliveryFailed;
import dev.assent.contract.intent.HumanTaskAssigned;
import dev.assent.contract.intent.IntentCompleted;
import dev.assent.contract.intent.IntentCreated;
import dev.assent.contract.intent.IntentDelivered;
import dev.assent.contract.intent.IntentEdited;
import dev.assent.contract.intent.IntentEnding;
import dev.assent.contract.intent.IntentEscalated;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.intent.IntentInProgress;
import dev.assent.contract.intent.IntentNotified;
import dev.assent.contract.intent.IntentSubmitted;
import dev.assent.contract.intent.IntentTransfer;
import dev.assent.contract.intent.IntentWaiting;
import dev.assent.contract.intent.ResultRecorded;
import dev.assent.contract.intent.StepTimedOut;
import dev.assent.contract.intent.Verdict;
import dev.assent.contract.plan.AgentTask;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.plan.HumanGate;
import dev.assent.contract.plan.Plan;
import dev.assent.contract.plan.Step;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Watches a history with eyes of its own, knowing the plan and nothing of the kernel: who may
 * decide, which step may follow which, what was shown, and that nothing follows the end.
 */
final class Witness {

  private final Set<Assignee> mayDecide = new LinkedHashSet<>();
  private @Nullable Plan plan;
  private @Nullable String next;
  private @Nullable String openGate;
  private @Nullable String withoutYes;
  private @Nullable String before;
  private String digest = "";
  private boolean over;

  void see(IntentEvent event) {
    assertThat(over && !isReceipt(event)).as("%s after the end", event).isFalse();
    switch (event) {
      case IntentCreated e -> digest = e.payloadDigest();
      case IntentSubmitted e -> {
        plan = e.plan();
        next = e.plan().first().id();
      }
      case IntentDelivered e -> begin(e.step());
      case IntentWaiting e -> {
        begin(e.step());
        next = after(e.step());
      }
      case IntentInProgress e -> {
        if (e.announcement() != null) {
          begin(e.step());
          next = after(e.step());
        }
      }
      case HumanTaskAssigned e -> open(e);
      case IntentEscalated e -> mayDecide.addAll(e.to());
      case IntentTransfer e -> {
        mayDecide.remove(Assignee.person(e.by().id()));
        mayDecide.addAll(e.to());
      }
      case IntentEdited e -> {
        assertThat(covers(e.by().id(), e)).as("%s was asked", e).isTrue();
        digest = e.payloadDigest();
      }
      case DecisionRecorded e -> {
        if (!e.early()) {
          decided(e);
        }
      }
      case ResultRecorded e ->
          next =
              e.willRetry()
                  ? e.step()
                  : e.verdict() == Verdict.POSITIVE ? after(e.step()) : onFailure(e.step());
      case StepTimedOut e -> timedOut(e);
      case IntentEnding e -> {
        boolean passes = e instanceof IntentCompleted;
        assertThat(passes && openGate != null).as("%s at an open gate", e).isFalse();
        over = true;
      }
      default -> {}
    }
  }

  private static boolean isReceipt(IntentEvent event) {
    return event instanceof IntentNotified || event instanceof DeliveryFailed;
  }

  private void begin(String step) {
    assertThat(openGate).as("the open gate when %s begins", step).isNull();
    assertThat(step).as("the step that follows").isEqualTo(next);
    if (before != null && withoutYes != null && plan().step(before).onSuccess() == null) {
      boolean slips = guarded(withoutYes).contains(step) && !guarded(withoutYes).contains(before);
      assertThat(slips).as("%s slips in behind the refused %s", step, withoutYes).isFalse();
    }
    next = null;
    before = null;
  }

  private void open(HumanTaskAssigned event) {
    begin(event.step());
    assertThat(event.payloadDigest()).isEqualTo(digest);
    openGate = event.step();
    mayDecide.clear();
    mayDecide.addAll(event.assignees());
    assertThat(event.assignees()).isEqualTo(gate(event.step()).policy().approvers());
  }

  private void decided(DecisionRecorded event) {
    if (event.by().kind() == ActorKind.SYSTEM) {
      Fallback fallback = gate(event.step()).policy().fallback();
      assertThat(fallback)
          .isInstanceOf(
              event.verdict() == Verdict.POSITIVE ? Fallback.Approve.class : Fallback.Reject.class);
      assertThat(openGate).isNull();
    } else {
      assertThat(event.step()).isEqualTo(openGate);
      assertThat(event.shownDigest()).as("what was shown").isEqualTo(digest);
      assertThat(covers(event.by().id(), event)).as("%s was asked", event).isTrue();
      assertThat(event.told()).as("told").containsAll(mayDecide);
    }
    openGate = null;
    withoutYes = event.verdict() == Verdict.POSITIVE ? null : event.step();
    next = event.verdict() == Verdict.POSITIVE ? after(event.step()) : onFailure(event.step());
  }

  private boolean covers(String person, IntentEvent event) {
    var actor =
        event instanceof DecisionRecorded decision ? decision.by() : ((IntentEdited) event).by();
    assertThat(actor.kind()).isEqualTo(ActorKind.PERSON);
    assertThat(actor.id()).isEqualTo(person);
    return mayDecide.stream().anyMatch(assignee -> assignee.covers(actor));
  }

  private void timedOut(StepTimedOut event) {
    if (event.task() == null) {
      next = onFailure(event.step());
      return;
    }
    assertThat(event.step()).isEqualTo(openGate);
    openGate = null;
    withoutYes = event.step();
    before = null;
    next =
        gate(event.step()).policy().fallback() instanceof Fallback.GoTo jump ? jump.step() : null;
  }

  private Plan plan() {
    assertThat(plan).isNotNull();
    return plan;
  }

  private HumanGate gate(String step) {
    return (HumanGate) plan().step(step);
  }

  /** What lies behind a gate if all goes well. */
  private Set<String> guarded(String gate) {
    Set<String> guarded = new LinkedHashSet<>();
    for (var next = plan().after(gate(gate)); next.isPresent(); next = plan().after(next.get())) {
      guarded.add(next.get().id());
    }
    return guarded;
  }

  private @Nullable String after(String step) {
    before = step;
    return plan().after(plan().step(step)).map(Step::id).orElse(null);
  }

  private @Nullable String onFailure(String step) {
    before = null;
    return switch (plan().step(step)) {
      case HumanGate gate -> gate.onFailure();
      case AgentTask task -> task.onFailure();
      default -> null;
    };
  }
}
