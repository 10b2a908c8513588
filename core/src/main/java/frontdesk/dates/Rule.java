package frontdesk.dates;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One line of the grammar: what it looks like, and the piece it makes.
record Rule(Pattern pattern, Maker maker) {
  private static final String MARKS = "\\u0E31\\u0E34-\\u0E3A\\u0E47-\\u0E4E";

  /// A word ends where no letter, digit or vowel sign goes on, a number where no further part of
  /// one does.
  private static final String END =
      "(?![a-z\\u00DF-\\u024F0-9_%s]|@[a-z]|\\.[a-z0-9])(?:(?<!\\d)|(?![:/,-]\\d))"
          .formatted(MARKS);

  /// Makes the piece, or none when the words only look like one.
  @FunctionalInterface
  interface Maker {
    Optional<? extends Piece> make(Match match, Span span, Context context);
  }

  /// A maker that always has a piece.
  @FunctionalInterface
  interface SureMaker {
    Piece make(Match match, Span span, Context context);
  }

  /// The words of a match; a group that took no part is empty.
  record Match(MatchResult result) {
    String group(int number) {
      return Objects.requireNonNullElse(result.group(number), "");
    }

    boolean has(int number) {
      return !group(number).isEmpty();
    }
  }

  static Rule of(String regex, SureMaker maker) {
    return maybe(regex, (match, span, context) -> Optional.of(maker.make(match, span, context)));
  }

  static Rule maybe(String regex, Maker maker) {
    return new Rule(Pattern.compile("(?:" + regex + ")" + END), maker);
  }

  Optional<? extends Piece> at(int index, String text, Context context) {
    Matcher matcher = pattern.matcher(text);
    matcher.region(index, text.length()).useTransparentBounds(true).useAnchoringBounds(false);
    if (!matcher.lookingAt() || matcher.end() == index) return Optional.empty();
    return maker.make(new Match(matcher), new Span(index, matcher.end()), context);
  }
}
