package dev.assent.cli.local;

import java.util.Locale;

/** The two processes of an installation. */
public enum Part {
  /** Broker and database. */
  BACKENDS("Kafka and PostgreSQL"),
  /** The four services. */
  ASSENT("the services");

  private final String title;

  Part(String title) {
    this.title = title;
  }

  /** As people read it. */
  public String title() {
    return title;
  }

  /** As files and options name it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
