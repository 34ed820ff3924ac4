package dev.assent.backends;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;

/**
 * The second JVM of a standalone Assent: broker and database, and nothing else, so that the
 * services can be restarted without them.
 *
 * <p>{@code BackendsMain --data DIR [--kafka-port N] [--postgres-port N]} prints a line for each
 * step and stops both servers cleanly on SIGTERM. It ends with 1 and one sentence when it cannot
 * run, and with 2 when it is called wrongly.
 */
public final class BackendsMain {
  private static final String USAGE =
      "Usage: BackendsMain --data DIR [--kafka-port N] [--postgres-port N]";
  private static final int CANNOT_RUN = 1;
  private static final int CALLED_WRONGLY = 2;

  /** Held here, because a logger that nobody holds forgets its level. */
  private static final List<Logger> ROUTINE =
      List.of(
          Logger.getLogger("org.apache.kafka.controller.QuorumController"),
          Logger.getLogger("org.apache.kafka.clients.NetworkClient"));

  private BackendsMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    BackendsSettings settings;
    try {
      settings = parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + USAGE);
      System.exit(CALLED_WRONGLY);
      return;
    }
    run(settings, System.out);
  }

  private static void run(BackendsSettings settings, PrintStream out) throws InterruptedException {
    quiet();
    Exit.setHaltProcedure((code, message) -> haltWith(code, message));
    Exit.setExitProcedure((code, message) -> haltWith(code, message));
    long began = System.nanoTime();
    CompletableFuture<Backends> running = new CompletableFuture<>();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running, out), "stop"));
    try {
      running.complete(Backends.start(settings, out::println, BackendsMain::fail));
    } catch (BackendsException e) {
      running.completeExceptionally(e);
      fail(e);
    } catch (RuntimeException e) {
      running.completeExceptionally(e);
      throw e;
    }
    out.println("Backends: ready after " + Steps.since(began));
    new CountDownLatch(1).await();
  }

  /** Runs when the JVM is asked to end, which may be before the servers are up. */
  private static void stop(CompletableFuture<Backends> running, PrintStream out) {
    try {
      Backends backends = running.join();
      out.println("Backends: stopping");
      backends.close();
      out.println("Backends: stopped");
    } catch (CompletionException e) {
      out.println("Backends: not running");
    }
  }

  private static void fail(BackendsException failure) {
    System.err.println(failure.getMessage());
    System.exit(CANNOT_RUN);
  }

  /**
   * The broker gives up, for instance because its disk is full: the database is left to the next
   * start.
   */
  private static void haltWith(int code, @Nullable String message) {
    System.err.println(
        "Kafka gave up: %s. The lines above say why."
            .formatted(message == null ? "exit " + code : message));
    Runtime.getRuntime().halt(code == 0 ? CANNOT_RUN : code);
  }

  /**
   * One line a warning on stderr, without the two that every start and stop of a single node
   * brings.
   */
  private static void quiet() {
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT %4$s %3$s: %5$s%6$s%n");
    ROUTINE.forEach(logger -> logger.setLevel(Level.SEVERE));
  }

  static BackendsSettings parse(String... arguments) {
    Path folder = null;
    int kafka = 0;
    int postgres = 0;
    for (int i = 0; i < arguments.length; i += 2) {
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(arguments[i] + " needs a value.");
      }
      String value = arguments[i + 1];
      switch (arguments[i]) {
        case "--data" -> folder = Path.of(value);
        case "--kafka-port" -> kafka = port(arguments[i], value);
        case "--postgres-port" -> postgres = port(arguments[i], value);
        default -> throw new IllegalArgumentException("Unknown option " + arguments[i] + ".");
      }
    }
    if (folder == null) {
      throw new IllegalArgumentException("--data is missing.");
    }
    return BackendsSettings.in(folder).withPorts(kafka, postgres);
  }

  private static int port(String option, String value) {
    try {
      int port = Integer.parseInt(value);
      if (port >= 0 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // the sentence below says it
    }
    throw new IllegalArgumentException(option + " needs a port, not \"" + value + "\".");
  }
}
