package frontdesk.rehearsal;

import frontdesk.dates.Context;
import frontdesk.dates.Dates;
import frontdesk.dates.Reading;
import frontdesk.dates.When;
import frontdesk.model.guided.Span;
import frontdesk.rehearsal.Parameter.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/// Reads days, times and durations of a line into the arguments that take them.
final class Times {
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
        case Reading.Resolved(When when, var span, _) -> resolved(when, Line.span(span));
        case Reading.Asked asked -> asked(asked, Line.span(asked.span()));
        case Reading.None _ -> {}
      }
    }
  }

  private void resolved(When when, Span at) {
    switch (when) {
      case When.Moment(ZonedDateTime moment) -> {
        day(moment.toLocalDate(), at);
        time(moment.toLocalTime(), at);
        line.take(at);
      }
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

  /// What is sure of it is taken: of "tomorrow at 2" the day.
  private void asked(Reading.Asked asked, Span at) {
    List<Optional<LocalDate>> days =
        asked.candidates().stream().map(Moments::day).distinct().toList();
    List<Optional<LocalTime>> times =
        asked.candidates().stream().map(Moments::time).distinct().toList();
    boolean sureDay = days.size() == 1 && days.getFirst().isPresent() && times.size() > 1;
    boolean sureTime = times.size() == 1 && times.getFirst().isPresent() && days.size() > 1;
    if (sureDay) day(days.getFirst().get(), at);
    if (sureTime) time(times.getFirst().get(), at);
    boolean clock = asked.candidates().stream().allMatch(w -> w instanceof When.Clock);
    boolean aboutDay = times.stream().allMatch(Optional::isEmpty) || sureTime;
    List<Parameter> open = slots.open(aboutDay ? Role.DATE : Role.TIME);
    if (open.isEmpty() && !clock) open = slots.open(Role.DATE, Role.TIME);
    slots.pick(open, at).ifPresent(parameter -> slots.doubt(parameter, asked));
    line.take(at);
  }
}
