package dev.assent.system;

import dev.assent.backends.BackendsFile;
import dev.assent.testbackends.ContainerBackends;
import dev.assent.testbackends.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Containers, which the folder of the installation names as if they were its own. */
final class BackendsInContainers extends RunningBackends {

  private static final int NO_PROCESS_OF_OURS = 0;

  private final ContainerBackends containers = ContainerBackends.start();

  BackendsInContainers(Path folder) {
    super(folder);
    announceIn(folder);
  }

  private void announceIn(Path folder) {
    TestPostgres database = containers.database();
    try {
      Path password = Files.createDirectories(folder).resolve("container-password");
      Files.writeString(password, database.password());
      new BackendsFile(
              ProcessHandle.current().pid(),
              containers.kafkaPort(),
              containers.bootstrapServers(),
              containers.postgresPort(),
              NO_PROCESS_OF_OURS,
              database.jdbcUrl(),
              database.user(),
              password.toString())
          .write(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  void kill() {
    containers.kill();
  }

  @Override
  void startAgain() {
    containers.startAgain();
  }

  @Override
  void pauseBroker() {
    containers.pauseBroker();
  }

  @Override
  void resumeBroker() {
    containers.resumeBroker();
  }

  @Override
  void killDatabase() {
    containers.killDatabase();
  }

  @Override
  public void close() {
    containers.close();
  }
}
