package dev.assent.auditor.log;

import dev.assent.eventlog.append.LogRecord;
import dev.assent.kernel.intent.IntentState;
import org.jspecify.annotations.Nullable;

/** An intent during a replay. */
public final class Replayed {

  private IntentState state = new IntentState.NotCreated();
  private @Nullable String endedAt;
  private boolean spoiled;

  /** Where the rules say that it stands, as far as they could follow. */
  public IntentState state() {
    return state;
  }

  /** Whether its history is wrong, so that nothing follows from it. */
  public boolean isSpoiled() {
    return spoiled;
  }

  void become(IntentState next) {
    state = next;
  }

  void spoil() {
    spoiled = true;
  }

  String endedAt() {
    return String.valueOf(endedAt);
  }

  /** Whether there was an ending before this one. */
  boolean endsAgain(LogRecord ending) {
    if (endedAt == null) {
      endedAt = Places.of(ending);
      return false;
    }
    return true;
  }
}
