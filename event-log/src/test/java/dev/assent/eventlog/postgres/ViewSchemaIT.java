package dev.assent.eventlog.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assent.testbackends.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewSchemaIT {

  private static final String DEFINITION = "create table notes.note (text text)";

  private static TestPostgres server;
  private static DataSource database;

  @BeforeAll
  static void start(@TempDir Path folder) {
    server = TestPostgres.start(folder);
    database = server.dataSource();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void drop() throws SQLException {
    execute("drop schema if exists notes cascade");
  }

  @Test
  void shouldKeepAViewOfTheSameDefinition() throws SQLException {
    // given
    OpenView first = ViewSchema.open(database, "notes", DEFINITION);
    move(first, Map.of(0, 7L));

    // when
    OpenView second = ViewSchema.open(database, "notes", DEFINITION);

    // then
    assertThat(second.life()).isEqualTo(first.life());
    assertThat(read(second, 0)).isEqualTo(7);
    assertThat(read(second, 1)).isZero();
  }

  @Test
  void shouldMakeAViewOfAnotherDefinitionAnew() throws SQLException {
    // given
    OpenView first = ViewSchema.open(database, "notes", DEFINITION);
    move(first, Map.of(0, 7L));

    // when
    OpenView second = ViewSchema.open(database, "notes", DEFINITION + " -- and more");

    // then
    assertThat(second.life()).isNotEqualTo(first.life());
    assertThat(read(second, 0)).isZero();
  }

  @Test
  void shouldLetNobodyMoveThePositionOfAViewThatWasMadeAnew() throws SQLException {
    // given
    OpenView first = ViewSchema.open(database, "notes", DEFINITION);
    move(first, Map.of(0, 7L));
    execute("drop schema notes cascade");

    // when
    OpenView second = ViewSchema.open(database, "notes", DEFINITION);

    // then
    assertReplaced(() -> move(first, Map.of(0, 8L)));
    assertReplaced(() -> exchange(first, 7, 8));
    assertReplaced(() -> exchange(first, 0, 8));
    assertReplaced(() -> read(first, 0));
    assertThat(read(second, 0)).isZero();
    assertThat(exchange(second, 0, 5)).isTrue();
    assertThat(exchange(second, 0, 6)).isFalse();
    assertThat(read(second, 0)).isEqualTo(5);
  }

  @Test
  void shouldMoveAPositionForwardAndNeverBack() throws SQLException {
    // given
    OpenView view = ViewSchema.open(database, "notes", DEFINITION);
    move(view, Map.of(0, 7L, 1, 3L));

    // when
    move(view, Map.of(0, 6L, 1, 4L));

    // then
    assertThat(read(view, 0)).isEqualTo(7);
    assertThat(read(view, 1)).isEqualTo(4);
  }

  private static void assertReplaced(ThrowingCallable call) {
    assertThatExceptionOfType(ViewReplacedException.class)
        .isThrownBy(call)
        .withMessageContaining("the view notes");
  }

  private static void move(OpenView view, Map<Integer, Long> next) throws SQLException {
    try (Connection connection = database.getConnection()) {
      new Positions(view).advance(connection, next);
    }
  }

  private static boolean exchange(OpenView view, long expected, long next) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return new Positions(view).exchange(connection, 0, expected, next);
    }
  }

  private static long read(OpenView view, int partition) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return new Positions(view).read(connection, partition);
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
