package dev.assent.testbackends;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** A database server that, like its embedded sister, keeps what a killed process had written. */
final class PostgresContainer extends LastingContainer {

  private static final int INNER_PORT = 5432;
  private static final String NAME = "assent";
  private static final long PAUSE_NANOS = 50_000_000;

  private final String password = UUID.randomUUID().toString();

  private PostgresContainer() {
    super(Docker.image(Docker.Images.POSTGRES), INNER_PORT);
    withEnv("POSTGRES_USER", NAME);
    withEnv("POSTGRES_DB", NAME);
    withEnv("POSTGRES_PASSWORD", password);
    withCommand("postgres", "-c", "fsync=off", "-c", "timezone=UTC", "-c", "jit=off");
  }

  static PostgresContainer create() {
    return new PostgresContainer();
  }

  String jdbcUrl() {
    return "jdbc:postgresql://" + Docker.host() + ":" + port() + "/" + NAME;
  }

  String user() {
    return NAME;
  }

  String password() {
    return password;
  }

  @Override
  void awaitReady() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try (Connection connection = DriverManager.getConnection(jdbcUrl(), NAME, password)) {
        connection.isValid(1);
        return;
      } catch (SQLException e) {
        if (System.nanoTime() > end) {
          throw notReady("a connection", e);
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }
}
