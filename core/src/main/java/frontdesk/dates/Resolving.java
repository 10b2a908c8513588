package frontdesk.dates;

import frontdesk.dates.Piece.Clock;
import frontdesk.dates.Piece.DayRange;
import frontdesk.dates.Piece.Days;
import frontdesk.dates.Piece.Hours;
import frontdesk.dates.Piece.PartOfToday;
import frontdesk.dates.Reading.Asked;
import frontdesk.dates.Reading.Resolved;
import frontdesk.dates.When.Moment;
import frontdesk.dates.When.Window;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Decides what a phrase means at a place and time, or what to ask.
final class Resolving {
  private static final Duration NEAR_MIDNIGHT = Duration.ofHours(3);

  private final Context context;
  private final Span span;
  private final Phrase phrase;

  private Resolving(Phrase phrase, Span span, Context context) {
    this.phrase = phrase;
    this.span = span;
    this.context = context;
  }

  /// @param span of all that the meaning was made from, such as the phrase and a zone
  static Reading read(Phrase phrase, Span span, Context context) {
    return new Resolving(phrase, span, context).read();
  }

  private Reading read() {
    if (phrase.not()) return ask(Reason.NOT_THEN, List.of());
    if (phrase.vague().isPresent()) return ask(phrase.vague().get(), List.of());
    if (phrase.first(Piece.Gone.class).isPresent()) return ask(Reason.PAST, List.of());
    Optional<Piece.Exact> exact = phrase.first(Piece.Exact.class);
    if (exact.isPresent()) return exact(exact.get().at());
    Optional<DayRange> range = phrase.first(DayRange.class);
    return range.isPresent() ? range(range.get()) : times(days());
  }

  private Reading exact(ZonedDateTime at) {
    return isAhead(at) ? resolved(new Moment(at)) : ask(Reason.PAST, List.of());
  }

  private Reading range(DayRange range) {
    if (phrase.pieces().size() > 1) return ask(Reason.WHICH_DAY, List.of());
    Window window =
        new Window(
            range.from().atStartOfDay(context.zone()), range.to().atStartOfDay(context.zone()));
    return isAhead(window.to()) ? resolved(window) : ask(Reason.PAST, List.of());
  }

  /// The days that are meant; none when none is said.
  private Optional<Days> days() {
    Optional<Days> said =
        phrase
            .first(PartOfToday.class)
            .map(part -> Days.sure(part.span(), context.today(), Days.Kind.RELATIVE))
            .or(() -> phrase.first(Days.class));
    return said.map(this::doubtful);
  }

  /// Where the zone is not known, a day that is counted from today is not sure near midnight.
  private Days doubtful(Days days) {
    LocalTime now = context.local().toLocalTime();
    boolean justAfter = Duration.between(LocalTime.MIN, now).compareTo(NEAR_MIDNIGHT) < 0;
    boolean justBefore = Duration.between(now, LocalTime.MAX).compareTo(NEAR_MIDNIGHT) < 0;
    boolean counted = days.kind() == Days.Kind.RELATIVE && days.question().isEmpty();
    if (context.zoneKnown() || !counted || !(justAfter || justBefore)) return days;
    LocalDate day = days.days().getFirst();
    List<LocalDate> either =
        justAfter ? List.of(day.minusDays(1), day) : List.of(day, day.plusDays(1));
    return Days.ask(days.span(), Reason.NEAR_MIDNIGHT, either, days.kind());
  }

  private Reading times(Optional<Days> days) {
    Optional<PartOfDay> part =
        phrase
            .first(Piece.Part.class)
            .map(Piece.Part::part)
            .or(() -> phrase.first(PartOfToday.class).map(PartOfToday::part));
    Optional<Clock> clock = phrase.first(Clock.class);
    Optional<Hours> hours = phrase.first(Hours.class);
    if (clock.isPresent()) return clock(clock.get(), part, days);
    if (hours.isPresent()) return hours(hours.get(), part, days);
    if (part.isPresent())
      return windows(List.of(List.of(part.get().from(), part.get().to())), days);
    return days.map(this::day).orElse(new Reading.None());
  }

  private Reading day(Days days) {
    if (context.time().isPresent()) {
      return new Choosing(span, context).moments(days, DayTimes.sure(context.time().get()));
    }
    return new Choosing(span, context).days(days);
  }

  private Reading clock(Clock clock, Optional<PartOfDay> part, Optional<Days> days) {
    if (clock.times().times().isEmpty()) {
      return days.isPresent() ? ask(Reason.NO_SUCH_TIME, List.of()) : new Reading.None();
    }
    DayTimes times = part.map(within -> narrowed(clock.times(), within)).orElse(clock.times());
    if (times.times().isEmpty()) return ask(Reason.HALF_OF_DAY, List.of());
    return switch (clock.bound()) {
      case AT -> at(times, days);
      case FROM -> windows(each(times, time -> List.of(time, LocalTime.MIDNIGHT)), days);
      case UNTIL -> windows(each(times, time -> List.of(LocalTime.MIDNIGHT, time)), days);
      case ABOUT -> about(at(times, days));
    };
  }

  /// Of two times those in that part of the day. A sure time before noon may have been said in the
  /// clock of twelve: "2:30 in the afternoon".
  private static DayTimes narrowed(DayTimes times, PartOfDay part) {
    DayTimes within = times.within(part);
    if (!within.times().isEmpty() || !times.isSure() || times.first().getHour() >= 12)
      return within;
    return DayTimes.sure(times.first().plusHours(12)).within(part);
  }

  private static List<List<LocalTime>> each(
      DayTimes times, Function<LocalTime, List<LocalTime>> range) {
    return times.times().stream().map(range).toList();
  }

  private Reading at(DayTimes times, Optional<Days> days) {
    Choosing choosing = new Choosing(span, context);
    return days.map(said -> choosing.moments(said, times)).orElseGet(() -> choosing.clock(times));
  }

  private Reading about(Reading reading) {
    return switch (reading) {
      case Resolved(When when, _, _) -> ask(Reason.ABOUT, List.of(when));
      case Asked asked -> asked;
      case Reading.None none -> none;
    };
  }

  private Reading hours(Hours hours, Optional<PartOfDay> part, Optional<Days> days) {
    List<List<LocalTime>> ranges =
        ClockRules.ranges(hours).stream()
            .filter(range -> part.map(within -> within.mayHold(range.getFirst())).orElse(true))
            .toList();
    return ranges.isEmpty() ? ask(Reason.HALF_OF_DAY, List.of()) : windows(ranges, days);
  }

  private Reading windows(List<List<LocalTime>> ranges, Optional<Days> days) {
    List<LocalDate> on =
        days.map(Days::days).orElse(List.of(context.day().orElse(context.today())));
    var windows = new ArrayList<When>();
    for (LocalDate day : on) {
      for (List<LocalTime> range : ranges) window(day, range).ifPresent(windows::add);
    }
    Reason doubt = ranges.size() > 1 ? Reason.HALF_OF_DAY : Reason.WHICH_WEEK;
    return new Choosing(span, context).among(windows, days.flatMap(Days::question), doubt);
  }

  /// A wish may begin or end in a gap of the clocks; it is moved with them.
  private Optional<Window> window(LocalDate day, List<LocalTime> range) {
    LocalTime from = range.getFirst();
    LocalTime to = range.getLast();
    LocalDate last = to.isAfter(from) ? day : day.plusDays(1);
    if (from.equals(to)) return Optional.empty();
    ZonedDateTime begin = LocalDateTime.of(day, from).atZone(context.zone());
    ZonedDateTime end = LocalDateTime.of(last, to).atZone(context.zone());
    return begin.isBefore(end) && isAhead(end)
        ? Optional.of(new Window(begin, end))
        : Optional.empty();
  }

  private boolean isAhead(ZonedDateTime at) {
    return at.toInstant().isAfter(context.now());
  }

  private Reading resolved(When when) {
    return new Resolved(when, span, Dates.DATE);
  }

  private Asked ask(Reason reason, List<When> candidates) {
    return new Asked(reason, candidates, span);
  }
}
