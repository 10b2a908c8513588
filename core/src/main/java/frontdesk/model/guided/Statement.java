package frontdesk.model.guided;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// What is left of a text to describe something: without greetings, thanks, questions and what was
/// said of single fields.
///
/// @param text as written, one space between sentences
/// @param info how many words of it say something
record Statement(Said text, int info) {
  private static final Set<String> CONNECTORS = Set.of("and", "but", "so", "also", "และ", "แต่");
  private static final String LOOSE = " ,;:-–—*_\n";
  private static final String GREETING_END = " ,.!-–\n";

  /// @param covered stretches that say something of single fields
  /// @param hidden words that mean a value of a single field, and so describe nothing
  /// @param complaints whether a question may tell what went wrong
  static Statement of(
      Said said, List<Span> covered, List<Span> hidden, SmallTalk smallTalk, boolean complaints) {
    if (smallTalk.isUnsure(said.plain())) return new Statement(Said.of(""), 0);
    String counted = masked(said.plain(), covered, hidden);
    var parts = new ArrayList<String>();
    int info = 0;
    for (Span sentence : said.sentences()) {
      Said whole = said.part(sentence);
      boolean complains = complaints && smallTalk.isComplaint(whole.plain());
      if (smallTalk.isQuestion(whole.plain()) && !complains) continue;
      int says = smallTalk.info(counted.substring(sentence.from(), sentence.to()));
      if (says == 0) continue;
      info += says;
      Span open = tidy(said.plain(), edges(said, sentence, covered, counted, smallTalk));
      if (open.length() > 0) parts.add(said.part(open).text());
    }
    return new Statement(Said.of(String.join(" ", parts)), info);
  }

  private static String masked(String plain, List<Span> covered, List<Span> hidden) {
    char[] chars = plain.toCharArray();
    for (Span span : covered) Arrays.fill(chars, span.from(), span.to(), ' ');
    for (Span span : hidden) Arrays.fill(chars, span.from(), span.to(), ' ');
    return new String(chars);
  }

  /// Cuts off what is covered at either end, where a comma, a colon or an "and" parts it from the
  /// rest. Elsewhere it stays, so that the sentence reads on.
  private static Span edges(
      Said said, Span sentence, List<Span> covered, String counted, SmallTalk smallTalk) {
    List<Span> inside =
        covered.stream()
            .filter(span -> span.length() > 0 && span.isWithin(sentence))
            .sorted(Comparator.comparingInt(Span::from))
            .toList();
    Span open = sentence;
    for (Span span : inside) {
      boolean leads =
          span.to() > open.from() && smallTalk.info(counted.substring(open.from(), span.to())) == 0;
      int cut = leads ? afterSeparator(said.plain(), span.to(), open.to()) : 0;
      if (cut > 0) open = new Span(cut, open.to());
    }
    for (Span span : inside.reversed()) {
      boolean trails =
          span.from() >= open.from()
              && span.to() <= open.to()
              && smallTalk.info(counted.substring(span.from(), open.to())) == 0;
      int cut = trails ? beforeSeparator(said.plain(), open.from(), span.from()) : 0;
      if (cut > 0) open = new Span(open.from(), cut);
    }
    return open;
  }

  /// Where the rest begins; 0 if no separator follows.
  private static int afterSeparator(String plain, int from, int to) {
    int i = from;
    while (i < to && LOOSE.indexOf(plain.charAt(i)) >= 0) i++;
    int connector = connectorAfter(plain.substring(i, to));
    boolean parted = connector > 0 || !plain.substring(from, i).isBlank();
    return parted ? i + connector : 0;
  }

  /// Where the rest ends; 0 if no separator stands before.
  private static int beforeSeparator(String plain, int from, int to) {
    int i = to;
    while (i > from && LOOSE.indexOf(plain.charAt(i - 1)) >= 0) i--;
    int connector = connectorBefore(plain.substring(from, i));
    boolean parted = connector > 0 || !plain.substring(i, to).isBlank();
    return parted ? i - connector : 0;
  }

  private static int connectorAfter(String text) {
    return CONNECTORS.stream()
        .filter(word -> text.startsWith(word + " "))
        .mapToInt(String::length)
        .findFirst()
        .orElse(0);
  }

  private static int connectorBefore(String text) {
    return CONNECTORS.stream()
        .filter(word -> text.endsWith(" " + word))
        .mapToInt(String::length)
        .findFirst()
        .orElse(0);
  }

  /// Without spaces around it and the greeting before it.
  private static Span tidy(String plain, Span span) {
    int from = skipSpace(plain, span.from(), span.to());
    int greeting = SmallTalk.greetingLength(plain.substring(from, span.to()));
    if (greeting > 0) {
      from += greeting;
      while (from < span.to() && GREETING_END.indexOf(plain.charAt(from)) >= 0) from++;
    }
    int to = span.to();
    while (to > from && Character.isWhitespace(plain.charAt(to - 1))) to--;
    return new Span(from, to);
  }

  private static int skipSpace(String plain, int from, int to) {
    int i = from;
    while (i < to && Character.isWhitespace(plain.charAt(i))) i++;
    return i;
  }
}
