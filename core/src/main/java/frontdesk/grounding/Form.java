package frontdesk.grounding;

import frontdesk.dates.Span;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A value of a form of its own, such as an address.
enum Form implements Normaliser {
  EMAIL(
      "(?<![\\w.+%-])[\\w.+%-]{1,64}(?:@| ?[\\[(]at[\\])] ?| at )[A-Za-z0-9-]{1,63}"
          + "(?:(?:\\.| ?[\\[(]dot[\\])] ?| dot )[A-Za-z0-9-]{1,63})+"),
  URL("https?://[^\\s<>\"]+|(?<![\\w@.-])www\\.[^\\s<>\"]+"),
  PHONE("(?<![\\w.-])\\+?[0-9(](?:[0-9 .()/-]{3,23}[0-9])(?!\\w)");

  private final Pattern pattern;

  Form(String pattern) {
    this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
  }

  @Override
  public Optional<Span> find(Line line, String value, About about) {
    String wanted = canonical(value);
    return all(line).filter(span -> canonical(span.of(line.plain())).equals(wanted)).findFirst();
  }

  @Override
  public boolean says(Line line) {
    return all(line).findAny().isPresent();
  }

  private Stream<Span> all(Line line) {
    String text = line.plain();
    return Line.all(pattern, text)
        .filter(span -> !Denial.is(text, span))
        .filter(span -> this != PHONE || !Labels.isReference(text, span.from(), span.to()));
  }

  /// Whether two ways to write it are the same.
  boolean isSame(String one, String other) {
    return canonical(one).equals(canonical(other));
  }

  private String canonical(String text) {
    return switch (this) {
      case EMAIL ->
          text.toLowerCase(Locale.ROOT)
              .replaceAll(" ?[\\[(]at[\\])] ?| at ", "@")
              .replaceAll(" ?[\\[(]dot[\\])] ?| dot ", ".");
      case URL -> text.replaceFirst("[.,;:!?)]+$", "").replaceFirst("/$", "");
      case PHONE -> text.replaceAll("[^0-9]", "");
    };
  }

  static Stream<Span> anywhere(String text) {
    return Stream.of(EMAIL, URL).flatMap(form -> Line.all(form.pattern, text));
  }
}
