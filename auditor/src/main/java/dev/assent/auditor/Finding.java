package dev.assent.auditor;

import org.jspecify.annotations.Nullable;

/**
 * Something that should not be.
 *
 * @param place where it is: topic-partition@offset, or a table and the key of a row
 * @param intent whom it is about, where that is known
 * @param expected what should be there; never a payload
 * @param found what is there instead; never a payload
 */
public record Finding(String place, @Nullable String intent, String expected, String found) {

  /** All of it, for people. */
  public String sentence() {
    return place
        + (intent == null ? "" : ", intent " + intent)
        + ": expected "
        + expected
        + ", but there is "
        + found;
  }
}
