package frontdesk.grounding;

import frontdesk.dates.Dates;
import frontdesk.dates.Reading.Resolved;
import frontdesk.dates.Span;
import frontdesk.dates.When;
import frontdesk.json.Jsons;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/// A number of minutes: said as a duration, or alone where nothing else was asked for.
record Minutes(String argument) implements Normaliser {
  /// A line that is no more than a number answers the question how long.
  private static final int BARE_NUMBER_MAX = 12;

  @Override
  public Optional<Span> find(Line line, String value, About about) {
    Optional<Span> said =
        lengths(line)
            .filter(r -> r.when().equals(new When.Length(Duration.ofMinutes(minutes(value)))))
            .map(Resolved::span)
            .findFirst();
    boolean bare = line.text().strip().length() <= BARE_NUMBER_MAX;
    boolean asked = line.asked().isEmpty() || line.asked().contains(argument);
    if (said.isPresent() || !bare || !asked) return said;
    return new Amount(argument, Jsons.object())
        .find(line, value, about)
        .filter(s -> isAll(line, s));
  }

  private static long minutes(String value) {
    return value.matches("\\d{1,6}") ? Long.parseLong(value) : -1;
  }

  private static boolean isAll(Line line, Span span) {
    String rest = line.text().substring(0, span.from()) + line.text().substring(span.to());
    return rest.replaceAll("ค่ะ|คะ|ครับ|(?i:please|mins?)", "").matches("[\\s\\p{P}]*");
  }

  @Override
  public boolean says(Line line) {
    return lengths(line).findAny().isPresent();
  }

  private static Stream<Resolved> lengths(Line line) {
    String text = line.plain();
    return Dates.readAll(line.text(), line.context()).stream()
        .flatMap(reading -> reading instanceof Resolved r ? Stream.of(r) : Stream.of())
        .flatMap(reading -> length(line, reading))
        .filter(reading -> !Denial.is(text, reading.span()))
        .filter(reading -> !Amount.isOneOfSeveral(line, reading.span()));
  }

  /// "3-4pm" is an hour.
  private static Stream<Resolved> length(Line line, Resolved reading) {
    return switch (reading.when()) {
      case When.Length _ -> Stream.of(reading);
      case When.Window(var from, var to) when Dates.isFromTo(line.text(), reading) ->
          Stream.of(
              new Resolved(
                  new When.Length(Duration.between(from, to)), reading.span(), Dates.LENGTH));
      case When.Window _, When.Moment _, When.Clock _, When.Day _ -> Stream.of();
    };
  }

  @Override
  public String name() {
    return Dates.LENGTH;
  }
}
