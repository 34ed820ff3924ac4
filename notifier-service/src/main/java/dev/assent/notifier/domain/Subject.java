package dev.assent.notifier.domain;

import dev.assent.contract.id.IntentId;
import org.jspecify.annotations.Nullable;

/**
 * As much of an intent as a mail about it needs; each part is known from another event.
 *
 * @param sender who handed it in, from their credential
 */
public record Subject(
    IntentId intent, @Nullable String type, @Nullable String sender, @Nullable String title) {

  /** Both together; the other's parts win. */
  public Subject and(Subject other) {
    return new Subject(
        intent,
        other.type == null ? type : other.type,
        other.sender == null ? sender : other.sender,
        other.title == null ? title : other.title);
  }
}
