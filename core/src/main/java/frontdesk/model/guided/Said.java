package frontdesk.model.guided;

import java.util.ArrayList;
import java.util.List;

/// What a customer wrote, twice and at equal length: `text` as written, without control and
/// direction characters; `plain` for comparing, in lower case with ASCII digits. A place in one is
/// the same place in the other.
public record Said(String text, String plain) {
  private static final int CLAUSE_CHARS_MAX = 120;

  public static Said of(String raw) {
    var text = new StringBuilder(raw.length());
    var plain = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = isStray(raw, i) ? ' ' : raw.charAt(i);
      text.append(c);
      plain.append(plain(c));
    }
    return new Said(text.toString(), plain.toString());
  }

  /// A word, a keyword or a label, in the form that `plain` has.
  public static String plain(String word) {
    return of(word).plain().strip();
  }

  public Said part(int from, int to) {
    return new Said(text.substring(from, to), plain.substring(from, to));
  }

  public Said part(Span span) {
    return part(span.from(), span.to());
  }

  /// A stretch as written, but with ASCII digits.
  public String digits(Span span) {
    var digits = new StringBuilder(span.length());
    for (int i = span.from(); i < span.to(); i++) {
      char c = plain.charAt(i);
      digits.append(c >= '0' && c <= '9' ? c : text.charAt(i));
    }
    return digits.toString();
  }

  /// Lines and sentences, each with the mark that ends it.
  public List<Span> sentences() {
    var sentences = new ArrayList<Span>();
    int from = 0;
    for (int i = 0; i < plain.length(); i++) {
      if (!endsSentence(i)) continue;
      sentences.add(new Span(from, i + 1));
      from = i + 1;
    }
    if (from < plain.length()) sentences.add(new Span(from, plain.length()));
    return sentences;
  }

  /// The part around `at` between commas, brackets or the ends of its sentence, so far as it is
  /// near.
  public Span clause(Span at) {
    int first = Math.max(0, at.from() - CLAUSE_CHARS_MAX);
    int last = Math.min(plain.length(), at.to() + CLAUSE_CHARS_MAX);
    int from = at.from();
    while (from > first && !endsClause(from - 1)) from--;
    int to = at.to();
    while (to < last && !endsClause(to)) to++;
    return new Span(from, to);
  }

  private boolean endsClause(int i) {
    return ",;()".indexOf(plain.charAt(i)) >= 0 || endsSentence(i);
  }

  private boolean endsSentence(int i) {
    return switch (plain.charAt(i)) {
      case '\n', '!', '?' -> true;
      case '.' -> i + 1 == plain.length() || Character.isWhitespace(plain.charAt(i + 1));
      default -> false;
    };
  }

  /// A control character, one that turns the direction of writing, or half a surrogate pair.
  private static boolean isStray(String raw, int i) {
    char c = raw.charAt(i);
    if (c == '\n') return false;
    if (Character.isHighSurrogate(c)) {
      return i + 1 == raw.length() || !Character.isLowSurrogate(raw.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) return i == 0 || !Character.isHighSurrogate(raw.charAt(i - 1));
    boolean turns = (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
    return turns || Character.isISOControl(c);
  }

  private static char plain(char c) {
    if (c >= '๐' && c <= '๙') return (char) (c - '๐' + '0');
    return switch (c) {
      case '’', '‘', '`' -> '\'';
      case '：' -> ':';
      case '？' -> '?';
      case '\u00A0' -> ' ';
      default -> Character.toLowerCase(c);
    };
  }
}
