package frontdesk.rehearsal;

import frontdesk.model.guided.Said;
import frontdesk.model.guided.Span;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a customer wrote, on its way to be read: what was understood is covered, so that nothing is
/// taken twice.
final class Line {
  /// Stands for a character that was understood: no letter, no space, no mark.
  static final char COVER = '\u0001';

  private static final int LENGTH_MAX = 4_000;

  private final Said said;
  private final boolean[] taken;

  Line(String raw) {
    this.said = Said.of(raw.length() > LENGTH_MAX ? raw.substring(0, LENGTH_MAX) : raw);
    this.taken = new boolean[said.text().length()];
  }

  static Span span(frontdesk.dates.Span read) {
    return new Span(read.from(), read.to());
  }

  /// What the first group of a pattern matched.
  static Span span(Matcher matched) {
    return new Span(matched.start(1), matched.end(1));
  }

  /// The first group of a pattern where it is found first.
  static Optional<Span> first(Pattern pattern, String text) {
    Matcher m = pattern.matcher(text);
    return m.find() ? Optional.of(span(m)) : Optional.empty();
  }

  Said said() {
    return said;
  }

  String text() {
    return said.text();
  }

  String plain() {
    return said.plain();
  }

  /// In small letters, what was understood covered.
  String open() {
    return covered(said.plain());
  }

  /// As written, what was understood covered.
  String openText() {
    return covered(said.text());
  }

  void take(Span span) {
    Arrays.fill(taken, span.from(), Math.min(span.to(), taken.length), true);
  }

  boolean isFree(Span span) {
    for (int i = span.from(); i < span.to(); i++) if (taken[i]) return false;
    return true;
  }

  String at(Span span) {
    return said.text().substring(span.from(), span.to());
  }

  /// The words shortly before a place, up to the end of a sentence, in small letters.
  String before(int at, int characters) {
    String near = said.plain().substring(Math.max(0, at - characters), at);
    int end = Math.max(near.lastIndexOf(". "), near.lastIndexOf('\n'));
    return near.substring(end + 1);
  }

  String after(int at, int characters) {
    return said.plain().substring(at, Math.min(said.plain().length(), at + characters));
  }

  private String covered(String text) {
    var open = new StringBuilder(text);
    for (int i = 0; i < taken.length; i++) if (taken[i]) open.setCharAt(i, COVER);
    return open.toString();
  }
}
