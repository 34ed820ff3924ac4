package dev.assent.backends;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One run of the server process: started, waited for, stopped; and a predecessor's orphan put to
 * rest before.
 */
final class PostgresServer implements AutoCloseable {
  private static final int STOP_SECONDS = 30;
  private static final long POLL_MILLIS = 10;
  private static final long SHARED_MEMORY_WAIT_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final PostgresCluster cluster;
  private final Process process;
  private final int port;

  private PostgresServer(PostgresCluster cluster, Process process, int port) {
    this.cluster = cluster;
    this.process = process;
    this.port = port;
  }

  static PostgresServer start(
      PostgresCluster cluster, int wantedPort, Durability durability, Consumer<String> steps) {
    stopOrphan(cluster, steps);
    int port = Ports.claim("PostgreSQL", wantedPort);
    Path log = cluster.folder().resolve("start.log");
    long giveUpAt = System.nanoTime() + SHARED_MEMORY_WAIT_NANOS;
    while (true) {
      PostgresServer server =
          new PostgresServer(cluster, launch(cluster, port, durability, log), port);
      if (server.becameReady()) {
        return server;
      }
      String reason = PostgresLog.reason(log, cluster.data().resolve("log"));
      if (!reason.contains("shared memory block") || System.nanoTime() > giveUpAt) {
        throw new BackendsException(
            "PostgreSQL cannot start in %s: %s".formatted(cluster.folder(), reason));
      }
      pause(); // children of a killed server let go of its memory within moments
    }
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  CompletableFuture<Process> onExit() {
    return process.onExit();
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      stop(cluster);
      process.destroyForcibly();
    }
  }

  private static Process launch(
      PostgresCluster cluster, int port, Durability durability, Path log) {
    List<String> words = new ArrayList<>();
    words.add(cluster.binaries().program("postgres").toString());
    words.add("-D");
    words.add(cluster.data().toString());
    for (String setting : PostgresConfiguration.of(port, durability)) {
      words.add("-c");
      words.add(setting);
    }
    try {
      return cluster
          .runner()
          .command(words)
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
    } catch (IOException e) {
      throw new BackendsException("Cannot run PostgreSQL: " + Steps.sentence(e) + ".", e);
    }
  }

  /**
   * Waits as long as the process lives: after a crash it first replays its journal, however long
   * that is.
   */
  private boolean becameReady() {
    while (process.isAlive()) {
      boolean ready =
          PostmasterFile.read(cluster.data())
              .filter(file -> file.pid() == process.pid())
              .map(PostmasterFile::ready)
              .orElse(false);
      if (ready) {
        return true;
      }
      pause();
    }
    return false;
  }

  /**
   * A server whose JVM was killed is stopped, not adopted: it may listen on another port or run
   * with other settings, and this JVM could neither see it end nor read what it says.
   */
  private static void stopOrphan(PostgresCluster cluster, Consumer<String> steps) {
    Optional<PostmasterFile> file = PostmasterFile.read(cluster.data());
    if (file.flatMap(PostmasterFile::process).isPresent()) {
      stop(cluster);
      steps.accept("PostgreSQL: stopped the orphan of a killed run");
    } else if (file.filter(PostmasterFile::misleads).isPresent()) {
      try {
        PostmasterFile.adopt(cluster.data());
      } catch (IOException e) {
        throw new BackendsException(
            "Cannot mend the stale %s: %s.".formatted(PostmasterFile.path(cluster.data()), e), e);
      }
    }
  }

  private static void stop(PostgresCluster cluster) {
    if (!pgCtlStop(cluster, "fast") && !pgCtlStop(cluster, "immediate")) {
      throw new BackendsException(
          "The PostgreSQL that runs in %s does not stop.".formatted(cluster.folder()));
    }
  }

  /** True when no server runs any more, also when it had gone by itself. */
  private static boolean pgCtlStop(PostgresCluster cluster, String mode) {
    boolean stopped =
        cluster
            .runner()
            .works(
                cluster.binaries().program("pg_ctl").toString(),
                "stop",
                "--silent",
                "--wait",
                "--timeout=" + STOP_SECONDS,
                "--mode=" + mode,
                "--pgdata=" + cluster.data());
    return stopped
        || PostmasterFile.read(cluster.data()).flatMap(PostmasterFile::process).isEmpty();
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackendsException("The start of PostgreSQL was interrupted.", e);
    }
  }
}
