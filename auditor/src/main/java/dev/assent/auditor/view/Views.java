package dev.assent.auditor.view;

import dev.assent.auditor.Check;
import dev.assent.auditor.Findings;
import dev.assent.auditor.Steps;
import dev.assent.auditor.log.Inputs;
import dev.assent.auditor.log.Log;
import dev.assent.auditor.log.Marks;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.postgres.LoopConnection;
import dev.assent.eventlog.view.ViewDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The views are what the log gives: each is written anew, by the service's own projection and up to
 * where the live one has come, and compared with it row by row.
 */
public final class Views implements Check {

  private static final int FACTS_AT_ONCE = 1_000;

  private final Findings findings;
  private final Log log;
  private final Marks marks;
  private final Inputs inputs;
  private final LiveViews live;
  private final PGSimpleDataSource database;

  public Views(
      Log log, Marks marks, Inputs inputs, LiveViews live, PGSimpleDataSource database, int shown) {
    this.findings = new Findings("views", shown);
    this.log = log;
    this.marks = marks;
    this.inputs = inputs;
    this.live = live;
    this.database = database;
  }

  @Override
  public Findings findings() {
    return findings;
  }

  @Override
  public void look(Steps steps) {
    findings.count("rows", 0);
    findings.count("tables", 0);
    inputs.load(steps);
    try (ScratchDatabase scratch = ScratchDatabase.beside(database)) {
      for (AuditedView view : AuditedView.all(log.topics(), log.partitions(), live, inputs)) {
        look(view, scratch.source(), steps);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the views cannot be compared: " + e.getMessage(), e);
    }
  }

  private void look(AuditedView view, PGSimpleDataSource scratch, Steps steps) throws SQLException {
    String schema = view.definition().schema();
    view.definition().openIn(scratch);
    try (Connection rebuilt = scratch.getConnection()) {
      if (!hasSameDefinition(rebuilt, schema)) {
        findings.flaw(
            schema,
            null,
            "the tables that this version defines",
            "those of another; start this version's services, and they make the view anew");
        return;
      }
      write(view, scratch, steps);
      steps.step("Comparing the view " + schema);
      rebuilt.setAutoCommit(false);
      try (Statement analyze = rebuilt.createStatement()) {
        analyze.execute("analyze");
      }
      for (TableShape table : TableShape.of(rebuilt, view.definition())) {
        findings.count("tables", 1);
        new TableComparison(table, live.connection(), rebuilt, view.excuse(), findings).run();
      }
      drop(rebuilt, view.definition());
    }
  }

  private boolean hasSameDefinition(Connection rebuilt, String schema) throws SQLException {
    List<String> digests = new ArrayList<>();
    String select = "select digest from " + schema + ".view_definition";
    LiveViews.query(rebuilt, select, row -> digests.add(row.getString(1)));
    live.query(select, row -> digests.add(row.getString(1)));
    return digests.size() == 2 && digests.getFirst().equals(digests.getLast());
  }

  private void write(AuditedView view, PGSimpleDataSource scratch, Steps steps) {
    String schema = view.definition().schema();
    String events = log.topics().events();
    try (LoopConnection connection = new LoopConnection(scratch)) {
      for (int p = 0; p < log.partitions(); p++) {
        long position = live.position(schema, p);
        long end = marks.end(events, p);
        if (position > end) {
          findings.flaw(
              schema + ".view_position partition=" + p,
              null,
              "at most " + end + ", where the log ends",
              position + ": the view has seen what the log has not");
        }
        steps.step("Writing the view " + schema + " anew from " + events + "-" + p);
        long seen = Math.min(position, end);
        write(view, connection, p, marks.start(events, p), seen, fact -> true);
        if (view.states() != null) {
          write(view, connection, p, seen, end, new AppliedFacts(live, view.states()));
        }
      }
    }
  }

  private void write(
      AuditedView view,
      LoopConnection connection,
      int partition,
      long from,
      long end,
      Predicate<LogRecord> isApplied) {
    List<LogRecord> facts = new ArrayList<>();
    log.read(
        log.topics().events(),
        partition,
        from,
        end,
        fact -> {
          if (isApplied.test(fact)) {
            facts.add(fact);
          }
          if (facts.size() == FACTS_AT_ONCE) {
            apply(view, connection, partition, facts);
          }
        });
    apply(view, connection, partition, facts);
  }

  private static void apply(
      AuditedView view, LoopConnection connection, int partition, List<LogRecord> facts) {
    if (facts.isEmpty()) {
      return;
    }
    try {
      connection.transaction(
          db -> {
            view.rebuild().apply(db, partition, facts);
            return facts;
          });
    } catch (SQLException e) {
      throw new IllegalStateException("the view cannot be written anew: " + e.getMessage(), e);
    }
    facts.clear();
  }

  /** What one view takes is free before the next is written. */
  private static void drop(Connection db, ViewDefinition view) throws SQLException {
    try (Statement drop = db.createStatement()) {
      drop.execute("drop schema " + view.schema() + " cascade");
    }
    db.commit();
  }
}
