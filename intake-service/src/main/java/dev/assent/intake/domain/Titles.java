package dev.assent.intake.domain;

/** A title for a task that has none. */
final class Titles {

  private Titles() {}

  /** {@code intent.infra.change_approval.v1} in plain words: {@code Infra change approval}. */
  static String of(String intentType) {
    String words =
        intentType
            .replaceFirst("^intent\\.", "")
            .replaceFirst("\\.v[0-9]+$", "")
            .replaceAll("[._-]+", " ")
            .strip();
    return words.isEmpty()
        ? intentType
        : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
