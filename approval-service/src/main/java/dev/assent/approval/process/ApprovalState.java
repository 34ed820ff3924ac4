package dev.assent.approval.process;

import dev.assent.contract.axp.AxpProgress;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.kernel.intent.IntentState;
import org.jspecify.annotations.Nullable;

/**
 * What the decider keeps of one intent.
 *
 * @param key the intent's id, or the stand-in of a record that names none
 * @param intent what the kernel decides on
 * @param progress where it stands, for those who look it up
 * @param answered the inputs that were accepted last
 * @param head the hash of the last event, which the next one will carry; null before the first
 * @param quarantine why nothing is decided any more; null while all is well
 */
public record ApprovalState(
    String key,
    IntentState intent,
    AxpProgress progress,
    Answered answered,
    @Nullable String head,
    @Nullable String quarantine) {

  public static ApprovalState initial(String key) {
    return new ApprovalState(
        key,
        new IntentState.NotCreated(),
        AxpProgress.plain(IntentStatus.CREATED),
        Answered.NONE,
        null,
        null);
  }

  ApprovalState next(IntentState after, RecordedEvent recorded, String hash) {
    return new ApprovalState(
        key,
        after,
        progress.after(recorded.event()),
        answered.with(recorded.envelope().causationId(), recorded.event()),
        hash,
        quarantine);
  }

  /** Whether its birth is not known in full: then it may stand further on in the log. */
  boolean isUnborn() {
    return quarantine == null
        && (intent instanceof IntentState.NotCreated || intent instanceof IntentState.Created);
  }

  ApprovalState quarantined(String reason) {
    return new ApprovalState(key, intent, progress, answered, head, reason);
  }
}
