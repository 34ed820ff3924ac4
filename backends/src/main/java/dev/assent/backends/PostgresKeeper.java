package dev.assent.backends;

import java.util.function.Consumer;

/** Starts the database again, on the same port, when its process ends without being asked to. */
final class PostgresKeeper implements AutoCloseable {
  private final PostgresSettings settings;
  private final Consumer<String> steps;
  private final Consumer<EmbeddedPostgres> announce;
  private final Consumer<BackendsException> lost;
  private EmbeddedPostgres current;
  private boolean closed;

  private PostgresKeeper(
      EmbeddedPostgres current,
      PostgresSettings settings,
      Consumer<String> steps,
      Consumer<EmbeddedPostgres> announce,
      Consumer<BackendsException> lost) {
    this.current = current;
    this.settings = settings.withPort(current.port());
    this.steps = steps;
    this.announce = announce;
    this.lost = lost;
  }

  /**
   * Announces the running server and watches over it.
   *
   * @param announce is told of this server, and of each that takes its place
   */
  static PostgresKeeper keep(
      EmbeddedPostgres running,
      PostgresSettings settings,
      Consumer<String> steps,
      Consumer<EmbeddedPostgres> announce,
      Consumer<BackendsException> lost) {
    PostgresKeeper keeper = new PostgresKeeper(running, settings, steps, announce, lost);
    keeper.watch();
    return keeper;
  }

  synchronized EmbeddedPostgres current() {
    return current;
  }

  @Override
  public synchronized void close() {
    closed = true;
    current.close();
  }

  private synchronized void watch() {
    announce.accept(current);
    var unused = current.onExit().thenRunAsync(this::revive);
  }

  /** Reports a failure after the lock is released: whoever hears of it will want to close this. */
  private void revive() {
    try {
      startAgain();
    } catch (BackendsException e) {
      lost.accept(e);
    }
  }

  private synchronized void startAgain() {
    if (!closed) {
      steps.accept("PostgreSQL: ended by itself; starting it again");
      current = EmbeddedPostgres.start(settings, steps);
      watch();
    }
  }
}
