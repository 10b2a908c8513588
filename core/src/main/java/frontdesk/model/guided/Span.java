package frontdesk.model.guided;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A stretch of text, from inclusive, to exclusive.
public record Span(int from, int to) {

  public int length() {
    return to - from;
  }

  public boolean overlaps(Span other) {
    return from < other.to && other.from < to;
  }

  public boolean isWithin(Span other) {
    return from >= other.from && to <= other.to;
  }

  /// Every place where a plain word or phrase stands by itself. Thai is written without spaces, so
  /// a Thai neighbour does not make a word longer.
  public static List<Span> all(String plain, String word) {
    var spans = new ArrayList<Span>();
    if (word.isEmpty()) return spans;
    for (int i = plain.indexOf(word); i >= 0; i = plain.indexOf(word, i + 1)) {
      int end = i + word.length();
      boolean open = i == 0 || !joins(plain.charAt(i - 1)) || !joins(word.charAt(0));
      boolean closed =
          end == plain.length()
              || !joins(plain.charAt(end))
              || !joins(word.charAt(word.length() - 1));
      if (open && closed) spans.add(new Span(i, end));
    }
    return spans;
  }

  public static boolean isThai(char c) {
    return c >= '\u0E00' && c <= '\u0E7F';
  }

  private static boolean joins(char c) {
    return Character.isLetterOrDigit(c) && !isThai(c);
  }

  /// A word that was found, and what it stands for.
  public record Hit<T>(T meaning, Span span) {

    /// Without the hits that lie in longer ones, in the order of the text: "not urgent" hides
    /// "urgent".
    public static <T> List<Hit<T>> longest(List<Hit<T>> hits) {
      var sorted = new ArrayList<>(hits);
      sorted.sort(
          Comparator.comparingInt((Hit<T> hit) -> hit.span.from())
              .thenComparingInt(hit -> -hit.span.to()));
      var kept = new ArrayList<Hit<T>>();
      for (Hit<T> hit : sorted) {
        Hit<T> last = kept.isEmpty() ? null : kept.getLast();
        if (last == null || !last.span.overlaps(hit.span)) kept.add(hit);
        else if (hit.span.length() > last.span.length()) kept.set(kept.size() - 1, hit);
      }
      return kept;
    }
  }
}
