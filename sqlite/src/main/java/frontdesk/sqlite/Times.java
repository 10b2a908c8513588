package frontdesk.sqlite;

import frontdesk.store.Fences;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Moments as SQLite keeps them: microseconds since 1970.
final class Times {
  private Times() {}

  static long micros(Instant moment) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Fences.kept(moment));
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  static Optional<Instant> optional(ResultSet row, int column) throws SQLException {
    long micros = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(instant(micros));
  }
}
