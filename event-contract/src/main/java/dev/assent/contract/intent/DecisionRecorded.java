package dev.assent.contract.intent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.plan.Assignee;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person decided, or the policy did at the deadline.
 *
 * @param input the id of the signal that decided: its repetition is answered, not refused
 * @param channel where it was decided: {@code web}, {@code cli}, {@code api}, {@code kafka}, {@code
 *     policy}
 * @param shownDigest the payload digest that the person saw
 * @param early whether it came before the gate opened and was kept
 * @param told who had been asked and learns of the decision
 */
public record DecisionRecorded(
    String step,
    TaskSummary task,
    String input,
    String outcome,
    Verdict verdict,
    Actor by,
    String channel,
    @Nullable String comment,
    @Nullable JsonNode data,
    String shownDigest,
    boolean early,
    List<Assignee> told)
    implements IntentEvent {
  public DecisionRecorded {
    told = List.copyOf(told);
  }
}
