package frontdesk.rehearsal;

import frontdesk.dates.Context;
import frontdesk.dates.Figure;
import frontdesk.dates.Numbers;
import frontdesk.dates.Reason;
import frontdesk.model.guided.Span;
import frontdesk.rehearsal.Parameter.Role;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads numbers and amounts of a line into the arguments that take them: by the word behind
/// ("4 tickets"), by a currency, or because only one is asked for.
final class Quantities {
  private static final int NEAR = 24;
  private static final Set<String> MONEY =
      Set.of(
          "amount", "price", "cost", "money", "fund", "budget", "fee", "pay", "payment", "sum",
          "rent", "fare");
  private static final Set<String> MONEY_UNITS =
      Set.of("dollar", "buck", "euro", "baht", "pound", "usd", "eur", "thb", "quid");
  private static final Set<String> PEOPLE =
      Set.of(
          "peopl",
          "person",
          "guest",
          "seat",
          "ticket",
          "passenger",
          "adult",
          "traveler",
          "rider",
          "friend",
          "member",
          "group",
          "ท่าน",
          "คน",
          "ที่นั่ง",
          "ใบ");
  private static final Set<String> COUNTS = Set.of("number", "count", "quantity", "siz", "many");

  private final Slots slots;
  private final Line line;
  private final Context context;

  Quantities(Slots slots, Line line, Context context) {
    this.slots = slots;
    this.line = line;
    this.context = context;
  }

  void read() {
    for (Figure figure : Numbers.readAll(line.openText(), context.locale())) {
      switch (figure) {
        case Figure.Sure(BigDecimal value, var currency, var span) ->
            number(value, currency.isPresent(), Line.span(span));
        case Figure.Asked(Reason reason, List<BigDecimal> values, var span) -> {
          boolean sure = reason == Reason.CURRENCY && values.size() == 1;
          if (sure) number(values.getFirst(), true, Line.span(span));
        }
      }
    }
  }

  private void number(BigDecimal value, boolean money, Span at) {
    List<Parameter> open = slots.open(Role.NUMBER, Role.MINUTES);
    List<String> next =
        Words.tokens(line.after(at.to(), NEAR)).stream().limit(2).map(Words::stem).toList();
    boolean paid = money || next.stream().limit(1).anyMatch(MONEY_UNITS::contains);
    Optional<Parameter> meant = open.stream().filter(p -> fits(p, next, paid)).findFirst();
    if (meant.isEmpty() && !isPronoun(at)) {
      List<Parameter> asked = open.stream().filter(slots::isAsked).toList();
      if (asked.size() == 1) meant = Optional.of(asked.getFirst());
      else if (open.size() == 1 && stands(at, next) && !(paid && !isMoney(open.getFirst()))) {
        meant = Optional.of(open.getFirst());
      }
    }
    meant.ifPresent(parameter -> slots.put(parameter, value, at));
  }

  private boolean fits(Parameter parameter, List<String> next, boolean paid) {
    if (paid) return isMoney(parameter);
    boolean counts = parameter.about().stream().anyMatch(PEOPLE::contains);
    if (counts && next.stream().limit(1).anyMatch(PEOPLE::contains)) return true;
    return next.stream()
        .limit(1)
        .anyMatch(word -> parameter.about().contains(word) && !COUNTS.contains(word));
  }

  private static boolean isMoney(Parameter parameter) {
    return parameter.about().stream().anyMatch(MONEY::contains);
  }

  /// "one" in "that one" counts nothing, nor does a part of a longer number.
  private boolean isPronoun(Span at) {
    String before = line.before(at.from(), NEAR).strip();
    String after = line.after(at.to(), NEAR).strip();
    if (before.matches("(?s).*\\b(?:thousand|hundred)(?: and)?$") || after.startsWith("thousand"))
      return true;
    return line.at(at).strip().equalsIgnoreCase("one")
        && !before.matches("(?s).*\\b(?:for|just|only|need|want|get|buy)$");
  }

  /// Nothing behind says that it counts something else: "a table for two".
  private boolean stands(Span at, List<String> next) {
    String before = line.before(at.from(), NEAR).strip();
    boolean led = !before.matches("(?s).*(?:\\b(?:at|by|around|room|flight|about|on)|[#/:.-])$");
    return led && next.stream().limit(1).allMatch(w -> Words.isStop(w) || w.length() < 3);
  }
}
