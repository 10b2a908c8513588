package frontdesk.dates;

import frontdesk.dates.Piece.DayRange;
import frontdesk.dates.Piece.Days;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Puts the pieces of a line together to phrases, from left to right.
final class Phrases {
  private static final Pattern BESIDE =
      Pattern.compile("[ ,]*(?:(?:in|on|the|at|of|for|มี|เวลา|ตอน|ที่)[ ,]*){0,3}");
  private static final Pattern TO = Pattern.compile(" ?(?:-|to|until|till|through|ถึง|จนถึง) ?");
  private static final Pattern NOT_BEHIND =
      Pattern.compile(
          " ?(?:is not|isn't|does not|doesn't|will not|won't|is no good|ไม่ได้|ไม่ว่าง|ไม่สะดวก)");

  private final String text;
  private final List<Phrase> phrases = new ArrayList<>();
  private Optional<Piece> before = Optional.empty();

  private Phrases(String text) {
    this.text = text;
  }

  static List<Phrase> of(String line, List<Piece> pieces) {
    var phrases = new Phrases(Text.plain(line));
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (!phrases.isAlone(pieces, i)) phrases.add(piece);
      phrases.before = Optional.of(piece);
    }
    return phrases.done();
  }

  /// A weak part of the day without a day or time beside it is none: "morning!".
  private boolean isAlone(List<Piece> pieces, int at) {
    if (!(pieces.get(at) instanceof Piece.Part(_, _, boolean strong)) || strong) return false;
    boolean left =
        at > 0 && isTime(pieces.get(at - 1)) && beside(pieces.get(at - 1), pieces.get(at));
    boolean right =
        at + 1 < pieces.size()
            && isTime(pieces.get(at + 1))
            && beside(pieces.get(at), pieces.get(at + 1));
    return !left && !right;
  }

  private static boolean isTime(Piece piece) {
    return switch (piece) {
      case Days _, DayRange _, Piece.Clock _, Piece.Hours _ -> true;
      case Piece.PartOfToday _, Piece.Exact _, Piece.Gone _, Piece.Shift _, Piece.Part _ -> false;
      case Piece.Lasting _, Piece.Zone _, Piece.Courtesy _, Piece.Not _, Piece.Vague _ -> false;
    };
  }

  private void add(Piece piece) {
    switch (piece) {
      case Piece.Zone _,
          Piece.Courtesy _,
          Piece.Not _,
          Piece.Vague _,
          Piece.Lasting _,
          Piece.Shift _ -> {}
      case Days days -> add(shifted(days));
      case DayRange _, Piece.Clock _, Piece.Hours _, Piece.Part _ -> place(piece);
      case Piece.PartOfToday _, Piece.Exact _, Piece.Gone _ -> place(piece);
    }
  }

  private Days shifted(Days days) {
    if (!(before.orElse(days) instanceof Piece.Shift(Span span, int by)
        && beside(before.get(), days))) {
      return days;
    }
    List<LocalDate> moved = days.days().stream().map(day -> day.plusDays(by)).toList();
    return new Days(span.with(days.span()), moved, days.question(), days.kind());
  }

  private void add(Days days) {
    Optional<Days> other = last().flatMap(phrase -> phrase.first(Days.class));
    if (other.isEmpty() || before.isEmpty()) {
      place(days);
    } else if (gap(before.get(), days).matches(TO.pattern()) && last().get().isOnlyDay()) {
      replace(other.get(), until(other.get(), days));
    } else if (beside(before.get(), days) && namesOneDay(other.get(), days)) {
      replace(other.get(), agreed(other.get(), days));
    } else {
      place(days);
    }
  }

  private static boolean namesOneDay(Days one, Days other) {
    return one.kind() != other.kind();
  }

  /// "Friday, 5 March": the date, if it is that weekday; of two dates the one that is.
  private static Piece agreed(Days one, Days other) {
    Span span = one.span().with(other.span());
    boolean firstIsDate = rank(one) >= rank(other);
    Days date = firstIsDate ? one : other;
    Days word = firstIsDate ? other : one;
    List<LocalDate> both =
        date.days().stream()
            .filter(day -> word.days().stream().anyMatch(w -> same(word, w, day)))
            .toList();
    boolean firm = date.question().filter(why -> why != Reason.DAY_OR_MONTH).isPresent();
    if (both.size() == 1 && !firm) return Days.sure(span, both.getFirst(), Days.Kind.DATE);
    if (both.isEmpty()) return Days.ask(span, Reason.WRONG_WEEKDAY, date.days(), Days.Kind.DATE);
    return new Days(span, both, date.question(), Days.Kind.DATE);
  }

  private static int rank(Days days) {
    return switch (days.kind()) {
      case DATE -> 2;
      case RELATIVE -> 1;
      case WEEKDAY -> 0;
    };
  }

  private static boolean same(Days word, LocalDate said, LocalDate day) {
    return word.kind() == Days.Kind.WEEKDAY
        ? said.getDayOfWeek() == day.getDayOfWeek()
        : said.equals(day);
  }

  /// "Monday to Wednesday": the first of the last days that is not before the first day.
  private static Piece until(Days from, Days to) {
    Span span = from.span().with(to.span());
    LocalDate first = from.days().getFirst();
    boolean sure =
        from.question().isEmpty()
            && to.question().filter(why -> why != Reason.WHICH_WEEK).isEmpty();
    LocalDate week = to.days().getLast().plusWeeks(1);
    List<LocalDate> ends =
        to.kind() == Days.Kind.WEEKDAY
            ? Stream.concat(to.days().stream(), Stream.of(week)).toList()
            : to.days();
    Optional<LocalDate> last = ends.stream().filter(day -> !day.isBefore(first)).findFirst();
    return sure && last.isPresent()
        ? new DayRange(span, first, last.get().plusDays(1))
        : Days.ask(span, Reason.WHICH_DAY, List.of(first, to.days().getFirst()), Days.Kind.DATE);
  }

  private void place(Piece piece) {
    Optional<Phrase> last = last().filter(phrase -> phrase.fits(piece));
    boolean fits = last.isPresent() && !(before.orElse(piece) instanceof Piece.Not);
    boolean not =
        before.filter(Piece.Not.class::isInstance).filter(n -> beside(n, piece)).isPresent();
    Optional<Reason> vague =
        before
            .filter(mark -> beside(mark, piece))
            .flatMap(
                mark ->
                    mark instanceof Piece.Vague(_, Reason why)
                        ? Optional.of(why)
                        : Optional.empty());
    if (fits) phrases.set(phrases.size() - 1, last.get().plus(piece).asking(vague));
    else phrases.add(Phrase.of(piece).negated(not).asking(vague));
  }

  private void replace(Piece old, Piece piece) {
    phrases.set(phrases.size() - 1, phrases.getLast().without(old).plus(piece));
  }

  private Optional<Phrase> last() {
    return phrases.isEmpty() ? Optional.empty() : Optional.of(phrases.getLast());
  }

  private boolean beside(Piece left, Piece right) {
    return BESIDE.matcher(gap(left, right)).matches();
  }

  private String gap(Piece left, Piece right) {
    return text.substring(left.span().to(), Math.max(left.span().to(), right.span().from()));
  }

  /// A time without a day is of the day that was said before it; what is not meant counts only when
  /// nothing else is said.
  private List<Phrase> done() {
    var whole = new ArrayList<Phrase>();
    Optional<Piece> day = Optional.empty();
    for (Phrase phrase : phrases) {
      Phrase full = phrase;
      if (!phrase.hasDay() && day.isPresent()) full = phrase.plus(day.get());
      whole.add(full.negated(notBehind(phrase)));
      Optional<Piece> said = phrase.first(Days.class).map(Piece.class::cast);
      if (said.isPresent()) day = said;
    }
    List<Phrase> meant = whole.stream().filter(phrase -> !phrase.not()).toList();
    return meant.isEmpty() ? List.copyOf(whole) : meant;
  }

  private boolean notBehind(Phrase phrase) {
    return NOT_BEHIND.matcher(text).region(phrase.span().to(), text.length()).lookingAt();
  }
}
