package frontdesk.dates;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// ISO 8601 with an offset. Without one it is a date and a time, which other rules read.
final class IsoRules {
  static final List<Rule> ALL =
      List.of(
          Rule.maybe(
              "(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d(?::\\d\\d)?)(?:\\.\\d{1,9})? ?(z|[+-]\\d\\d:?\\d\\d)",
              (m, span, context) -> exact(m, span, context)),
          Rule.maybe(
              "(\\d\\d:\\d\\d:\\d\\d)\\.\\d{1,9}",
              (m, span, _) ->
                  EnglishClock.times(m.group(1))
                      .map(times -> new Piece.Clock(span, times, Piece.Bound.AT))));

  private IsoRules() {}

  private static Optional<Piece> exact(Rule.Match m, Span span, Context context) {
    try {
      String offset =
          m.group(3).length() == 5
              ? m.group(3).substring(0, 3) + ":" + m.group(3).substring(3)
              : m.group(3);
      OffsetDateTime at =
          OffsetDateTime.parse(
              m.group(1) + "T" + LocalTime.parse(m.group(2)) + offset.toUpperCase(Locale.ROOT));
      Years year = Years.of(String.valueOf(at.getYear()), m.group(0), context);
      ZonedDateTime moment = at.withYear(year.said().getFirst()).toZonedDateTime();
      return Years.near(moment.getYear())
          ? Optional.of(new Piece.Exact(span, moment))
          : Optional.empty();
    } catch (DateTimeException e) {
      // Such as 30 February: the date alone is read, and asked about.
      return Optional.empty();
    }
  }
}
