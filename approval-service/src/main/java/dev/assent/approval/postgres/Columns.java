package dev.assent.approval.postgres;

import dev.assent.contract.json.ContractJson;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists of values as the array parameters of one statement. */
final class Columns<T> {

  /** The last instant that PostgreSQL reads in this form. */
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private final List<T> rows;
  private final List<Parameter> parameters = new ArrayList<>();

  private record Parameter(String type, @Nullable Object[] values) {}

  Columns(List<T> rows) {
    this.rows = rows;
  }

  Columns<T> add(String type, Function<T, @Nullable Object> value) {
    @Nullable Object[] values = new Object[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.apply(rows.get(i));
    }
    parameters.add(new Parameter(type, values));
    return this;
  }

  void execute(Connection db, String sql) throws SQLException {
    try (PreparedStatement statement = db.prepareStatement(sql)) {
      List<Array> arrays = new ArrayList<>();
      for (Parameter parameter : parameters) {
        Array array = db.createArrayOf(parameter.type(), parameter.values());
        arrays.add(array);
        statement.setArray(arrays.size(), array);
      }
      statement.executeUpdate();
    }
  }

  /**
   * PostgreSQL stores no NUL and no half of a character; one poisoned text must not stop a loop.
   */
  static @Nullable String text(@Nullable String value) {
    if (value == null || value.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c))) {
      return value;
    }
    // Encoding turns lone surrogates into question marks and keeps pairs.
    byte[] utf8 = value.replace('\u0000', '\uFFFD').getBytes(StandardCharsets.UTF_8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  static @Nullable String json(@Nullable Object value) {
    return value == null
        ? null
        : text(new String(ContractJson.write(value), StandardCharsets.UTF_8));
  }

  static @Nullable String time(@Nullable Instant at) {
    return at == null ? null : (at.isAfter(LATEST) ? LATEST : at).toString();
  }
}
