package frontdesk.grounding;

import frontdesk.dates.Context;
import frontdesk.dates.Dates;
import frontdesk.dates.Reading;
import frontdesk.dates.Reading.Asked;
import frontdesk.dates.Reading.None;
import frontdesk.dates.Reading.Resolved;
import frontdesk.dates.Reason;
import frontdesk.dates.Span;
import frontdesk.dates.When;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A day or a time of day.
///
/// @param ofDay the times that were said together with the day that the call is about
record Times(Of of, Set<String> ofDay) implements Normaliser {
  private static final int FAR = 40;

  /// Which of them.
  enum Of {
    DAY,
    CLOCK
  }

  @Override
  public Optional<Span> find(Line line, String value, About about) {
    return readings(line, about)
        .map(reading -> begun(reading, line))
        .flatMap(reading -> sure(reading, value, line.context(), about))
        .filter(span -> !Denial.is(line.plain(), span))
        .findFirst();
  }

  /// What begins and ends, such as "3-4pm", is when it begins.
  private static Reading begun(Reading reading, Line line) {
    return reading instanceof Resolved(When.Window(var from, _), var span, var how)
            && Dates.isFromTo(line.text(), (Resolved) reading)
        ? new Resolved(new When.Moment(from), span, how)
        : reading;
  }

  /// Where a reading says the value. "Friday at 2" has two times, and one day; 29 February at
  /// 10:00 has one time, and no day.
  private Stream<Span> sure(Reading reading, String value, Context context, About about) {
    return switch (reading) {
      case Resolved(var when, var span, _) when means(when, value, context, about) ->
          Stream.of(span);
      case Asked(var reason, var candidates, var span) when reason == Reason.ZONE ->
          of == Of.DAY
                  && !candidates.isEmpty()
                  && candidates.stream().allMatch(w -> isDayOf(w, value))
              ? Stream.of(span)
              : Stream.of();
      case Asked(var reason, var candidates, var span) when isOther(reason) ->
          !candidates.isEmpty()
                  && candidates.stream().allMatch(w -> means(w, value, context, about))
              ? Stream.of(span)
              : Stream.of();
      case Resolved _, Asked _, None _ -> Stream.of();
    };
  }

  /// "Tomorrow at 3pm EST" is tomorrow, in which of the zones it may be.
  private static boolean isDayOf(When when, String value) {
    return when instanceof When.Moment(var at) && at.toLocalDate().toString().equals(value);
  }

  /// Whether what is asked about leaves this half of it alone: which week, but at 5pm.
  private boolean isOther(Reason reason) {
    return switch (reason) {
      case HALF_OF_DAY, GAP, OVERLAP, ABOUT -> of == Of.DAY;
      case NO_SUCH_DAY, WHICH_WEEK, DAY_OR_MONTH, TWO_DIGIT_YEAR -> of == Of.CLOCK;
      case WRONG_WEEKDAY, NEAR_MIDNIGHT, WHICH_MIDNIGHT -> of == Of.CLOCK;
      case WHICH_DAY, NO_SUCH_TIME, PAST, ZONE, SEVERAL, REPEATED, NOT_THEN -> false;
      case NUMBER, CURRENCY -> false;
    };
  }

  @Override
  public Optional<Reason> ambiguous(Line line, String value, About about) {
    return asked(line, about)
        .filter(
            asked ->
                asked.candidates().stream().anyMatch(w -> means(w, value, line.context(), about)))
        .map(Asked::reason)
        .findFirst();
  }

  @Override
  public boolean says(Line line) {
    if (of == Of.DAY) return readings(line, About.NOTHING).anyMatch(r -> true);
    return Dates.readAll(line.text(), line.context()).stream()
        .anyMatch(
            reading ->
                switch (reading) {
                  case Resolved(When.Moment _, _, _), Resolved(When.Clock _, _, _) -> true;
                  case Resolved _, None _ -> false;
                  case Asked(_, var candidates, _) ->
                      candidates.stream().anyMatch(w -> w instanceof When.Moment);
                });
  }

  /// What is asked about in the line.
  Stream<Asked> asked(Line line, About about) {
    return readings(line, about)
        .flatMap(reading -> reading instanceof Asked a ? Stream.of(a) : Stream.of());
  }

  /// A time is read as it is, of the day that is meant, and of some day to come, as a time alone is
  /// past sooner. A day counts only if it is in the words.
  private Stream<Reading> readings(Line line, About about) {
    if (of == Of.DAY) return settled(line, withDay(line).toList()).stream();
    Context context = line.context();
    List<Reading> asItIs = Dates.readAll(line.text(), context);
    List<Reading> onDay =
        Dates.readAll(line.text(), context.about(about.date().orElse(today(context).plusDays(1))));
    return Stream.of(asItIs, onDay).flatMap(all -> settled(line, all).stream());
  }

  /// What does not change with the day that is talked about.
  private static Stream<Reading> withDay(Line line) {
    Context context = line.context();
    List<Reading> far = Dates.readAll(line.text(), context.about(today(context).plusDays(FAR)));
    return Dates.readAll(line.text(), context).stream().filter(far::contains);
  }

  private static LocalDate today(Context context) {
    return context.now().atZone(context.zone()).toLocalDate();
  }

  /// Of "3pm or 4pm" it is asked which; of "from 2pm to 3pm" the first is not meant any more.
  private static List<Reading> settled(Line line, List<Reading> readings) {
    var settled = new ArrayList<Reading>();
    var run = new ArrayList<Resolved>();
    for (Reading reading : readings) {
      boolean time = reading instanceof Resolved r && !(r.when() instanceof When.Length);
      if (!time) {
        if (reading instanceof Asked) settled.add(reading);
        continue;
      }
      Resolved next = (Resolved) reading;
      if (!run.isEmpty() && !Denial.isOneOf(line.plain(), run.getLast().span(), next.span())) {
        close(settled, run);
      }
      settled.removeIf(
          before ->
              before instanceof Resolved b && Denial.isMoved(line.plain(), b.span(), next.span()));
      run.add(next);
    }
    close(settled, run);
    return settled;
  }

  private static void close(List<Reading> settled, List<Resolved> run) {
    if (run.size() == 1) settled.add(run.getFirst());
    if (run.size() > 1) {
      Span all = run.getFirst().span().with(run.getLast().span());
      settled.add(new Asked(Reason.SEVERAL, run.stream().map(Resolved::when).toList(), all));
    }
    run.clear();
  }

  /// Whether a reading means the value.
  boolean means(When when, String value, Context context, About about) {
    return switch (of) {
      case DAY -> isOn(when, value, context, about);
      case CLOCK -> isAt(when, value, context, about);
    };
  }

  private static boolean isOn(When when, String value, Context context, About about) {
    return switch (when) {
      case When.Moment(var at) -> there(at, context, about).toLocalDate().toString().equals(value);
      case When.Day(var date, _) -> date.toString().equals(value);
      case When.Window(var from, var to) ->
          from.toLocalDate().toString().equals(value)
              && to.minusNanos(1).toLocalDate().equals(from.toLocalDate());
      case When.Clock _, When.Length _ -> false;
    };
  }

  private boolean isAt(When when, String value, Context context, About about) {
    return switch (when) {
      case When.Moment(var at) -> isAt(at, value, context, about);
      case When.Clock(_, var next) -> text(there(next, context, about)).equals(value);
      case When.Day _, When.Window _, When.Length _ -> false;
    };
  }

  /// The time of another day counts only where the day has none of its own.
  private boolean isAt(ZonedDateTime at, String value, Context context, About about) {
    ZonedDateTime there = there(at, context, about);
    if (!text(there).equals(value)) return false;
    boolean sameDay = about.date().filter(date -> !date.equals(there.toLocalDate())).isEmpty();
    boolean own = at.getZone().equals(context.zone());
    return sameDay || (own && (ofDay.isEmpty() || ofDay.contains(value)));
  }

  /// On the clock that the call is about. What was said without a zone is of that clock already.
  private static ZonedDateTime there(ZonedDateTime at, Context context, About about) {
    if (at.getZone().equals(context.zone())) return at;
    ZoneId called = about.zone().orElse(context.zone());
    return at.withZoneSameInstant(called);
  }

  private static String text(ZonedDateTime at) {
    LocalTime time = at.toLocalTime();
    return time.toString();
  }

  /// The times that a line says together with a day.
  static Stream<String> on(LocalDate day, Line line, About about) {
    return withDay(line)
        .flatMap(reading -> reading instanceof Resolved r ? Stream.of(r.when()) : Stream.of())
        .flatMap(when -> when instanceof When.Moment(var at) ? Stream.of(at) : Stream.of())
        .map(at -> there(at, line.context(), about))
        .filter(at -> at.toLocalDate().equals(day))
        .map(Times::text);
  }

  @Override
  public String name() {
    return of == Of.DAY ? "date" : "time";
  }
}
