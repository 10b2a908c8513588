package frontdesk.dates;

import java.util.List;

/// The year of a date as written: none, one, or with two digits the one or the other calendar's.
record Years(List<Integer> said, boolean buddhist) {
  private static final int BUDDHIST_AHEAD = 543;
  private static final int BUDDHIST_FROM = 2400;
  private static final int SOON = 20;

  static Years unsaid() {
    return new Years(List.of(), false);
  }

  /// Reads digits. A year from 2400 on is of the Buddhist calendar where Thai is written, or where
  /// it is about now; elsewhere it is a mistake.
  ///
  /// @param written the whole date
  static Years of(String digits, String written, Context context) {
    String plain = digits.replace("'", "");
    if (plain.isEmpty()) return unsaid();
    int year = Integer.parseInt(plain);
    if (plain.length() == 2)
      return new Years(List.of(2000 + year, 2500 + year - BUDDHIST_AHEAD), false);
    boolean thai =
        context.locale().getLanguage().equals("th")
            || written.chars().anyMatch(c -> Text.isThai((char) c));
    boolean soon = Math.abs(year - BUDDHIST_AHEAD - context.today().getYear()) <= SOON;
    return year >= BUDDHIST_FROM && (thai || soon)
        ? new Years(List.of(year - BUDDHIST_AHEAD), true)
        : new Years(List.of(year), false);
  }

  /// Whether somebody would make an appointment about a year at all.
  static boolean near(int year) {
    return year >= 1900 && year < 2200;
  }
}
