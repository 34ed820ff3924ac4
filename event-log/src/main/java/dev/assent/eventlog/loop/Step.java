package dev.assent.eventlog.loop;

/** What a loop has just done. Between any two of these a process may end. */
public enum Step {
  /** The view of newly owned partitions was brought up to the log; no input was decided yet. */
  RECOVERED,
  /** Records were polled. */
  POLLED,
  /** The states that the batch names were loaded. */
  LOADED,
  /** The batch was decided, in memory. */
  DECIDED,
  /** A transaction of the log is open, and empty. */
  LOG_OPENED,
  /** What is to be appended was handed to the producer, which sends it on a thread of its own. */
  RECORDS_SENT,
  /** The inputs are part of the open transaction. */
  INPUTS_SENT,
  /** The log holds the batch, and the view does not. */
  LOG_COMMITTED,
  /** Rows and positions were written, in a transaction of the view that is still open. */
  VIEW_WRITTEN,
  /** The view holds the batch. */
  VIEW_COMMITTED
}
