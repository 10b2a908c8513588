package frontdesk.dates;

import frontdesk.dates.Piece.Days;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The pieces that belong together: at most one day, one time and one part of the day.
///
/// @param not whether the customer says that just this is not meant
/// @param vague what to ask when the day that is named is not the one that is meant
record Phrase(List<Piece> pieces, boolean not, Optional<Reason> vague) {
  Phrase {
    pieces = List.copyOf(pieces);
  }

  static Phrase of(Piece piece) {
    return new Phrase(List.of(piece), false, Optional.empty());
  }

  Phrase plus(Piece piece) {
    var more = new ArrayList<>(pieces);
    more.add(piece);
    return new Phrase(more, not, vague);
  }

  Phrase without(Piece piece) {
    return new Phrase(pieces.stream().filter(other -> !other.equals(piece)).toList(), not, vague);
  }

  Phrase negated(boolean isNot) {
    return new Phrase(pieces, not || isNot, vague);
  }

  Phrase asking(Optional<Reason> reason) {
    return new Phrase(pieces, not, vague.or(() -> reason));
  }

  <P extends Piece> Optional<P> first(Class<P> kind) {
    return pieces.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  Span span() {
    return pieces.stream().map(Piece::span).reduce(Span::with).orElseThrow();
  }

  boolean hasDay() {
    return pieces.stream().anyMatch(Phrase::isDay);
  }

  boolean isOnlyDay() {
    return pieces.stream().allMatch(Days.class::isInstance);
  }

  /// Whether the place of this piece is still free.
  boolean fits(Piece piece) {
    return pieces.stream().noneMatch(other -> clash(other, piece));
  }

  private static boolean clash(Piece one, Piece other) {
    return (isDay(one) && isDay(other))
        || (isTime(one) && isTime(other))
        || (isPart(one) && isPart(other));
  }

  private static boolean isDay(Piece piece) {
    return switch (piece) {
      case Days _, Piece.DayRange _, Piece.PartOfToday _, Piece.Exact _, Piece.Gone _ -> true;
      case Piece.Shift _, Piece.Clock _, Piece.Hours _, Piece.Part _, Piece.Lasting _ -> false;
      case Piece.Zone _, Piece.Courtesy _, Piece.Not _, Piece.Vague _ -> false;
    };
  }

  private static boolean isTime(Piece piece) {
    return piece instanceof Piece.Clock
        || piece instanceof Piece.Hours
        || piece instanceof Piece.Exact;
  }

  private static boolean isPart(Piece piece) {
    return piece instanceof Piece.Part
        || piece instanceof Piece.PartOfToday
        || piece instanceof Piece.Exact;
  }
}
