package frontdesk.dates;

import java.util.List;

/// The year of a date as written: none, one, or with two digits the one or the other calendar's.
record Years(List<Integer> said, boolean buddhist) {
  private static final int BUDDHIST_AHEAD = 543;
  private static final int BUDDHIST_FROM = 2400;

  static Years unsaid() {
    return new Years(List.of(), false);
  }

  /// Reads digits; a year from 2400 on is of the Buddhist calendar.
  static Years of(String digits) {
    String plain = digits.replace("'", "");
    if (plain.isEmpty()) return unsaid();
    int year = Integer.parseInt(plain);
    if (plain.length() == 2)
      return new Years(List.of(2000 + year, 2500 + year - BUDDHIST_AHEAD), false);
    return year >= BUDDHIST_FROM
        ? new Years(List.of(year - BUDDHIST_AHEAD), true)
        : new Years(List.of(year), false);
  }

  /// Whether somebody would make an appointment about a year at all.
  static boolean near(int year) {
    return year >= 1900 && year < 2200;
  }
}
