package dev.assent.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.approval.kafka.ApprovalView;
import dev.assent.eventlog.view.ViewDefinition;
import dev.assent.intake.config.IntakeView;
import dev.assent.notifier.config.NotifierView;
import dev.assent.timer.config.TimerView;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The databases are views: dropped, they come back from the log, row for row. */
class RebuildViewsIT {

  private static final List<ViewDefinition> VIEWS =
      List.of(
          IntakeView.DEFINITION,
          ApprovalView.DEFINITION,
          TimerView.DEFINITION,
          NotifierView.DEFINITION);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void shouldGiveTheSameRowsBack(@TempDir Path folder) throws Exception {
    try (Installation assent = Installation.start(folder)) {
      // given
      Api agent = assent.agent();
      for (int i = 0; i < 5; i++) {
        String id = agent.post("/v1/intents", Cases.addIndex()).intentId();
        if (i > 0) {
          Eventually.is(PATIENCE, () -> agent.eventTypes(id).contains("intent.escalated"));
          String decision = i % 2 == 0 ? "approve" : "reject";
          assent
              .person("bo")
              .post("/v1/approvals/" + id + "/decision", Map.of("decision", decision));
        }
      }
      String waiting = agent.post("/v1/intents", Cases.quiet()).intentId();
      agent.awaitStatus(waiting, "WAITING", PATIENCE);
      Map<String, List<String>> before = settled(assent);
      assent.stopApp();

      // when
      try (Connection db = assent.database();
          var statement = db.createStatement()) {
        for (ViewDefinition view : VIEWS) {
          statement.execute("drop schema " + view.schema() + " cascade");
        }
      }
      assent.startAppAgain();

      // then
      Map<String, List<String>> after = settled(assent);
      assertThat(after.keySet()).isEqualTo(before.keySet());
      before.forEach((table, rows) -> assertThat(after.get(table)).as(table).isEqualTo(rows));
      assertThat(before.values())
          .as("all tables")
          .anySatisfy(rows -> assertThat(rows).isNotEmpty());
      assertThat(Audit.of(assent).flaws()).isEmpty();
    }
  }

  /** All rows, once every notice is told and two readings in a row are equal. */
  private static Map<String, List<String>> settled(Installation assent) {
    List<Map<String, List<String>>> seen = new ArrayList<>();
    return Eventually.get(
        PATIENCE,
        () -> {
          if (untold(assent) > 0) {
            seen.clear();
            return null;
          }
          seen.add(rows(assent));
          int n = seen.size();
          return n > 50 && seen.get(n - 1).equals(seen.get(n - 50)) ? seen.get(n - 1) : null;
        });
  }

  private static long untold(Installation assent) {
    try (Connection db = assent.database();
        var statement = db.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from notifier.deliveries where state = 'PENDING'")) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      // Right after a drop the table is not there yet.
      return 1;
    }
  }

  private static Map<String, List<String>> rows(Installation assent) {
    Map<String, List<String>> rows = new TreeMap<>();
    try (Connection db = assent.database()) {
      for (ViewDefinition view : VIEWS) {
        for (String table : tables(db, view)) {
          rows.put(view.schema() + "." + table, rows(db, view, table));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> tables(Connection db, ViewDefinition view) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (var select =
        db.prepareStatement(
            "select table_name from information_schema.tables where table_schema = ?"
                + " and table_name not in ('view_position', 'view_definition') order by 1")) {
      select.setString(1, view.schema());
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          tables.add(found.getString(1));
        }
      }
    }
    return tables;
  }

  /** Of columns that the service writes ahead of the log, only what the log decides. */
  private static List<String> rows(Connection db, ViewDefinition view, String table)
      throws SQLException {
    List<String> columns = new ArrayList<>();
    for (String name : columns(db, view, table)) {
      String full = table + "." + name;
      if (!view.ofOneLife().contains(full)) {
        String quoted = '"' + name + '"';
        columns.add(view.ahead().getOrDefault(full, quoted) + " as " + quoted);
      }
    }
    List<String> rows = new ArrayList<>();
    try (var statement = db.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select to_json(r) from (select %s from %s.%s) r"
                    .formatted(String.join(", ", columns), view.schema(), table))) {
      while (found.next()) {
        rows.add(found.getString(1));
      }
    }
    rows.sort(null);
    return rows;
  }

  private static List<String> columns(Connection db, ViewDefinition view, String table)
      throws SQLException {
    List<String> columns = new ArrayList<>();
    try (ResultSet found = db.getMetaData().getColumns(null, view.schema(), table, null)) {
      while (found.next()) {
        columns.add(found.getString("COLUMN_NAME"));
      }
    }
    return columns;
  }
}
