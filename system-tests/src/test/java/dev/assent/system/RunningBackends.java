package dev.assent.system;

import dev.assent.backends.BackendsFile;
import dev.assent.testbackends.BackendsKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Broker and database of an installation, always on the same ports. Its folder says how to reach
 * them, as it does for everybody.
 */
abstract class RunningBackends implements AutoCloseable {

  private final Path folder;

  RunningBackends(Path folder) {
    this.folder = folder;
  }

  /** Starts both, of the kind that is chosen. */
  static RunningBackends start(Path folder) {
    return switch (BackendsKind.chosen()) {
      case EMBEDDED -> new BackendsJvm(folder);
      case TESTCONTAINERS -> new BackendsInContainers(folder);
    };
  }

  /** Kills both at once, without a chance to write anything. */
  abstract void kill();

  abstract void startAgain();

  /** The broker stands still until it is resumed; its connections stay open. */
  abstract void pauseBroker();

  abstract void resumeBroker();

  /** Kills the database, and returns when it is there again. */
  abstract void killDatabase();

  @Override
  public abstract void close();

  /** How to reach what runs at present. */
  final BackendsFile file() {
    try {
      return BackendsFile.read(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  final String kafka() {
    return file().kafkaBootstrapServers();
  }

  final int postgresPort() {
    return file().postgresPort();
  }

  final String password() {
    try {
      return Files.readString(Path.of(file().postgresPasswordFile())).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same in each of their lives. */
  final BackendAddresses addresses() {
    BackendsFile file = file();
    return new BackendAddresses(kafka(), file.postgresJdbcUrl(), file.postgresUser(), password());
  }

  final Connection database() throws SQLException {
    return DriverManager.getConnection(file().postgresJdbcUrl(), file().postgresUser(), password());
  }
}
