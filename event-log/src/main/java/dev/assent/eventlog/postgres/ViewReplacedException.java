package dev.assent.eventlog.postgres;

/**
 * The schema was made anew since this process opened it. What the process has applied is gone, and
 * the new tables may not be what it knows: it must write no more.
 */
public final class ViewReplacedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ViewReplacedException(String schema) {
    super(
        "Expected the view "
            + schema
            + " as it was when this process started, but it was made anew since: by another version"
            + " of the service, or after somebody dropped it. Stop this process, or restart it if"
            + " its version is the wanted one.");
  }
}
