package dev.assent.contract.intent;

/** Which way an outcome points. */
public enum Verdict {
  POSITIVE,
  NEGATIVE
}
