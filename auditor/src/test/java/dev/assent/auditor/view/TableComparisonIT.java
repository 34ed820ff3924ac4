package dev.assent.auditor.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assent.auditor.CheckReport;
import dev.assent.auditor.Finding;
import dev.assent.auditor.Findings;
import dev.assent.eventlog.view.ViewDefinition;
import dev.assent.testbackends.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class TableComparisonIT {

  private static final ViewDefinition VIEW =
      new ViewDefinition(
          "sample",
          TableComparisonIT.class,
          Set.of("things.arrival"),
          Map.of("things.state", "case when state = 'DONE' then state end"));

  private static final String SCHEMA =
      """
      create schema sample;
      create table sample.things (
        arrival bigint primary key, name text not null unique, amount bigint, state text, note text)
      """;

  @TempDir static Path folder;
  private static TestPostgres server;
  private static PGSimpleDataSource audited;

  private ScratchDatabase scratch;
  private Connection live;
  private Connection rebuilt;

  @BeforeAll
  static void start() {
    server = TestPostgres.start(folder);
    audited = server.dataSource();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void makeTables() throws SQLException {
    scratch = ScratchDatabase.beside(audited);
    live = audited.getConnection();
    rebuilt = scratch.source().getConnection();
    execute(live, "drop schema if exists sample cascade;" + SCHEMA);
    execute(rebuilt, SCHEMA);
    for (Connection db : List.of(live, rebuilt)) {
      execute(
          db,
          """
          insert into sample.things values
            (1, 'a', 1, 'OPEN', 'x'), (2, 'Z', 2, 'DONE', null), (3, 'ä', 3, 'OPEN', ''),
            (4, U&'\\+01D11E', 4, 'OPEN', 'x'), (5, U&'\\FF61', 5, 'OPEN', 'x'), (6, 'a b', 6, null, 'x')
          """);
      db.setAutoCommit(false);
    }
  }

  @AfterEach
  void dropTables() throws SQLException {
    live.close();
    rebuilt.close();
    scratch.close();
  }

  @Test
  void shouldFindNothingWhereAllRowsAreEqual() throws SQLException {
    // when
    CheckReport report = compared();

    // then
    assertThat(report.findings()).isEmpty();
    assertThat(report.checked()).containsEntry("rows", 6L);
  }

  @Test
  void shouldFindAChangedRowAndTellNumbersOnly() throws SQLException {
    // given
    execute(live, "update sample.things set amount = 9, note = 'forged' where name = 'ä'");

    // when
    CheckReport report = compared();

    // then
    assertThat(report.findings())
        .extracting(Finding::sentence)
        .containsExactly(
            "sample.things name=ä: expected amount=3, note by the log, but there is amount=9, another note");
  }

  @Test
  void shouldFindAMissingRowAndAStrayOne() throws SQLException {
    // given
    execute(live, "update sample.things set name = 'b' where name = 'Z'");

    // when
    CheckReport report = compared();

    // then
    assertThat(report.findings())
        .extracting(Finding::sentence)
        .containsExactly(
            "sample.things name=Z: expected a row, but there is none",
            "sample.things name=b: expected no such row, but there is one");
  }

  @Test
  void shouldLeaveOutWhatBelongsToOneLife() throws SQLException {
    // given
    execute(live, "update sample.things set arrival = arrival + 100");

    // when
    CheckReport report = compared();

    // then
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void shouldExcuseARowThatIsAheadOfTheLogAndNoOther() throws SQLException {
    // given
    execute(live, "update sample.things set state = 'DONE' where name in ('a', 'a b')");

    // when
    CheckReport report = compared((table, key) -> key.equals("name=a"));

    // then
    assertThat(report.checked()).containsEntry("rows just ahead of the log", 1L);
    assertThat(report.findings())
        .extracting(Finding::place)
        .containsExactly("sample.things name=a b");
  }

  @Test
  void shouldNotExcuseARowThatIsBehindTheLog() throws SQLException {
    // given
    execute(live, "update sample.things set state = 'OPEN' where name = 'Z'");

    // when
    CheckReport report = compared((table, key) -> true);

    // then
    assertThat(report.findings()).hasSize(1);
  }

  @Test
  void shouldLetOnlyOneAuditWriteAtATime() {
    assertThatThrownBy(() -> ScratchDatabase.beside(audited)).hasMessageContaining("Another audit");
  }

  @Test
  void shouldReplaceWhatACrashLeftAndLeaveNothingItself() throws SQLException {
    // given
    scratch.close();
    execute(live, "rollback");
    live.setAutoCommit(true);
    execute(live, "create database assent_audit_of_" + audited.getDatabaseName());

    // when
    scratch = ScratchDatabase.beside(audited);
    scratch.close();

    // then
    try (Statement select = live.createStatement();
        ResultSet row =
            select.executeQuery(
                "select count(*) from pg_database where datname like 'assent_audit%'")) {
      row.next();
      assertThat(row.getInt(1)).isZero();
    }
    scratch = ScratchDatabase.beside(audited);
  }

  private CheckReport compared() throws SQLException {
    return compared((table, key) -> false);
  }

  private CheckReport compared(AuditedView.Excuse excuse) throws SQLException {
    Findings findings = new Findings("views", 10);
    for (TableShape table : TableShape.of(rebuilt, VIEW)) {
      new TableComparison(table, live, rebuilt, excuse, findings).run();
    }
    return findings.report();
  }

  private static void execute(Connection db, String sql) throws SQLException {
    try (Statement statement = db.createStatement()) {
      statement.execute(sql);
    }
  }
}
