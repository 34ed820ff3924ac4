package dev.assent.intake.query;

import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.tail.Tail;
import java.util.function.Consumer;

/** New facts about one intent, as they are appended. */
public interface Following {

  /** Hands over every new fact until closed, on a thread that must not be held up. */
  Tail.Subscription follow(String key, Consumer<LogRecord> listener);
}
