package dev.assent.intake.domain;

import org.jspecify.annotations.Nullable;

/**
 * Who hands a submission in.
 *
 * @param authenticated whom the credential named; null where there is none (Kafka, where the
 *     topic's access list is the trust boundary)
 * @param claimed who the record says it is, for want of a credential
 */
public record Sender(@Nullable String authenticated, @Nullable String claimed) {

  public static Sender authenticated(String name) {
    return new Sender(name, null);
  }

  public static Sender claimed(@Nullable String name) {
    return new Sender(null, name);
  }
}
