package frontdesk.grounding;

import frontdesk.dates.Span;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A value of a form of its own, such as an address.
enum Form implements Normaliser {
  EMAIL(
      "(?<![\\w.+%-])[\\w.+%-]{1,64}(?:@| ?[\\[(]at[\\])] ?| at )[A-Za-z0-9-]{1,63}"
          + "(?:(?:\\.| ?[\\[(]dot[\\])] ?| dot )[A-Za-z0-9-]{1,63})+",
      text ->
          text.toLowerCase(Locale.ROOT)
              .replaceAll(" ?[\\[(]at[\\])] ?| at ", "@")
              .replaceAll(" ?[\\[(]dot[\\])] ?| dot ", ".")),
  URL(
      "https?://[^\\s<>\"]+|(?<![\\w@.-])www\\.[^\\s<>\"]+",
      text -> text.replaceFirst("[.,;:!?)]+$", "").replaceFirst("/$", "")),
  PHONE(
      "(?<![\\w.-])\\+?[0-9(](?:[0-9 .()/-]{3,23}[0-9])(?!\\w)",
      text -> text.replaceAll("[^0-9]", ""));

  private final Pattern pattern;
  private final UnaryOperator<String> canonical;

  Form(String pattern, UnaryOperator<String> canonical) {
    this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    this.canonical = canonical;
  }

  @Override
  public Optional<Span> find(Line line, String value, About about) {
    String wanted = canonical.apply(value);
    return all(line).filter(span -> canonical.apply(span.of(line.plain())).equals(wanted)).findFirst();
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
    return canonical.apply(one).equals(canonical.apply(other));
  }

  static Stream<Span> anywhere(String text) {
    return Stream.of(EMAIL, URL).flatMap(form -> Line.all(form.pattern, text));
  }
}
