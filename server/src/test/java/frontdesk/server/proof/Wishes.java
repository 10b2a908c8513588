package frontdesk.server.proof;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/// What customers of the meetings agent say.
final class Wishes {
  static final String BOOK = "book a meeting";
  static final String LIST = "list my meetings";
  static final String MOVE = "move my meeting";
  static final String CANCEL = "cancel my meeting";
  static final String FORGET = "forget about it";
  static final List<String> YES = List.of("yes", "Yes, please", "ok", "sure", "YES!");
  static final String NO = "no";

  /// Everybody wants the same few.
  static final List<Slot> POPULAR =
      List.of(
          new Slot("2026-01-05", "10:00"),
          new Slot("2026-01-05", "10:00"),
          new Slot("2026-01-05", "14:00"));

  static final List<Slot> OTHERS =
      List.of(
          new Slot("2026-01-05", "10:30"),
          new Slot("2026-01-06", "10:00"),
          new Slot("2026-01-06", "15:00"),
          new Slot("2026-01-07", "11:00"));

  private Wishes() {}

  /// A day and a time as they say it.
  record Slot(String date, String time) {
    String said() {
      return "on " + date + " at " + time;
    }

    Instant start() {
      return LocalDateTime.parse(date + "T" + time).toInstant(ZoneOffset.UTC);
    }

    /// As it is told.
    String written() {
      return Deed.written(start());
    }
  }

  static String name(char letter) {
    return Marks.word(letter, 2) + " Bird";
  }

  static String email(char letter) {
    return Marks.word(letter, 3) + "@example.com";
  }
}
