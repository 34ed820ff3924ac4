package dev.assent.testbackends;

import java.util.Arrays;
import java.util.Locale;

/** Where tests have broker and database from: {@code -Dassent.backends}. */
public enum BackendsKind {
  /** In this JVM and its child processes, without Docker: the default. */
  EMBEDDED,

  /** In containers, from the images that others run too. */
  TESTCONTAINERS;

  /** The system property that chooses. */
  public static final String PROPERTY = "assent.backends";

  /** What the tests of this run use. */
  public static BackendsKind chosen() {
    return named(System.getProperty(PROPERTY, EMBEDDED.word()));
  }

  static BackendsKind named(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Expected -D%s=embedded or -D%s=testcontainers, but came \"%s\"."
                        .formatted(PROPERTY, PROPERTY, word)));
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
