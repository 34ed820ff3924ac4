package dev.assent.intake.domain;

import org.jspecify.annotations.Nullable;

/** The sentences about who sends and how often, which both forms of submissions share. */
final class Head {

  private Head() {}

  /** Who sends: the credential's word, else the body's, else the envelope's. */
  static String from(Fields fields, Sender sender) {
    String named = fields.text("from_agent", 383);
    if (sender.authenticated() != null) {
      return sender.authenticated();
    }
    if (named != null) {
      return named;
    }
    if (sender.claimed() == null && !fields.has("from_agent")) {
      fields.wrong("from_agent", "missing; name the sender here or in the attribute source");
    }
    return sender.claimed() == null ? "unknown" : sender.claimed();
  }

  /** The sender's own key in the body. */
  static @Nullable String idempotencyKey(Fields fields) {
    return fields.text("idempotency_key", 255);
  }
}
