package dev.assent.auditor.view;

import dev.assent.eventlog.view.ViewDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A table, as far as it follows from the log.
 *
 * @param name with its schema
 * @param key the columns that name a row
 */
record TableShape(String schema, String table, List<Column> columns, List<String> key) {

  private static final Set<String> OUR_OWN = Set.of("view_position", "view_definition");

  /** Numbers and moments may be told; what strangers wrote stays where it is. */
  private static final Set<String> TOLD =
      Set.of("bigint", "integer", "boolean", "uuid", "timestamp with time zone");

  /**
   * A column.
   *
   * @param expression what of it follows from the log, in SQL
   * @param ahead whether it may say more than the log does
   */
  record Column(String name, String expression, boolean isTold, boolean ahead) {}

  /** The tables of a view, read off the schema that was just made. */
  static List<TableShape> of(Connection db, ViewDefinition view) throws SQLException {
    List<String> tables = new ArrayList<>();
    LiveViews.query(
        db,
        "select table_name from information_schema.tables where table_schema = '"
            + view.schema()
            + "' order by 1",
        row -> tables.add(row.getString(1)));
    tables.removeAll(OUR_OWN);
    List<TableShape> shapes = new ArrayList<>();
    for (String table : tables) {
      shapes.add(
          new TableShape(view.schema(), table, columns(db, view, table), key(db, view, table)));
    }
    return shapes;
  }

  private static List<Column> columns(Connection db, ViewDefinition view, String table)
      throws SQLException {
    List<Column> columns = new ArrayList<>();
    LiveViews.query(
        db,
        "select column_name, data_type from information_schema.columns where table_schema = '"
            + view.schema()
            + "' and table_name = '"
            + table
            + "' order by ordinal_position",
        row -> {
          String name = row.getString(1);
          String full = table + "." + name;
          if (!view.ofOneLife().contains(full)) {
            columns.add(
                new Column(
                    name,
                    view.ahead().getOrDefault(full, quoted(name)),
                    TOLD.contains(row.getString(2)),
                    view.ahead().containsKey(full)));
          }
        });
    return columns;
  }

  /** The primary key, or another one if that is no matter of the log. */
  private static List<String> key(Connection db, ViewDefinition view, String table)
      throws SQLException {
    List<List<String>> keys = new ArrayList<>();
    LiveViews.query(
        db,
        """
        select array(select a.attname::text from unnest(i.indkey::int[]) with ordinality k(n, place)
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.n order by k.place)
        from pg_index i
        where i.indrelid = '%s.%s'::regclass and i.indisunique and i.indpred is null
          and i.indexprs is null
        order by i.indisprimary desc"""
            .formatted(view.schema(), table),
        row -> keys.add(Arrays.asList((String[]) row.getArray(1).getArray())));
    return keys.stream()
        .filter(key -> key.stream().noneMatch(c -> view.ofOneLife().contains(table + "." + c)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no unique key of " + view.schema() + "." + table + " follows from the log"));
  }

  String name() {
    return schema + "." + table;
  }

  /** Each row's key as people read it, and a digest of what follows from the log; by key. */
  String digests() {
    return "select "
        + keyText()
        + ", encode(sha256(convert_to(row("
        + String.join(", ", columns.stream().map(Column::expression).toList())
        + ")::text, 'UTF8')), 'hex') from "
        + name()
        + " order by "
        + keyText()
        + " collate \"C\"";
  }

  /** The row with a key that is the parameter, column by column. */
  String row() {
    return "select "
        + String.join(
            ", ", columns.stream().map(column -> "(" + column.expression() + ")::text").toList())
        + " from "
        + name()
        + " where "
        + keyText()
        + " = ?";
  }

  private String keyText() {
    return "concat_ws(', ', "
        + String.join(
            ", ", key.stream().map(c -> "'" + c + "=' || " + quoted(c) + "::text").toList())
        + ")";
  }

  private static String quoted(String name) {
    return "\"" + name + "\"";
  }
}
