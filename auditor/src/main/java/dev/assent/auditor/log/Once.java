package dev.assent.auditor.log;

import org.jspecify.annotations.Nullable;

/** Work that several checks wait for: done for the first of them, and if it fails, for none. */
final class Once {

  private boolean done;
  private @Nullable RuntimeException failure;

  void run(Runnable work) {
    if (failure != null) {
      throw failure;
    }
    if (done) {
      return;
    }
    done = true;
    try {
      work.run();
    } catch (RuntimeException e) {
      failure = e;
      throw e;
    }
  }
}
