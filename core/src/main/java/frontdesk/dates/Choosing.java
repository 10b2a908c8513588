package frontdesk.dates;

import frontdesk.dates.Piece.Days;
import frontdesk.dates.Reading.Asked;
import frontdesk.dates.Reading.Resolved;
import frontdesk.dates.When.Clock;
import frontdesk.dates.When.Day;
import frontdesk.dates.When.Moment;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Chooses among the days and times that words may mean. What is past is no choice; where more
/// than one is left, it is asked.
///
/// @param span of the phrase
record Choosing(Span span, Context context) {

  Reading days(Days days) {
    List<When> ahead =
        days.days().stream()
            .filter(day -> !day.isBefore(context.today()))
            .<When>map(day -> new Day(day, context.zone()))
            .toList();
    return among(ahead, days.question(), Reason.WHICH_WEEK);
  }

  /// These times on these days.
  Reading moments(Days days, DayTimes times) {
    var ahead = new ArrayList<LocalDateTime>();
    for (LocalDate day : days.days()) {
      times.times().stream().map(day::atTime).filter(this::isAhead).forEach(ahead::add);
      LocalDateTime end = day.plusDays(1).atStartOfDay();
      if (times.midnight() && isAhead(end)) ahead.add(end);
    }
    if (ahead.size() == 1 && !isFirm(days.question())) return moment(ahead.getFirst());
    Reason doubt = times.midnight() ? Reason.WHICH_MIDNIGHT : Reason.HALF_OF_DAY;
    Optional<Reason> ofDay = days.days().size() > 1 ? days.question() : firm(days.question());
    return among(moments(ahead), ofDay, doubt);
  }

  private List<When> moments(List<LocalDateTime> locals) {
    return locals.stream()
        .distinct()
        .flatMap(local -> readings(local).stream())
        .map(When.class::cast)
        .toList();
  }

  /// A time without a day: of the day that is talked about, else of today while it is to come.
  Reading clock(DayTimes times) {
    if (context.day().isPresent()) {
      Span where = span;
      return moments(Days.sure(where, context.day().get(), Days.Kind.DATE), times);
    }
    List<LocalDateTime> next = times.times().stream().map(this::next).toList();
    if (next.size() > 1) return ask(Reason.HALF_OF_DAY, moments(next));
    LocalDateTime only = next.getFirst();
    boolean today = only.toLocalDate().equals(context.today());
    if (!today && !times.midnight()) return ask(Reason.PAST, moments(next));
    return switch (moment(only)) {
      case Resolved(Moment(ZonedDateTime at), _, _) -> resolved(new Clock(times.first(), at));
      case Resolved other -> other;
      case Asked asked -> asked;
      case Reading.None none -> none;
    };
  }

  private LocalDateTime next(LocalTime time) {
    LocalDateTime today = context.today().atTime(time);
    return isAhead(today) ? today : today.plusDays(1);
  }

  /// One that is sure, or the question: why the day is in doubt, else why the time is.
  Reading among(List<? extends When> ahead, Optional<Reason> ofDay, Reason doubt) {
    if (ahead.isEmpty())
      return ask(ofDay.filter(why -> isFirm(ofDay)).orElse(Reason.PAST), List.of());
    if (ahead.size() == 1 && !isFirm(ofDay)) return resolved(ahead.getFirst());
    return ask(ofDay.orElse(doubt), List.copyOf(ahead));
  }

  /// A time of the wall clock, which may come twice or never on a day when clocks are changed.
  private Reading moment(LocalDateTime local) {
    List<Moment> readings = readings(local);
    int shown = context.zone().getRules().getValidOffsets(local).size();
    if (shown == 1) return resolved(readings.getFirst());
    return ask(shown == 0 ? Reason.GAP : Reason.OVERLAP, readings);
  }

  /// The moments of a wall clock: one; both of an overlap; around a gap those by the offset before
  /// and the one after it.
  private List<Moment> readings(LocalDateTime local) {
    var rules = context.zone().getRules();
    List<ZoneOffset> offsets = rules.getValidOffsets(local);
    if (offsets.isEmpty()) {
      var gap = rules.getTransition(local);
      offsets = List.of(gap.getOffsetAfter(), gap.getOffsetBefore());
    }
    return offsets.stream()
        .map(offset -> new Moment(local.toInstant(offset).atZone(context.zone())))
        .toList();
  }

  private boolean isAhead(LocalDateTime local) {
    return local.atZone(context.zone()).toInstant().isAfter(context.now());
  }

  /// Whether even a single day that is left has to be asked about.
  private static boolean isFirm(Optional<Reason> question) {
    return firm(question).isPresent();
  }

  private static Optional<Reason> firm(Optional<Reason> question) {
    return question.filter(why -> why != Reason.WHICH_WEEK);
  }

  private Resolved resolved(When when) {
    return new Resolved(when, span, Dates.DATE);
  }

  private Asked ask(Reason reason, List<? extends When> candidates) {
    return new Asked(reason, List.copyOf(candidates), span);
  }
}
