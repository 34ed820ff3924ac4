package dev.assent.backends;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Broker and database of one data folder, started side by side and stopped together.
 *
 * <p>While they run, {@code backends.json} in the folder says how to reach them, and a database
 * that is killed is started again on the same port. Data that was acknowledged is there after a
 * stop, a kill or a crash.
 */
public final class Backends implements AutoCloseable {
  private final DataFolder folder;
  private final EmbeddedBroker broker;
  private final PostgresKeeper postgres;

  private Backends(DataFolder folder, EmbeddedBroker broker, PostgresKeeper postgres) {
    this.folder = folder;
    this.broker = broker;
    this.postgres = postgres;
  }

  /** Starts without telling anybody about the steps. */
  public static Backends start(BackendsSettings settings) {
    return start(settings, step -> {}, failure -> {});
  }

  /**
   * Starts both servers and returns when both are ready.
   *
   * @param steps is told in words what was done
   * @param lost is told when the database ended later and could not be started again
   * @throws BackendsException when one of them cannot run; the other is then stopped
   */
  public static Backends start(
      BackendsSettings wanted, Consumer<String> steps, Consumer<BackendsException> lost) {
    DataFolder folder = DataFolder.open(wanted.folder());
    BackendsSettings settings = wanted.withFolder(folder.path());
    BackendsFile.remove(folder.path());
    try (ExecutorService starters = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture<EmbeddedPostgres> postgres =
          CompletableFuture.supplyAsync(
              () -> EmbeddedPostgres.start(settings.postgres(), steps), starters);
      CompletableFuture<EmbeddedBroker> broker =
          CompletableFuture.supplyAsync(
              () -> EmbeddedBroker.start(settings.broker(), steps), starters);
      try {
        CompletableFuture.allOf(postgres, broker).join();
      } catch (CompletionException e) {
        close(postgres);
        close(broker);
        throw e.getCause() instanceof RuntimeException reason ? reason : e;
      }
      return new Backends(
          folder,
          broker.join(),
          PostgresKeeper.keep(
              postgres.join(),
              settings.postgres(),
              steps,
              announcing(folder, broker.join()),
              lost));
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /** The value of {@code bootstrap.servers} for Kafka clients. */
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  /** The database as it runs now; a later call may answer with its successor. */
  public EmbeddedPostgres postgres() {
    return postgres.current();
  }

  public Path folder() {
    return folder.path();
  }

  /** Stops both cleanly and leaves the folder to the next. */
  @Override
  public void close() {
    BackendsFile.remove(folder.path());
    try {
      postgres.close();
    } finally {
      broker.close();
      folder.close();
    }
  }

  private static Consumer<EmbeddedPostgres> announcing(DataFolder folder, EmbeddedBroker broker) {
    return postgres -> BackendsFile.of(broker, postgres).write(folder.path());
  }

  private static void close(CompletableFuture<? extends AutoCloseable> server) {
    server.handle(
        (started, failure) -> {
          if (started instanceof EmbeddedBroker broker) {
            broker.close();
          } else if (started instanceof EmbeddedPostgres postgres) {
            postgres.close();
          }
          return null;
        });
  }
}
