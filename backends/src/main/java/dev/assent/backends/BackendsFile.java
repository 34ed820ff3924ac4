package dev.assent.backends;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What {@code backends.json} says: how to reach the servers of this folder. It is there exactly
 * while they are ready, and is replaced in one step. After a kill a stale one stays; its {@code
 * pid} tells.
 *
 * @param pid the JVM that holds the broker and the database
 * @param postgresPasswordFile holds the password, which is not repeated here
 */
@JsonPropertyOrder({
  "pid",
  "kafkaPort",
  "kafkaBootstrapServers",
  "postgresPort",
  "postgresPid",
  "postgresJdbcUrl",
  "postgresUser",
  "postgresPasswordFile"
})
public record BackendsFile(
    long pid,
    int kafkaPort,
    String kafkaBootstrapServers,
    int postgresPort,
    long postgresPid,
    String postgresJdbcUrl,
    String postgresUser,
    String postgresPasswordFile) {

  /** The file's name in the data folder. */
  public static final String NAME = "backends.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  static BackendsFile of(EmbeddedBroker broker, EmbeddedPostgres postgres) {
    return new BackendsFile(
        ProcessHandle.current().pid(),
        broker.port(),
        broker.bootstrapServers(),
        postgres.port(),
        postgres.pid(),
        postgres.jdbcUrl(),
        postgres.user(),
        postgres.passwordFile().toString());
  }

  /** Reads what the running backends of this data folder wrote. */
  public static BackendsFile read(Path folder) throws IOException {
    return JSON.readValue(folder.resolve(NAME).toFile(), BackendsFile.class);
  }

  /** Replaces the file of this data folder. */
  public void write(Path folder) {
    Path file = folder.resolve(NAME);
    try {
      Path fresh = folder.resolve(NAME + ".new");
      JSON.writeValue(fresh.toFile(), this);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new BackendsException("Cannot write %s: %s.".formatted(file, e), e);
    }
  }

  static void remove(Path folder) {
    try {
      Files.deleteIfExists(folder.resolve(NAME));
    } catch (IOException e) {
      throw new BackendsException(
          "Cannot remove the old %s in %s: %s.".formatted(NAME, folder, e), e);
    }
  }
}
