package dev.assent.backends;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A real PostgreSQL as a child process of this JVM, on 127.0.0.1, with one database and one user.
 *
 * <p>{@link #start} returns when the database takes connections. With {@link Durability#DISK} a
 * commit that was acknowledged survives a power cut. When this JVM is killed, the server lives on
 * as an orphan; the next start in the same folder stops it before it starts its own, on whichever
 * port.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final String DATABASE = "assent";

  private final PostgresCluster cluster;
  private final PostgresServer server;

  private EmbeddedPostgres(PostgresCluster cluster, PostgresServer server) {
    this.cluster = cluster;
    this.server = server;
  }

  /** Starts without telling anybody about the steps. */
  public static EmbeddedPostgres start(PostgresSettings settings) {
    return start(settings, step -> {});
  }

  /**
   * Starts the server, making its data folder first if that is new.
   *
   * @param steps is told in words what was done
   * @throws BackendsException when the port is taken, or the folder is damaged or of another
   *     version
   */
  public static EmbeddedPostgres start(PostgresSettings settings, Consumer<String> steps) {
    return start(settings, steps, Unprivileged.choose());
  }

  static EmbeddedPostgres start(
      PostgresSettings settings, Consumer<String> steps, Unprivileged runner) {
    long began = System.nanoTime();
    Path folder = settings.folder().toAbsolutePath();
    PostgresBinaries binaries = PostgresBinaries.unpackedIn(settings.cache(), steps);
    if (!runner.works(binaries.program("postgres").toString(), "--version")) {
      binaries = PostgresBinaries.unpackedIn(folder.resolve("programs"), steps);
    }
    PostgresCluster cluster = new PostgresCluster(folder, binaries, runner);
    cluster.prepare(steps);
    PostgresServer server =
        PostgresServer.start(cluster, settings.port(), settings.durability(), steps);
    EmbeddedPostgres postgres = new EmbeddedPostgres(cluster, server);
    try {
      postgres.createDatabase();
    } catch (SQLException e) {
      postgres.close();
      throw new BackendsException(
          "PostgreSQL started in %s, but refuses us: %s".formatted(folder, e.getMessage()), e);
    }
    steps.accept(
        "PostgreSQL: ready on 127.0.0.1:%d after %s".formatted(server.port(), Steps.since(began)));
    return postgres;
  }

  public int port() {
    return server.port();
  }

  /** The server's process number, which changes with every start. */
  public long pid() {
    return server.pid();
  }

  public String jdbcUrl() {
    return url(DATABASE);
  }

  public String user() {
    return PostgresCluster.USER;
  }

  public String password() {
    return cluster.password();
  }

  /** Where the password is kept: one line, readable by its owner only. */
  public Path passwordFile() {
    return cluster.passwordFile();
  }

  /** A new connection to the database, which the caller closes. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl(), user(), password());
  }

  /** Completes when the server process has ended, for whatever reason. */
  public CompletableFuture<?> onExit() {
    return server.onExit();
  }

  /**
   * Stops the server, ending its sessions: what is committed stays. Does nothing the second time.
   */
  @Override
  public void close() {
    server.close();
  }

  private void createDatabase() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url("postgres"), user(), password());
        Statement statement = connection.createStatement()) {
      try (ResultSet found =
          statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
        if (found.next()) {
          return;
        }
      }
      statement.executeUpdate("create database " + DATABASE);
    }
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database;
  }
}
