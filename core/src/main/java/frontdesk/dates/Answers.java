package frontdesk.dates;

import frontdesk.dates.Reading.Asked;
import frontdesk.dates.Reading.None;
import frontdesk.dates.Reading.Resolved;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the answer to a question about a line that had several meanings: one of them, said by its
/// place ("the first"), its half of the day, or its day or time.
final class Answers {
  private static final Pattern FIRST =
      Pattern.compile("\\b(first|1st|former|earlier|earliest)\\b|แรก|อันแรก|ที่หนึ่ง");
  private static final Pattern SECOND =
      Pattern.compile("\\b(second|2nd|latter|later)\\b|ที่สอง|อันหลัง");
  private static final Pattern FORENOON =
      Pattern.compile("\\b(am|a\\.m\\.?|morning|before noon)(?![a-z])|เช้า|ก่อนเที่ยง");
  private static final Pattern AFTERNOON =
      Pattern.compile(
          "\\b(pm|p\\.m\\.?|afternoon|evening|night|after noon)(?![a-z])|บ่าย|เย็น|ค่ำ|หลังเที่ยง");
  private static final int NOON = 12;

  private Answers() {}

  static Reading read(Asked asked, String answer, Context context) {
    if (asked.candidates().isEmpty() || answer.isEmpty()) return new None();
    String text = Text.plain(answer);
    List<When> meant =
        byPlace(asked.candidates(), text)
            .map(List::of)
            .orElseGet(
                () ->
                    asked.candidates().stream().filter(c -> is(c, answer, text, context)).toList());
    return meant.size() == 1
        ? new Resolved(meant.getFirst(), new Span(0, answer.length()), Dates.ANSWER)
        : new None();
  }

  private static Optional<When> byPlace(List<When> candidates, String text) {
    boolean first = FIRST.matcher(text).find();
    boolean second = SECOND.matcher(text).find() && candidates.size() > 1;
    if (first == second) return Optional.empty();
    return Optional.of(candidates.get(first ? 0 : 1));
  }

  private static boolean is(When candidate, String answer, String text, Context context) {
    Optional<ZonedDateTime> at = at(candidate);
    boolean timed = at.isPresent() && !(candidate instanceof When.Day);
    if (timed && FORENOON.matcher(text).find() && at.get().getHour() < NOON) return true;
    if (timed && AFTERNOON.matcher(text).find() && at.get().getHour() >= NOON) return true;
    if (at.isEmpty()) return false;
    LocalDate date = at.get().toLocalDate();
    var readings = new ArrayList<>(Dates.readAll(answer, context.about(date)));
    readings.addAll(Dates.readAll(answer, context));
    return readings.stream()
        .anyMatch(r -> r instanceof Resolved(When said, _, _) && fits(candidate, at.get(), said));
  }

  /// Whether what was said is the candidate, or a stretch that it lies in.
  private static boolean fits(When candidate, ZonedDateTime at, When said) {
    return switch (said) {
      case When.Moment(var moment) -> moment.isEqual(at);
      case When.Clock(var time, _) ->
          !(candidate instanceof When.Day) && time.equals(at.toLocalTime());
      case When.Day(var date, _) -> date.equals(at.toLocalDate());
      case When.Window(var from, var to) -> !at.isBefore(from) && at.isBefore(to);
      case When.Length _ -> false;
    };
  }

  private static Optional<ZonedDateTime> at(When candidate) {
    return switch (candidate) {
      case When.Moment(var at) -> Optional.of(at);
      case When.Clock(_, var next) -> Optional.of(next);
      case When.Day(var date, var zone) -> Optional.of(date.atStartOfDay(zone));
      case When.Window(var from, _) -> Optional.of(from);
      case When.Length _ -> Optional.empty();
    };
  }
}
