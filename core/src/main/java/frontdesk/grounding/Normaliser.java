package frontdesk.grounding;

import frontdesk.dates.Context;
import frontdesk.dates.Dates;
import frontdesk.dates.Figure;
import frontdesk.dates.Numbers;
import frontdesk.dates.Reading;
import frontdesk.dates.Reading.Asked;
import frontdesk.dates.Reading.Resolved;
import frontdesk.dates.Reason;
import frontdesk.dates.Span;
import frontdesk.dates.When;
import frontdesk.tool.ArgumentKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// How a value is found in a line that a customer wrote. Its name is kept with a source.
interface Normaliser {
  Pattern EMAIL = Pattern.compile("[\\w.+%-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63})+");
  Pattern URL = Pattern.compile("https?://[^\\s<>\"]+|www\\.[^\\s<>\"]+");
  Pattern PHONE = Pattern.compile("\\+?[0-9](?:[0-9 .()/-]{3,23}[0-9])");

  /// A line that is no more than a number answers the question how long.
  int BARE_NUMBER_MAX = 12;

  String name();

  /// The words of the line that say the value.
  Optional<Span> find(String line, String value, Context context, About about);

  /// Why the line may say the value, and may say another.
  default Optional<Reason> ambiguous(String line, String value, Context context, About about) {
    return Optional.empty();
  }

  static Normaliser of(ArgumentKind kind, JsonNode schema) {
    return switch (kind) {
      case EMAIL -> new Form("email", EMAIL, text -> text.toLowerCase(Locale.ROOT));
      case URL -> new Form("url", URL, text -> text.replaceFirst("[.,;:!?)]+$", ""));
      case PHONE -> new Form("phone", PHONE, text -> text.replaceAll("[^0-9]", ""));
      case DATE -> new Times("date", Normaliser::isOn);
      case TIME -> new Times("time", Normaliser::isAt);
      case MINUTES -> new Minutes();
      case NUMBER -> new Amount();
      case ZONE -> new Zone();
      case NAME, CODE -> new Phrase("words");
      case CHOICE -> new Choice(schema);
      case FLAG -> new Flag(schema);
      case TEXT, ID -> new Wording();
    };
  }

  /// A value of a form of its own, such as an address.
  record Form(String name, Pattern pattern, UnaryOperator<String> canonical) implements Normaliser {
    @Override
    public Optional<Span> find(String line, String value, Context context, About about) {
      String wanted = canonical.apply(value);
      Matcher m = pattern.matcher(line);
      while (m.find()) {
        if (canonical.apply(m.group()).equals(wanted)) {
          return Optional.of(new Span(m.start(), m.end()));
        }
      }
      return Optional.empty();
    }
  }

  /// A day or a time of day.
  record Times(String name, TimeTest test) implements Normaliser {
    @Override
    public Optional<Span> find(String line, String value, Context context, About about) {
      return readings(line, context, about)
          .filter(Resolved.class::isInstance)
          .map(Resolved.class::cast)
          .filter(reading -> test.is(reading.when(), value, context, about))
          .map(Resolved::span)
          .findFirst();
    }

    @Override
    public Optional<Reason> ambiguous(String line, String value, Context context, About about) {
      return readings(line, context, about)
          .filter(Asked.class::isInstance)
          .map(Asked.class::cast)
          .filter(
              asked -> asked.candidates().stream().anyMatch(w -> test.is(w, value, context, about)))
          .map(Asked::reason)
          .findFirst();
    }

    /// As it is, of the day that is meant, and of some day to come: a time alone is past sooner.
    private static Stream<Reading> readings(String line, Context context, About about) {
      LocalDate later = context.now().atZone(context.zone()).toLocalDate().plusDays(1);
      return Stream.of(Optional.<LocalDate>empty(), about.date(), Optional.of(later))
          .flatMap(day -> Dates.readAll(line, day.map(context::about).orElse(context)).stream())
          .filter(reading -> reading instanceof Resolved || reading instanceof Asked);
    }
  }

  /// Whether a reading means a value.
  interface TimeTest {
    boolean is(When when, String value, Context context, About about);
  }

  private static boolean isOn(When when, String value, Context context, About about) {
    return switch (when) {
      case When.Moment(var at) ->
          at.toLocalDate().toString().equals(value) && isThere(at, context, about);
      case When.Day(var date, _) -> date.toString().equals(value);
      case When.Window(var from, var to) ->
          from.toLocalDate().toString().equals(value)
              && to.minusNanos(1).toLocalDate().equals(from.toLocalDate());
      case When.Clock _, When.Length _ -> false;
    };
  }

  private static boolean isAt(When when, String value, Context context, About about) {
    return switch (when) {
      case When.Moment(var at) ->
          at.toLocalTime().toString().equals(value) && isThere(at, context, about);
      case When.Clock(var time, var next) ->
          time.toString().equals(value) && isThere(next, context, about);
      case When.Day _, When.Window _, When.Length _ -> false;
    };
  }

  /// A line that names a zone is right only for a call that names it, too.
  private static boolean isThere(ZonedDateTime at, Context context, About about) {
    if (at.getZone().equals(context.zone())) return true;
    ZoneId called = about.zone().orElse(context.zone());
    return called.getRules().getOffset(at.toInstant()).equals(at.getOffset());
  }

  /// A number of minutes: said as a duration, or alone.
  record Minutes() implements Normaliser {
    @Override
    public Optional<Span> find(String line, String value, Context context, About about) {
      Predicate<Resolved> same =
          reading ->
              reading.when() instanceof When.Length(var duration)
                  && String.valueOf(duration.toMinutes()).equals(value);
      Optional<Span> said =
          Dates.readAll(line, context).stream()
              .filter(Resolved.class::isInstance)
              .map(Resolved.class::cast)
              .filter(same)
              .map(Resolved::span)
              .findFirst();
      boolean bare = line.strip().length() <= BARE_NUMBER_MAX;
      return said.isPresent() || !bare ? said : new Amount().find(line, value, context, about);
    }

    @Override
    public String name() {
      return Dates.LENGTH;
    }
  }

  /// A number, in digits or words.
  record Amount() implements Normaliser {
    @Override
    public Optional<Span> find(String line, String value, Context context, About about) {
      return Numbers.readAll(line, context.locale()).stream()
          .filter(figure -> values(figure).anyMatch(number -> isSame(number, value)))
          .filter(figure -> !isDoubtful(figure))
          .map(Figure::span)
          .findFirst();
    }

    @Override
    public Optional<Reason> ambiguous(String line, String value, Context context, About about) {
      return Numbers.readAll(line, context.locale()).stream()
          .filter(Amount::isDoubtful)
          .filter(figure -> values(figure).anyMatch(number -> isSame(number, value)))
          .map(figure -> ((Figure.Asked) figure).reason())
          .findFirst();
    }

    /// What lacks only its currency is a number all the same.
    private static boolean isDoubtful(Figure figure) {
      return figure instanceof Figure.Asked(var reason, _, _) && reason != Reason.CURRENCY;
    }

    private static Stream<BigDecimal> values(Figure figure) {
      return switch (figure) {
        case Figure.Sure(var value, _, _) -> Stream.of(value);
        case Figure.Asked(_, List<BigDecimal> candidates, _) -> candidates.stream();
      };
    }

    private static boolean isSame(BigDecimal number, String value) {
      return number.compareTo(new BigDecimal(value)) == 0;
    }

    @Override
    public String name() {
      return Numbers.NUMBER;
    }
  }

  /// A time zone: named, or the one that the conversation has.
  record Zone() implements Normaliser {
    @Override
    public Optional<Span> find(String line, String value, Context context, About about) {
      boolean named =
          Dates.zone(line, context).filter(zone -> zone.getId().equals(value)).isPresent();
      boolean own = context.zone().getId().equals(value);
      return (named || own) && !line.isEmpty()
          ? Optional.of(new Span(0, line.length()))
          : Optional.empty();
    }

    @Override
    public String name() {
      return "zone";
    }
  }
}
