package dev.assent.eventlog.append;

/** The headers that the log itself reads and writes; everything else belongs to its users. */
public final class LogHeaders {

  /** A record's own id. */
  public static final String ID = "ce_id";

  /** The id of the input that a record answers. */
  public static final String CAUSE = "ce_causationid";

  /** Present on every record of an answer but its last. */
  public static final String MORE = "assent-more";

  private LogHeaders() {}
}
