package dev.assent.auditor;

/**
 * One thing that must hold for an installation. A check reads and never writes, but for tables of
 * its own; and it gives no false alarm while traffic goes on.
 */
public interface Check {

  /** Gathers what this check finds. */
  Findings findings();

  /**
   * Looks. Called once.
   *
   * @throws RuntimeException if it cannot be carried through; what was found before counts
   */
  void look(Steps steps);
}
