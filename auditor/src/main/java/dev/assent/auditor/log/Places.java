package dev.assent.auditor.log;

import dev.assent.contract.envelope.WireRecord;
import dev.assent.eventlog.append.LogRecord;

/** Where records stand, and how they are read. */
public final class Places {

  private static final int LONGEST = 80;

  private Places() {}

  /** As people write it: {@code assent.events-0@17}. */
  public static String of(LogRecord record) {
    return record.topic() + "-" + record.partition() + "@" + record.offset();
  }

  /** As records name others that have no id: {@code assent.intents/0/17}. */
  public static String nameOf(LogRecord record) {
    return record.topic() + "/" + record.partition() + "/" + record.offset();
  }

  public static WireRecord wire(LogRecord record) {
    return new WireRecord(record.key(), record.headers(), record.value());
  }

  /** An id that somebody else chose, as long as a sentence can bear. */
  public static String quoted(String id) {
    return "\"" + (id.length() > LONGEST ? id.substring(0, LONGEST) + "..." : id) + "\"";
  }
}
