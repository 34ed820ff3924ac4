package dev.assent.testbackends;

import dev.assent.backends.Durability;
import dev.assent.backends.EmbeddedPostgres;
import dev.assent.backends.PostgresSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL with one empty database, whose user may make more. */
public record TestPostgres(String jdbcUrl, String user, String password, Runnable end)
    implements AutoCloseable {

  /** Starts one of the kind that is chosen; see {@link TestBackends#start}. */
  public static TestPostgres start(Path folder) {
    return switch (BackendsKind.chosen()) {
      case EMBEDDED -> {
        EmbeddedPostgres embedded =
            EmbeddedPostgres.start(PostgresSettings.in(folder).withDurability(Durability.PROCESS));
        yield of(embedded, embedded::close);
      }
      case TESTCONTAINERS -> {
        PostgresContainer container = PostgresContainer.create();
        container.start();
        yield of(container);
      }
    };
  }

  static TestPostgres of(EmbeddedPostgres embedded, Runnable end) {
    return new TestPostgres(embedded.jdbcUrl(), embedded.user(), embedded.password(), end);
  }

  static TestPostgres of(PostgresContainer container) {
    return new TestPostgres(
        container.jdbcUrl(), container.user(), container.password(), container::close);
  }

  public PGSimpleDataSource dataSource() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(jdbcUrl);
    source.setUser(user);
    source.setPassword(password);
    return source;
  }

  /** A new connection, which the caller closes. */
  public Connection connect() throws SQLException {
    return dataSource().getConnection();
  }

  @Override
  public void close() {
    end.run();
  }

  /** Without the password: what a failed test prints ends up in logs. */
  @Override
  public String toString() {
    return "TestPostgres[jdbcUrl=" + jdbcUrl + "]";
  }
}
