package dev.assent.auditor.view;

import dev.assent.auditor.Findings;
import dev.assent.auditor.view.TableShape.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A table as it is beside the same table as the log gives it. */
final class TableComparison {

  private final TableShape table;
  private final Connection live;
  private final Connection rebuilt;
  private final AuditedView.Excuse excuse;
  private final Findings findings;

  TableComparison(
      TableShape table,
      Connection live,
      Connection rebuilt,
      AuditedView.Excuse excuse,
      Findings findings) {
    this.table = table;
    this.live = live;
    this.rebuilt = rebuilt;
    this.excuse = excuse;
    this.findings = findings;
  }

  void run() throws SQLException {
    try (RowDigests is = new RowDigests(live, table);
        RowDigests should = new RowDigests(rebuilt, table)) {
      RowDigests.Row left = is.peek();
      RowDigests.Row right = should.peek();
      while (left != null || right != null) {
        int order = left == null ? 1 : right == null ? -1 : left.compareKey(right);
        if (order < 0 && left != null) {
          flaw(left.key(), "no such row", "one");
        } else if (order > 0 && right != null) {
          flaw(right.key(), "a row", "none");
        } else if (left != null && right != null && !left.digest().equals(right.digest())) {
          changed(left.key());
        }
        if (order <= 0) {
          findings.count("rows", 1);
          is.advance();
        }
        if (order >= 0) {
          should.advance();
        }
        left = is.peek();
        right = should.peek();
      }
    }
  }

  private void changed(String key) throws SQLException {
    List<@Nullable String> is = row(live, key);
    List<@Nullable String> should = row(rebuilt, key);
    List<String> expected = new ArrayList<>();
    List<String> found = new ArrayList<>();
    boolean excused = true;
    for (int i = 0; i < table.columns().size(); i++) {
      Column column = table.columns().get(i);
      if (!Objects.equals(is.get(i), should.get(i))) {
        excused &= column.ahead() && should.get(i) == null;
        expected.add(
            column.isTold() ? column.name() + "=" + should.get(i) : column.name() + " by the log");
        found.add(column.isTold() ? column.name() + "=" + is.get(i) : "another " + column.name());
      }
    }
    if (excused && excuse.covers(table.table(), key)) {
      findings.count("rows just ahead of the log", 1);
    } else {
      flaw(key, String.join(", ", expected), String.join(", ", found));
    }
  }

  private List<@Nullable String> row(Connection db, String key) throws SQLException {
    try (PreparedStatement select = db.prepareStatement(table.row())) {
      select.setString(1, key);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 1; i <= table.columns().size(); i++) {
          values.add(row.getString(i));
        }
        return values;
      }
    }
  }

  private void flaw(String key, String expected, String found) {
    findings.flaw(table.name() + " " + key, null, expected, found);
  }
}
