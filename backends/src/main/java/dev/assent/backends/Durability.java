package dev.assent.backends;

/** What an acknowledged write survives. */
public enum Durability {
  /**
   * A power cut: the broker flushes every append and PostgreSQL every commit to disk before they
   * answer. There is one copy only, so nothing less keeps the promise that nothing acknowledged is
   * lost.
   */
  DISK,

  /**
   * A killed process, but not a power cut: writes stay in the page cache. Faster; meant for tests.
   */
  PROCESS
}
