package frontdesk.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One connection, used by one thread at a time. Each text is prepared once: texts are constants,
/// values are always bound.
final class Sql implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private long runs;

  Sql(Connection connection) {
    this.connection = connection;
  }

  /// Reads one row.
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /// Runs a statement; how many rows it changed.
  int run(String sql, @Nullable Object... values) throws SQLException {
    runs++;
    return using(sql, statement -> bound(statement, values).executeUpdate());
  }

  /// Statements that may have written something, so far.
  long runs() {
    return runs;
  }

  <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
    return using(
        sql,
        statement -> {
          try (ResultSet found = bound(statement, values).executeQuery()) {
            var rows = new ArrayList<T>();
            while (found.next()) rows.add(row.read(found));
            return rows;
          }
        });
  }

  <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
    return using(
        sql,
        statement -> {
          try (ResultSet found = bound(statement, values).executeQuery()) {
            return found.next() ? Optional.of(row.read(found)) : Optional.empty();
          }
        });
  }

  long number(String sql, @Nullable Object... values) throws SQLException {
    return first(sql, row -> row.getLong(1), values).orElse(0L);
  }

  /// Runs a script of several statements, which are not kept prepared.
  void script(String sql) throws SQLException {
    runs++;
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private interface Use<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  private <T> T using(String sql, Use<T> use) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    try {
      return use.of(statement);
    } catch (SQLException e) {
      // The driver finalizes a statement that failed: the next use needs a new one.
      prepared.remove(sql);
      throw e;
    }
  }

  private static PreparedStatement bound(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
    return statement;
  }
}
