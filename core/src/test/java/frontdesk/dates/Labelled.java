package frontdesk.dates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/// A phrase, where and when it is said, and what it means. The tables are beside this test: `@`
/// begins a place and time, a line is `phrase = meaning`; offsets are left out where they are the
/// zone's.
record Labelled(String phrase, Context context, String meaning) {

  static List<Labelled> all() {
    var all = new ArrayList<Labelled>();
    for (String table : List.of("english.txt", "thai.txt", "zones.txt")) all.addAll(table(table));
    return all;
  }

  static List<Labelled> table(String name) {
    var labelled = new ArrayList<Labelled>();
    var context = Context.in(ZoneId.of("UTC"), Instant.EPOCH, Locale.ENGLISH);
    for (String line : lines(name)) {
      if (line.startsWith("@")) {
        String[] place = line.split(" ", -1);
        context = Context.in(ZoneId.of(place[1]), Instant.parse(place[2]), Locale.of(place[3]));
      } else if (!line.startsWith("#")) {
        String[] sides = line.split(" = ", -1);
        String phrase = sides[0].replaceFirst("^(?:[TC]\\d+|Better-\\d) ", "");
        labelled.add(new Labelled(phrase, context, sides[1]));
      }
    }
    return labelled;
  }

  private static List<String> lines(String name) {
    try (var in = Objects.requireNonNull(Labelled.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What our grammar makes of the phrase, in the notation of the tables.
  String read() {
    return switch (Dates.read(phrase, context)) {
      case Reading.Resolved(When when, _, _) ->
          when instanceof When.Clock ? written(when) + " clock" : written(when);
      case Reading.Asked(Reason reason, List<When> candidates, _) ->
          ("? "
                  + reason
                  + " "
                  + candidates.stream().map(this::written).collect(Collectors.joining(" ")))
              .strip();
      case Reading.None _ -> "-";
    };
  }

  private String written(When when) {
    return switch (when) {
      case When.Moment(ZonedDateTime at) -> at(at);
      case When.Clock(LocalTime _, ZonedDateTime next) -> at(next);
      case When.Day(var date, _) -> date.toString();
      case When.Window(ZonedDateTime from, ZonedDateTime to) ->
          isWholeDays(from, to)
              ? from.toLocalDate() + "/" + to.toLocalDate()
              : at(from) + "/" + at(to);
      case When.Length(var duration) -> duration.toString();
    };
  }

  private static boolean isWholeDays(ZonedDateTime from, ZonedDateTime to) {
    return from.toLocalTime().equals(LocalTime.MIDNIGHT)
        && to.toLocalTime().equals(LocalTime.MIDNIGHT);
  }

  private String at(ZonedDateTime at) {
    boolean plain =
        context.zone().getId().equals("Asia/Bangkok")
            && at.getOffset().getTotalSeconds() == 7 * 3600;
    return plain ? at.toLocalDateTime().toString() : at.toOffsetDateTime().toString();
  }
}
