package frontdesk.grounding;

import frontdesk.dates.Context;
import frontdesk.dates.Dates;
import frontdesk.dates.Reading.Asked;
import frontdesk.dates.Reading.None;
import frontdesk.dates.Reading.Resolved;
import frontdesk.dates.Span;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a customer wrote, and what it is read with.
///
/// @param text at most the first 4,000 characters, as far as dates are read
/// @param context what its dates are measured from
/// @param asked the arguments that were asked for when it was written
record Line(String text, Context context, Set<String> asked) {
  private static final int LENGTH_MAX = 4_000;
  private static final String POLITE =
      "please|thanks|thank you|นะ|จ้า|เลย|ด้วย|ค่ะ|คะ|ครับ|[\\s\\p{P}]";
  private static final Pattern YES =
      Pattern.compile(
          "(?i)(?!(?:please|thanks|thank you|[\\s\\p{P}])*$)(?:yes|yep|yeah|ok|okay|sure|exactly|right"
              + "|correct|ใช่|ได้|โอเค|ตกลง|เอา|ต้องการ|"
              + POLITE
              + ")+");
  private static final Pattern NO =
      Pattern.compile(
          "(?i)(?=.*(?:\\bno|ไม่))(?:no|nope|not|needed|necessary|ไม่|ไม่เอา|ไม่ต้อง|ไม่ต้องการ|เป็นไร|"
              + POLITE
              + ")+");

  Line {
    // What a customer may write is longer, and looking for values takes the square of it.
    text = text.substring(0, Math.min(text.length(), LENGTH_MAX));
    asked = Set.copyOf(asked);
  }

  /// Character by character: digits of every script as 0 to 9, one kind of apostrophe and of @.
  String plain() {
    var plain = new StringBuilder(text.length());
    text.chars().forEach(c -> plain.append(plain((char) c)));
    return plain.toString();
  }

  private static char plain(char c) {
    if (c > '9' && Character.isDigit(c)) return (char) ('0' + Character.digit(c, 10));
    return switch (c) {
      case '’', 'ʼ' -> '\'';
      case '＠' -> '@';
      case '‐', '‑', '–' -> '-';
      default -> c;
    };
  }

  /// Only the words of the span, as they were written then.
  Line only(Span span) {
    return new Line(span.of(text), context, asked);
  }

  boolean isYes() {
    return YES.matcher(text).matches();
  }

  boolean isNo() {
    return NO.matcher(text).matches();
  }

  /// Whether nothing but this argument was asked for.
  boolean answers(String argument) {
    return asked.equals(Set.of(argument));
  }

  /// What is said of days, times and lengths.
  List<Span> times() {
    return Dates.readAll(text, context).stream()
        .flatMap(
            reading ->
                switch (reading) {
                  case Resolved(_, Span span, _) -> Stream.of(span);
                  case Asked(_, _, Span span) -> Stream.of(span);
                  case None _ -> Stream.<Span>of();
                })
        .toList();
  }

  static boolean isWithin(Span inner, List<Span> spans) {
    return spans.stream().anyMatch(s -> s.from() <= inner.from() && inner.to() <= s.to());
  }

  static Stream<Span> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(m -> new Span(m.start(), m.end()));
  }

  static Span span(Matcher found) {
    return new Span(found.start(), found.end());
  }
}
