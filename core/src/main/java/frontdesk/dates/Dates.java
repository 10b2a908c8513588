package frontdesk.dates;

import frontdesk.dates.Reading.Asked;
import frontdesk.dates.Reading.None;
import frontdesk.dates.Reading.Resolved;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads dates, times, ranges and durations in a customer's line. Pure and total: any text has a
/// reading, the same text and context the same. Of a line beyond 4,000 characters the rest is not
/// read.
public final class Dates {
  /// The normaliser of days, times and ranges.
  public static final String DATE = "date";

  /// The normaliser of durations.
  public static final String LENGTH = "length";

  /// The normaliser of answers to what was asked about a day or time.
  public static final String ANSWER = "answer";

  private static final Duration SLOT_MAX = Duration.ofHours(1);
  private static final Pattern FROM_TO =
      Pattern.compile("\\S ?(?:-|ถึง) ?\\S|\\b(?:to|until|till)\\b");
  private static final Pattern TO_CHOOSE =
      Pattern.compile(
          "\\b(?:between|any ?time|some ?time|somewhere|free|available|slots?|openings?)\\b|ระหว่าง|ช่วง|ว่าง|เวลาไหน");

  private Dates() {}

  /// What the line as a whole says: about a day or time if it has one, else how long.
  public static Reading read(String line, Context context) {
    List<Reading> all = readAll(line, context);
    List<Reading> times = all.stream().filter(reading -> !isLength(reading)).toList();
    return one(times.isEmpty() ? all : times);
  }

  private static Reading one(List<Reading> readings) {
    if (readings.isEmpty()) return new None();
    boolean same = readings.stream().map(Dates::candidates).distinct().count() == 1;
    if (same) return readings.getFirst();
    return new Asked(
        Reason.SEVERAL,
        readings.stream().flatMap(reading -> candidates(reading).stream()).distinct().toList(),
        readings.stream().flatMap(reading -> span(reading)).reduce(Span::with).orElseThrow());
  }

  /// Each phrase of the line, in order; then each duration. Never a [None].
  public static List<Reading> readAll(String line, Context context) {
    List<Piece> pieces = Scan.pieces(line, context);
    List<Piece.Zone> zones = of(Piece.Zone.class, pieces);
    var readings = new ArrayList<Reading>();
    List<ZoneId> said = zones.stream().flatMap(zone -> zone.zones().stream()).distinct().toList();
    boolean sure = zones.stream().allMatch(zone -> zone.zones().size() == 1) && said.size() == 1;
    if (zones.isEmpty()) readings.addAll(phrases(line, pieces, Optional.empty(), context));
    else if (sure)
      readings.addAll(phrases(line, Optional.of(hull(zones)), context.in(said.getFirst())));
    else readings.addAll(whichZone(line, hull(zones), said, context));
    for (Piece.Lasting lasting : of(Piece.Lasting.class, pieces)) {
      readings.add(new Resolved(new When.Length(lasting.length()), lasting.span(), LENGTH));
    }
    return List.copyOf(readings);
  }

  private static List<Reading> phrases(String line, Optional<Span> zone, Context context) {
    return phrases(line, Scan.pieces(line, context), zone, context);
  }

  private static List<Reading> phrases(
      String line, List<Piece> pieces, Optional<Span> zone, Context context) {
    return Phrases.of(line, pieces).stream()
        .map(phrase -> Resolving.read(phrase, with(zone, phrase.span()), context))
        .filter(reading -> !(reading instanceof None))
        .toList();
  }

  private static Span with(Optional<Span> zone, Span phrase) {
    return zone.map(phrase::with).orElse(phrase);
  }

  /// The phrases as they would be in each of the zones that may be meant.
  private static List<Reading> whichZone(
      String line, Span zone, List<ZoneId> zones, Context context) {
    List<Reading> assumed = phrases(line, Optional.of(zone), context);
    if (assumed.isEmpty()) return List.of();
    var candidates = new LinkedHashMap<List<String>, When>(); // places may share an offset
    for (ZoneId id : zones) {
      phrases(line, Optional.of(zone), context.in(id)).stream()
          .flatMap(reading -> candidates(reading).stream())
          .forEach(when -> candidates.putIfAbsent(when.iso(), when));
    }
    Span span = assumed.stream().flatMap(reading -> span(reading)).reduce(Span::with).orElse(zone);
    return List.of(new Asked(Reason.ZONE, List.copyOf(candidates.values()), span));
  }

  /// Whether the words at the span of a resolved reading, read alone, mean the same.
  public static boolean rereads(String line, Resolved resolved, Context context) {
    if (resolved.span().to() > line.length()) return false;
    return readAll(resolved.span().of(line), context).stream()
        .anyMatch(
            reading ->
                reading instanceof Resolved(When when, _, String normaliser)
                    && when.equals(resolved.when())
                    && normaliser.equals(resolved.normaliser()));
  }

  /// Whether a resolved stretch of at most an hour is said by its start and its end ("3-4pm"), and
  /// so is when something is to be; a longer one, or one to choose from ("between 3 and 4pm"), is a
  /// wish.
  public static boolean isFromTo(String line, Resolved resolved) {
    if (!(resolved.when() instanceof When.Window(var from, var to))) return false;
    String text = Text.plain(line);
    return Duration.between(from, to).compareTo(SLOT_MAX) <= 0
        && FROM_TO.matcher(resolved.span().of(text)).find()
        && !TO_CHOOSE.matcher(text).find();
  }

  /// Which of the meanings of an earlier line its answer picks: "in the afternoon", "the first",
  /// "the 27th". [None] when it picks none, or more than one.
  public static Reading answered(Asked asked, String answer, Context context) {
    return Answers.read(asked, answer, context);
  }

  /// Whether an answer picks one by its place: "the first". It means something only right behind
  /// its question.
  public static boolean isByPlace(String answer) {
    return Answers.isByPlace(answer);
  }

  /// The zone that a line names, by an exact id, a known city or an offset; empty when it names
  /// none, or several.
  public static Optional<ZoneId> zone(String line, Context context) {
    List<ZoneId> zones =
        of(Piece.Zone.class, Scan.pieces(line, context)).stream()
            .flatMap(zone -> zone.zones().stream())
            .distinct()
            .toList();
    return zones.size() == 1 ? Optional.of(zones.getFirst()) : Optional.empty();
  }

  private static <P extends Piece> List<P> of(Class<P> kind, List<Piece> pieces) {
    return pieces.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static Span hull(List<Piece.Zone> zones) {
    return zones.stream().map(Piece::span).reduce(Span::with).orElseThrow();
  }

  private static boolean isLength(Reading reading) {
    return reading instanceof Resolved(When.Length _, _, _);
  }

  private static List<When> candidates(Reading reading) {
    return switch (reading) {
      case Resolved(When when, _, _) -> List.of(when);
      case Asked(_, List<When> candidates, _) -> candidates;
      case None _ -> List.of();
    };
  }

  private static Stream<Span> span(Reading reading) {
    return switch (reading) {
      case Resolved(_, Span span, _) -> Stream.of(span);
      case Asked(_, _, Span span) -> Stream.of(span);
      case None _ -> Stream.of();
    };
  }
}
