package frontdesk.grounding;

import frontdesk.dates.Figure;
import frontdesk.dates.Numbers;
import frontdesk.dates.Reason;
import frontdesk.dates.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A number, in digits or words: not one of a date, a time, a length, an address or a reference,
/// and money only for what may be money.
record Amount(String argument, JsonNode schema) implements Normaliser {
  private static final Pattern MONEY =
      Pattern.compile("amount|price|cost|total|sum|fee|budget|pay|balance|deposit|refund|discount");
  private static final Pattern RANGE =
      Pattern.compile("(?i)\\s*(?:,?\\s*or|to|and|-|/|หรือ|ถึง)\\s*");
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<![A-Za-z0-9])(?=[0-9]*+[A-Za-z])[A-Za-z0-9]++-\\d[A-Za-z0-9-]*"
              + "|(?<![A-Za-z])[A-Za-z]++\\d+\\w*");

  @Override
  public Optional<Span> find(Line line, String value, About about) {
    return figures(line)
        .filter(figure -> !isDoubtful(figure))
        .filter(figure -> values(figure).anyMatch(number -> isSame(number, value)))
        .map(Figure::span)
        .findFirst();
  }

  @Override
  public Optional<Reason> ambiguous(Line line, String value, About about) {
    return figures(line)
        .filter(Amount::isDoubtful)
        .filter(figure -> values(figure).anyMatch(number -> isSame(number, value)))
        .map(figure -> ((Figure.Asked) figure).reason())
        .findFirst();
  }

  @Override
  public boolean says(Line line) {
    return figures(line).findAny().isPresent();
  }

  private Stream<Figure> figures(Line line) {
    String text = line.plain();
    List<Span> others =
        Stream.of(line.times().stream(), Form.anywhere(text), Line.all(TOKEN, text))
            .flatMap(spans -> spans)
            .toList();
    return Numbers.readAll(line.text(), line.context().locale()).stream()
        .filter(figure -> !Line.isWithin(figure.span(), others))
        .filter(figure -> mayBeMoney() || !isMoney(figure))
        .filter(figure -> !isOther(line, figure.span()));
  }

  private static boolean isOther(Line line, Span span) {
    String text = line.plain();
    return Labels.isNumbered(text, span.from(), span.to())
        || Labels.isPhone(text, span.from())
        || Denial.is(text, span)
        || isOneOfSeveral(line, span);
  }

  /// Of "3 or 4" and "10 to 20" neither is said.
  static boolean isOneOfSeveral(Line line, Span span) {
    String text = line.plain();
    return Numbers.readAll(line.text(), line.context().locale()).stream()
        .map(Figure::span)
        .anyMatch(other -> isRange(text, other, span) || isRange(text, span, other));
  }

  private static boolean isRange(String text, Span one, Span other) {
    return one.to() <= other.from()
        && RANGE.matcher(text.substring(one.to(), other.from())).matches();
  }

  private boolean mayBeMoney() {
    return MONEY.matcher(argument.toLowerCase(Locale.ROOT)).find()
        || schema.path("type").asString("").equals("number");
  }

  private static boolean isMoney(Figure figure) {
    return switch (figure) {
      case Figure.Sure(_, var currency, _) -> currency.isPresent();
      case Figure.Asked(var reason, _, _) -> reason == Reason.CURRENCY;
    };
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
    return value.matches("-?\\d{1,30}(?:\\.\\d{1,30})?(?:[eE]\\+?\\d{1,2})?")
        && number.compareTo(new BigDecimal(value)) == 0;
  }

  @Override
  public String name() {
    return Numbers.NUMBER;
  }
}
