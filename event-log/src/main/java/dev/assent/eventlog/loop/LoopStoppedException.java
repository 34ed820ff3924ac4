package dev.assent.eventlog.loop;

/** The loop was told to stop while it worked. */
class LoopStoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;
}
