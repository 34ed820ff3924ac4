package dev.assent.kernel.story;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.id.TaskId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.signal.Signal.DecisionSubmitted;
import org.jspecify.annotations.Nullable;

/** A decision in words. Without any it names no task and no digest, as command lines do. */
public final class Answer {

  private final Actor by;
  private final String outcome;
  private @Nullable TaskId task;
  private @Nullable String comment;
  private @Nullable JsonNode data;
  private @Nullable String shown;

  private Answer(Actor by, String outcome) {
    this.by = by;
    this.outcome = outcome;
  }

  public static Answer by(String person, String outcome) {
    return new Answer(Who.person(person), outcome);
  }

  public static Answer by(Actor actor, String outcome) {
    return new Answer(actor, outcome);
  }

  public Answer at(TaskId task) {
    this.task = task;
    return this;
  }

  public Answer saying(String comment) {
    this.comment = comment;
    return this;
  }

  public Answer with(String json) {
    data = Json.json(json);
    return this;
  }

  public Answer shown(String digest) {
    shown = digest;
    return this;
  }

  public DecisionSubmitted signal() {
    return new DecisionSubmitted(task, outcome, by, "web", comment, data, shown);
  }
}
