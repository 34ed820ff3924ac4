package dev.assent.eventlog.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The schema of a view. It is never migrated: when its definition changed it is dropped and made
 * anew, and its rows come back from the log.
 */
public final class ViewSchema {

  private static final Logger LOG = LoggerFactory.getLogger(ViewSchema.class);

  /** What every view has besides its own tables. */
  private static final String FRAME =
      """
      drop schema if exists %1$s cascade;
      create schema %1$s;
      create table %1$s.view_definition (
        life uuid primary key default gen_random_uuid(), digest text not null);
      create table %1$s.view_position (partition int primary key, next_offset bigint not null);
      """;

  private ViewSchema() {}

  /**
   * Makes the schema as {@code db/<schema>.sql} defines it, if it is not there.
   *
   * @param beside a class of the jar that the file is in
   * @throws IllegalStateException if the database refuses
   */
  public static OpenView open(DataSource database, String schema, Class<?> beside) {
    String file = "/db/" + schema + ".sql";
    try (InputStream sql = beside.getResourceAsStream(file)) {
      if (sql == null) {
        throw new IllegalStateException(file + " is not in the jar of " + beside.getName());
      }
      return open(database, schema, new String(sql.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }

  /**
   * Makes the schema with exactly this definition, if it is not there.
   *
   * @param definition SQL that makes its tables
   * @throws IllegalStateException if the database refuses
   */
  public static OpenView open(DataSource database, String schema, String definition) {
    String digest = sha256(FRAME + definition);
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      lock(connection, schema);
      String found = digestOf(connection, schema);
      if (!digest.equals(found)) {
        LOG.info(
            "schema {}: {}",
            schema,
            found == null
                ? "made, filled from the log"
                : "definition changed, rebuilt from the log");
        make(connection, schema, definition, digest);
      }
      UUID life = lifeOf(connection, schema);
      connection.commit();
      return new OpenView(database, schema, life);
    } catch (SQLException e) {
      throw new IllegalStateException(
          "Expected to make the schema " + schema + ", but the database says: " + e.getMessage(),
          e);
    }
  }

  /** Two instances that start at once take turns. */
  private static void lock(Connection connection, String schema) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("select pg_advisory_xact_lock(hashtext(?))")) {
      lock.setString(1, "assent-schema-" + schema);
      lock.execute();
    }
  }

  private static @Nullable String digestOf(Connection connection, String schema)
      throws SQLException {
    try (PreparedStatement exists =
        connection.prepareStatement("select to_regclass(?) is not null")) {
      exists.setString(1, schema + ".view_definition");
      try (ResultSet row = exists.executeQuery()) {
        row.next();
        if (!row.getBoolean(1)) {
          return null;
        }
      }
    }
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery("select digest from " + schema + ".view_definition")) {
      return row.next() ? row.getString(1) : null;
    }
  }

  private static UUID lifeOf(Connection connection, String schema) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery("select life from " + schema + ".view_definition")) {
      row.next();
      return row.getObject(1, UUID.class);
    }
  }

  private static void make(Connection connection, String schema, String definition, String digest)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(FRAME.formatted(schema));
      statement.execute(definition);
      statement.execute(
          "insert into %s.view_definition (digest) values ('%s')".formatted(schema, digest));
    }
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
