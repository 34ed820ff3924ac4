package dev.assent.intake.domain;

import dev.assent.contract.plan.AgentTask;
import dev.assent.contract.plan.Announcement;
import dev.assent.contract.plan.Delay;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.plan.HumanGate;
import dev.assent.contract.plan.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where steps go on: forward only, so that every intent ends. */
final class Jumps {

  /** The jumps that a step names. */
  record Of(@Nullable String onSuccess, @Nullable String onFailure) {
    static final Of NONE = new Of(null, null);

    static Of read(Fields step) {
      return new Of(step.text("on_success", 100), step.text("on_failure", 100));
    }
  }

  private final List<Step> steps;
  private final List<Fields> written;
  private final Map<String, Integer> places = new LinkedHashMap<>();

  private Jumps(List<Step> steps, List<Fields> written) {
    this.steps = steps;
    this.written = written;
  }

  /** Checks ids and jumps; {@code written} has the fields of each step at its place. */
  static void check(List<Step> steps, List<Fields> written) {
    Jumps jumps = new Jumps(steps, written);
    jumps.ids();
    for (int i = 0; i < steps.size(); i++) {
      jumps.step(i);
    }
  }

  private void ids() {
    for (int i = 0; i < steps.size(); i++) {
      Integer first = places.putIfAbsent(steps.get(i).id(), i);
      if (first != null) {
        String id = Say.quote(steps.get(i).id());
        Fields fields = written.get(i);
        fields.wrong(
            fields.has("step_id") ? "step_id" : "id",
            "expected an id of its own, got "
                + id
                + ", which "
                + written.get(first).path()
                + " has");
      }
    }
  }

  private void step(int i) {
    Step step = steps.get(i);
    jump(i, "on_success", step.onSuccess());
    switch (step) {
      case AgentTask s -> jump(i, "on_failure", s.onFailure());
      case HumanGate s -> {
        jump(i, "on_failure", s.onFailure());
        if (s.policy().fallback() instanceof Fallback.GoTo(String target)
            && !target.equals(s.onFailure())) {
          jump(i, "approval.fallback.step", target);
        }
      }
      case Delay s -> {}
      case Announcement s -> {}
    }
  }

  private void jump(int from, String field, @Nullable String target) {
    if (target == null) {
      return;
    }
    Integer to = places.get(target);
    if (to == null) {
      written.get(from).wrong(field, "no step is called " + Say.quote(target));
    } else if (to <= from) {
      written
          .get(from)
          .wrong(
              field,
              "expected a later step, got "
                  + Say.quote(target)
                  + (to == from ? ", the step itself" : ", an earlier one")
                  + "; jumps go forward only, so that every intent ends");
    }
  }
}
