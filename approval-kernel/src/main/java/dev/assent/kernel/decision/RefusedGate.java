package dev.assent.kernel.decision;

import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.DecisionSummary;
import dev.assent.contract.intent.ErrorInfo;
import dev.assent.contract.intent.IntentFailed;
import dev.assent.contract.plan.Step;
import dev.assent.kernel.intent.IntentState.Running;
import java.util.List;

/**
 * A gate that was left without a yes goes on guarding the steps behind it. Its failure path may
 * lead there in words, by {@code on_success}, but never by the mere order of the list: a plan that
 * puts "tell them it was refused" before "do it" would else do it.
 */
final class RefusedGate {

  private RefusedGate() {}

  /** Whether the step after this one, next by order alone, is guarded by a gate without a yes. */
  static boolean guards(Running state, Step step, Step next) {
    String gate = state.unapproved();
    if (gate == null || step.onSuccess() != null) {
      return false;
    }
    List<String> guarded = StepsAhead.of(state.plan(), gate).map(Step::id).toList();
    return guarded.contains(next.id()) && !guarded.contains(step.id());
  }

  /** The refusal stands: the intent fails as if the gate had no failure path. */
  static IntentFailed ending(Running state) {
    DecisionSummary last = state.decision();
    String gate = state.unapproved();
    return last != null && last.step().equals(gate)
        ? new IntentFailed(
            Gates.rejection(last.by(), last.outcome(), last.comment()), last, last.by())
        : new IntentFailed(
            new ErrorInfo("step_timeout", "nobody answered step " + gate + " before its deadline"),
            last,
            Actor.system("policy"));
  }
}
