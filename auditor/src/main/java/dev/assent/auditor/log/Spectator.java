package dev.assent.auditor.log;

import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.intent.IntentEnding;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.kernel.intent.IntentState.Ended;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Watches a {@link Replay}. */
public interface Spectator {

  /** Called before the first fact of a share. */
  default void begin(Part part) {}

  /** Called for every fact that can be read. */
  default void fact(LogRecord record, RecordedEvent event) {}

  /** Called for the first ending of an intent whose history was in order so far. */
  default void ended(LogRecord record, Envelope envelope, IntentEnding ending, Ended state) {}

  /** Called where a history goes wrong. */
  default void flaw(LogRecord record, @Nullable String intent, String expected, String found) {}

  /** Before which offset of the partition this one wants to see the intents. */
  default long pauseAt(int partition) {
    return Long.MAX_VALUE;
  }

  /** Called there, with the intents of the share as they stood. */
  default void paused(Part part, Map<String, Replayed> intents) {}

  /** Called after the last fact of a share. */
  default void end(Part part, Map<String, Replayed> intents) {}
}
