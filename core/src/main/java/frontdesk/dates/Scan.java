package frontdesk.dates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the pieces of a line from left to right: at each place the longest that the grammar has.
/// The rules are bounded and the line is too, so the work is linear.
final class Scan {
  private static final int PIECES_MAX = 64;

  private static final List<Rule> RULES =
      Stream.of(
              IsoRules.ALL,
              DateRules.ALL,
              WeekdayRules.ALL,
              RelativeRules.ALL,
              ClockRules.ALL,
              LengthRules.ALL,
              PartRules.ALL,
              PartRules.OF_TODAY,
              Zones.ALL)
          .flatMap(List::stream)
          .toList();

  private final String line;
  private final String text;
  private final Context context;

  private Scan(String line, Context context) {
    this.line = line;
    this.text = Text.plain(line);
    this.context = context;
  }

  static List<Piece> pieces(String line, Context context) {
    return new Scan(line, context).pieces();
  }

  private List<Piece> pieces() {
    var pieces = new ArrayList<Piece>();
    int at = 0;
    while (at < text.length() && pieces.size() < PIECES_MAX) {
      Optional<Piece> found = Text.mayBegin(text, at) ? longest(at) : Optional.empty();
      found.ifPresent(pieces::add);
      at = found.map(piece -> piece.span().to()).orElse(at + 1);
    }
    return pieces;
  }

  private Optional<Piece> longest(int at) {
    if (text.charAt(at) == ' ') return Optional.empty();
    Optional<Piece> best = Optional.empty();
    for (Rule rule : RULES) best = longer(best, rule.at(at, text, context));
    return isCapital(at) ? longer(best, Zones.ABBREVIATION.at(at, text, context)) : best;
  }

  private boolean isCapital(int at) {
    return Character.isUpperCase(line.charAt(at))
        && at + 1 < text.length()
        && Character.isUpperCase(line.charAt(at + 1));
  }

  private static Optional<Piece> longer(Optional<Piece> best, Optional<? extends Piece> other) {
    if (other.isEmpty()) return best;
    if (best.isPresent() && best.get().span().to() >= other.get().span().to()) return best;
    return Optional.of(other.get());
  }
}
