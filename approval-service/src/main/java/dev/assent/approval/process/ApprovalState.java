package dev.assent.approval.process;

import dev.assent.contract.axp.AxpProgress;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.kernel.intent.IntentState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the decider keeps of one intent.
 *
 * @param key the intent's id, or the stand-in of a record that names none
 * @param intent what the kernel decides on
 * @param progress where it stands, for those who look it up
 * @param answered the ids of the inputs that were accepted last: a repetition is answered, not
 *     decided again
 * @param quarantine why nothing is decided any more; null while all is well
 */
public record ApprovalState(
    String key,
    IntentState intent,
    AxpProgress progress,
    List<String> answered,
    @Nullable String quarantine) {

  /** Retries come within seconds; an intent that has moved on so far refuses them by its state. */
  private static final int REMEMBERED = 16;

  public ApprovalState {
    answered = List.copyOf(answered);
  }

  public static ApprovalState initial(String key) {
    return new ApprovalState(
        key,
        new IntentState.NotCreated(),
        AxpProgress.plain(IntentStatus.CREATED),
        List.of(),
        null);
  }

  ApprovalState next(IntentState after, RecordedEvent recorded) {
    AxpProgress now = progress.after(recorded.event());
    String cause = recorded.envelope().causationId();
    if (!answered.isEmpty() && answered.getLast().equals(cause)) {
      return new ApprovalState(key, after, now, answered, quarantine);
    }
    List<String> causes = new ArrayList<>(answered);
    causes.add(cause);
    List<String> last = causes.subList(Math.max(0, causes.size() - REMEMBERED), causes.size());
    return new ApprovalState(key, after, now, last, quarantine);
  }

  /** Whether its birth is not known in full: then it may stand further on in the log. */
  boolean isUnborn() {
    return quarantine == null
        && (intent instanceof IntentState.NotCreated || intent instanceof IntentState.Created);
  }

  ApprovalState quarantined(String reason) {
    return new ApprovalState(key, intent, progress, answered, reason);
  }
}
