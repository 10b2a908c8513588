package frontdesk.grounding;

import frontdesk.dates.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A code that the customer knows, such as an order number: not the digits of a date or phone.
record Code() implements Normaliser {
  private static final Pattern SOME = Pattern.compile("[A-Za-z0-9-]*\\d[A-Za-z0-9-]*");

  @Override
  public Optional<Span> find(Line line, String value, About about) {
    String text = line.plain();
    List<Span> times = line.times();
    return Words.find(text, value)
        .filter(span -> !Denial.is(text, span))
        .filter(span -> !Labels.isPhone(text, span.from()))
        .filter(span -> !Line.isWithin(span, times))
        .findFirst();
  }

  @Override
  public boolean says(Line line) {
    return Line.all(SOME, line.plain()).anyMatch(span -> !Line.isWithin(span, line.times()));
  }

  @Override
  public String name() {
    return "code";
  }
}
