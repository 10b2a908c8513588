package frontdesk.dates;

/// A stretch of a line, in characters: `from` is in it, `to` is behind it.
public record Span(int from, int to) {
  public Span {
    if (from < 0 || to <= from) throw new IllegalArgumentException("No span: " + from + ".." + to);
  }

  /// The words of the line that it covers.
  public String of(String line) {
    return line.substring(from, to);
  }

  /// The shortest span over both.
  public Span with(Span other) {
    return new Span(Math.min(from, other.from), Math.max(to, other.to));
  }
}
