package frontdesk.rehearsal;

import frontdesk.dates.Context;
import frontdesk.dates.Dates;
import frontdesk.dates.Reading;
import frontdesk.dates.Reason;
import frontdesk.dates.When;
import frontdesk.model.guided.Span;
import frontdesk.rehearsal.Parameter.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads days, times and durations of a line into the arguments that take them.
final class Times {
  /// What leaves the day alone, and what leaves the time alone.
  private static final Set<Reason> OF_TIME =
      EnumSet.of(
          Reason.HALF_OF_DAY,
          Reason.GAP,
          Reason.OVERLAP,
          Reason.ABOUT,
          Reason.NO_SUCH_TIME,
          Reason.ZONE);

  private static final Set<Reason> OF_DAY =
      EnumSet.of(
          Reason.NO_SUCH_DAY,
          Reason.WHICH_WEEK,
          Reason.WHICH_DAY,
          Reason.DAY_OR_MONTH,
          Reason.TWO_DIGIT_YEAR,
          Reason.WRONG_WEEKDAY,
          Reason.NEAR_MIDNIGHT,
          Reason.WHICH_MIDNIGHT,
          Reason.REPEATED);

  private final Slots slots;
  private final Line line;
  private final Context context;

  Times(Slots slots, Line line, Context context) {
    this.slots = slots;
    this.line = line;
    this.context = context;
  }

  void read() {
    for (Parameter zone : slots.open(Role.ZONE)) {
      Dates.zone(line.openText(), context).ifPresent(id -> slots.put(zone, id.getId()));
    }
    for (Reading reading : Dates.readAll(line.openText(), context)) {
      switch (reading) {
        case Reading.Resolved resolved when Dates.isFromTo(line.openText(), resolved) ->
            fromTo(resolved);
        case Reading.Resolved(When when, var span, _) -> resolved(when, Line.span(span));
        case Reading.Asked asked -> asked(asked, Line.span(asked.span()));
        case Reading.None _ -> {}
      }
    }
  }

  private void resolved(When when, Span at) {
    switch (when) {
      case When.Moment(ZonedDateTime moment) -> moment(moment, at);
      case When.Clock(LocalTime time, _) -> {
        time(time, at);
        line.take(at);
      }
      case When.Day(LocalDate date, _) -> {
        day(date, at);
        line.take(at);
      }
      case When.Window(ZonedDateTime from, ZonedDateTime to) -> window(from, to, at);
      case When.Length(Duration length) -> length(length, at);
    }
  }

  /// On the customer's clock, unless the call tells the zone that was said.
  private void moment(ZonedDateTime moment, Span at) {
    boolean told = slots.has(Role.ZONE) && slots.open(Role.ZONE).isEmpty();
    ZonedDateTime there = told ? moment : moment.withZoneSameInstant(context.zone());
    day(there.toLocalDate(), at);
    time(there.toLocalTime(), at);
    line.take(at);
  }

  /// "3-4pm": when it begins, and how long it is.
  private void fromTo(Reading.Resolved resolved) {
    if (!(resolved.when() instanceof When.Window(var from, var to))) return;
    Span at = Line.span(resolved.span());
    if (slots.open(Role.TIME).size() != 1) {
      window(from, to, at);
      return;
    }
    moment(from, at);
    length(Duration.between(from, to), at);
  }

  /// A part of a day names the day, if it was said.
  private void window(ZonedDateTime from, ZonedDateTime to, Span at) {
    boolean oneDay = from.toLocalDate().equals(to.minusSeconds(1).toLocalDate());
    List<Parameter> days = slots.open(Role.DATE);
    if (oneDay) day(from.toLocalDate(), at);
    else if (days.size() > 1) {
      day(from.toLocalDate(), at);
      day(to.minusSeconds(1).toLocalDate(), at);
    }
    line.take(at);
  }

  private void length(Duration length, Span at) {
    Optional<Parameter> minutes = slots.open(Role.MINUTES).stream().findFirst();
    if (minutes.isEmpty()) {
      minutes =
          slots.open(Role.NUMBER).stream()
              .filter(p -> p.words().contains("minut") || p.words().contains("duration"))
              .findFirst();
    }
    boolean whole = length.toSeconds() % 60 == 0;
    if (minutes.isPresent() && whole) {
      slots.put(minutes.get(), String.valueOf(length.toMinutes()), at);
    }
  }

  private void day(LocalDate date, Span at) {
    slots.pick(slots.open(Role.DATE), at).ifPresent(p -> slots.put(p, date.toString()));
  }

  private void time(LocalTime time, Span at) {
    slots.pick(slots.open(Role.TIME), at).ifPresent(p -> slots.put(p, Moments.written(time)));
  }

  /// What is sure of it is taken: of "tomorrow at 2" the day, of "29 February at 10:00" the time.
  /// Where both are in doubt, each is asked about with its own meanings.
  private void asked(Reading.Asked asked, Span at) {
    List<Optional<LocalDate>> days = distinct(asked, Moments::day);
    List<Optional<LocalTime>> times = distinct(asked, Moments::time);
    Reason why = asked.reason();
    boolean sureDay = days.size() == 1 && (times.size() > 1 || OF_TIME.contains(why));
    boolean sureTime = times.size() == 1 && (days.size() > 1 || OF_DAY.contains(why));
    if (sureDay) days.getFirst().ifPresent(date -> day(date, at));
    if (sureTime) times.getFirst().ifPresent(time -> time(time, at));
    if (OF_TIME.contains(why)) doubt(asked, at, Role.TIME);
    else if (OF_DAY.contains(why)) doubtedDay(asked, times.size() > 1, at);
    else if (sureTime || times.stream().allMatch(Optional::isEmpty)) doubtEither(asked, at);
    else doubt(asked, at, slots.open(Role.TIME).isEmpty() ? Role.DATE : Role.TIME);
    line.take(at);
  }

  private static <T> List<T> distinct(Reading.Asked asked, Function<When, T> half) {
    return asked.candidates().stream().map(half).distinct().toList();
  }

  private void doubtedDay(Reading.Asked asked, boolean timeToo, Span at) {
    if (!timeToo) {
      doubt(asked, at, Role.DATE);
      return;
    }
    List<When> days =
        distinct(asked, Moments::day).stream()
            .flatMap(Optional::stream)
            .<When>map(day -> new When.Day(day, context.zone()))
            .toList();
    doubt(new Reading.Asked(asked.reason(), days, asked.span()), at, Role.DATE);
    doubt(new Reading.Asked(Reason.HALF_OF_DAY, asked.candidates(), asked.span()), at, Role.TIME);
  }

  private void doubtEither(Reading.Asked asked, Span at) {
    doubt(asked, at, slots.open(Role.DATE).isEmpty() ? Role.TIME : Role.DATE);
  }

  private void doubt(Reading.Asked asked, Span at, Role role) {
    slots.pick(slots.open(role), at).ifPresent(parameter -> slots.doubt(parameter, asked));
  }
}
