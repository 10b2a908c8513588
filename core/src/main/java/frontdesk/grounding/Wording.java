package frontdesk.grounding;

import frontdesk.dates.Dates;
import frontdesk.dates.Figure;
import frontdesk.dates.Numbers;
import frontdesk.dates.Reading.Asked;
import frontdesk.dates.Reading.None;
import frontdesk.dates.Reading.Resolved;
import frontdesk.dates.Span;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Free text, which a model may put in words of its own: most of its words were said, and every
/// number, day, name and address in it.
record Wording() implements Normaliser {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final Pattern FIGURE = Pattern.compile("[^\\sก-๛]*[\\p{Nd}@][^\\sก-๛]*");
  private static final Pattern NAMED =
      Pattern.compile("(?<=[\\p{L}\\p{N},] )\\p{Lu}[\\p{L}\\p{M}]{2,}");
  private static final Pattern SMALL = Pattern.compile("(?<= )\\p{Ll}\\p{L}{2,}");

  /// What a model says around what was said.
  private static final Pattern FILLING =
      Pattern.compile(
          "(?i)\\b(?:the|a|an|customer|client|user|guest|wants?|would|likes?|please|about|and|for|with|to)\\b"
              + "|ลูกค้า|ต้องการ|เกี่ยวกับ|เรื่อง|ขอ|ด้วย|ค่ะ|ครับ|ให้|ที่");

  private static final int STEM = 5;
  private static final int SHORT = 3;
  private static final double ENOUGH = 0.6;
  private static final int GRAM = 3;

  @Override
  public Optional<Span> find(Line line, String value, About about) {
    if (line.text().isEmpty() || value.isBlank()) return Optional.empty();
    Line wanted = new Line(value, line.context(), Set.of());
    boolean said = figures(wanted, line) && days(wanted, line) && names(wanted, line);
    return said && isMostOf(wanted, line)
        ? Optional.of(new Span(0, line.text().length()))
        : Optional.empty();
  }

  private static boolean isMostOf(Line wanted, Line line) {
    List<String> parts = parts(FILLING.matcher(lower(wanted)).replaceAll(" "));
    if (parts.isEmpty()) parts = parts(lower(wanted));
    Set<String> known = new HashSet<>(parts(FILLING.matcher(lower(line)).replaceAll(" ")));
    known.addAll(parts(lower(line)));
    long found = parts.stream().filter(known::contains).count();
    return found >= ENOUGH * parts.size();
  }

  /// Each number in digits stands in the line, in digits or words, as a whole.
  private static boolean figures(Line wanted, Line line) {
    Set<String> said = new HashSet<>(figures(line));
    List<BigDecimal> numbers = numbers(line);
    return figures(wanted).stream()
        .allMatch(
            figure ->
                said.contains(figure)
                    || (figure.matches("\\d{1,9}")
                        && numbers.stream()
                            .anyMatch(n -> n.compareTo(new BigDecimal(figure)) == 0)));
  }

  private static List<String> figures(Line line) {
    return FIGURE
        .matcher(lower(line))
        .results()
        .map(m -> m.group().replaceAll("^[\\p{P}&&[^@+]]+|[\\p{P}&&[^@]]+$", ""))
        .toList();
  }

  private static List<BigDecimal> numbers(Line line) {
    return Numbers.readAll(line.text(), line.context().locale()).stream()
        .flatMap(
            figure ->
                switch (figure) {
                  case Figure.Sure(var value, _, _) -> Stream.of(value);
                  case Figure.Asked _ -> Stream.<BigDecimal>of();
                })
        .toList();
  }

  /// What it says of days and times was said in these words, or means what was said.
  private static boolean days(Line wanted, Line line) {
    Set<Object> said = new HashSet<>();
    Dates.readAll(line.text(), line.context())
        .forEach(
            reading -> {
              if (reading instanceof Resolved(var when, _, _)) said.add(when);
            });
    return Dates.readAll(wanted.text(), wanted.context()).stream()
        .allMatch(
            reading ->
                switch (reading) {
                  case Resolved(var when, Span span, _) ->
                      said.contains(when) || isIn(span.of(wanted.text()), line);
                  case Asked(_, _, Span span) -> isIn(span.of(wanted.text()), line);
                  case None _ -> true;
                });
  }

  private static boolean isIn(String words, Line line) {
    return lower(line).contains(words.toLowerCase(Locale.ROOT));
  }

  /// A word in capitals among small ones names somebody or something.
  private static boolean names(Line wanted, Line line) {
    if (!SMALL.matcher(wanted.text()).find()) return true;
    Set<String> known = new HashSet<>(parts(lower(line)));
    return NAMED
        .matcher(wanted.text())
        .results()
        .flatMap(m -> ofWord(m.group().toLowerCase(Locale.ROOT)))
        .allMatch(known::contains);
  }

  private static String lower(Line line) {
    return line.plain().toLowerCase(Locale.ROOT);
  }

  /// Stems of words; of Thai, which has no blanks, three characters each.
  private static List<String> parts(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).flatMap(Wording::ofWord).toList();
  }

  private static Stream<String> ofWord(String word) {
    if (!Words.isThai(word)) {
      return word.length() < SHORT
          ? Stream.of()
          : Stream.of(word.substring(0, Math.min(STEM, stem(word))));
    }
    return IntStream.rangeClosed(0, Math.max(0, word.length() - GRAM))
        .mapToObj(i -> word.substring(i, Math.min(word.length(), i + GRAM)));
  }

  private static int stem(String word) {
    return word.endsWith("s") && word.length() > SHORT ? word.length() - 1 : word.length();
  }

  @Override
  public String name() {
    return "wording";
  }
}
