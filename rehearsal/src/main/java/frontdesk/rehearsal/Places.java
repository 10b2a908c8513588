package frontdesk.rehearsal;

import frontdesk.model.guided.Span;
import frontdesk.rehearsal.Parameter.Role;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads towns, areas and addresses, by the words that lead to them.
final class Places {
  private static final Pattern PLACE =
      Pattern.compile(
          "\\b(?i:in|around|near|at|from|to|of|for|into|toward|towards|by|is|search|leaving|via|through|city|area|:)(?: the)?(?: (?:city|area|town|region|vicinity|neighborhood) of)?(?: around| in)? "
              + Names.CAPITALS
              + "(?:, ?([A-Z]{2}|[A-Z][a-z]+)\\b)?");
  private static final Pattern PLACE_LOWER =
      Pattern.compile(
          "\\b(?:in|around|near|from|to)(?: the (?:city|area|town) of)? ((?!the\\b|a\\b|an\\b|my\\b|your\\b|this\\b|that\\b|it\\b|advance|general|order|there|here|be\\b|me\\b|any)[\\p{L}\\p{M}'.-]{2,}(?: [\\p{L}\\p{M}'.-]{2,}){0,1})(?= *(?:$|[.,?!;\u0001]|\\b(?:for|on|at|from|to|please|with|and|that|by)\\b))");

  private final Slots slots;
  private final Line line;

  Places(Slots slots, Line line) {
    this.slots = slots;
    this.line = line;
  }

  void read() {
    Matcher m = PLACE.matcher(line.openText());
    int from = 0;
    while (m.find(from)) {
      Span at = Line.span(m);
      from = at.to();
      if (Names.isName(line.at(at)) && line.isFree(at)) place(at, lead(m));
    }
    if (line.open().equals(line.plain()) || !slots.open(Role.PLACE).isEmpty()) lower();
  }

  private static String lead(Matcher m) {
    return m.group().substring(0, m.group().indexOf(' ')).toLowerCase(Locale.ROOT);
  }

  private void place(Span at, String lead) {
    List<Parameter> open = slots.open(Role.PLACE);
    boolean weak = Set.of("of", "for", "by", "is", "at", "to").contains(lead);
    boolean rival = weak && !slots.open(Role.TITLE, Role.PERSON).isEmpty();
    boolean directed = Set.of("from", "to").contains(lead) && open.size() > 1;
    boolean asked = open.stream().anyMatch(slots::isAsked);
    if (rival && !directed && !asked) return;
    slots.pick(open, at).ifPresent(p -> slots.put(p, Names.strip(line.at(at)), at));
  }

  private void lower() {
    Matcher m = PLACE_LOWER.matcher(line.open());
    while (m.find()) {
      Span at = Line.span(m);
      String said = line.at(at);
      boolean matter =
          Words.of(said).stream().anyMatch(stem -> slots.offer().own().contains(stem))
              || Words.of(said).isEmpty();
      boolean directed = m.group().matches("(?:from|to) .*");
      if (matter || (directed && slots.open(Role.PLACE).size() < 2)) continue;
      slots.pick(slots.open(Role.PLACE), at).ifPresent(p -> slots.put(p, said, at));
    }
  }
}
