package frontdesk.rehearsal;

import frontdesk.model.guided.Span;
import frontdesk.rehearsal.Parameter.Role;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what things are called.
final class Titles {
  private static final Pattern CALLED =
      Pattern.compile(
          "\\b(?i:named|called|titled|labell?ed|name(?:d)? (?:it|is|as|of)?|with (?:the )?name(?: of)?|title(?: is)?|entitled) [\"“']?"
              + "([^.,;:!?\"”\u0001]{1,60}?)[\"”']?(?= *(?:$|[.,;:!?\u0001\"”]|\\b(?:for|at|on|to|please|and)\\b))");
  private static final Pattern QUOTED = Pattern.compile("[\"“]([^\"“”\u0001]{1,80})[\"”]");
  private static final Pattern LED =
      Pattern.compile(
          "\\b(?i:at|to|for|of|see|watch|hear|play|with|by|like|about|try|attend|visit|book|is)(?: (?i:the|a|an))? "
              + Names.CAPITALS);
  private static final Pattern BARE_CAPITALS = Pattern.compile("(?<![\\p{L}'’])" + Names.CAPITALS);

  private final Slots slots;
  private final Line line;

  Titles(Slots slots, Line line) {
    this.slots = slots;
    this.line = line;
  }

  /// Those in quotation marks or announced: "called …".
  void announced() {
    for (Parameter title : slots.open(Role.TITLE)) {
      Optional<Span> at = Line.first(QUOTED, line.openText());
      if (at.isEmpty())
        at = Line.first(CALLED, line.openText()).filter(s -> !Words.of(line.at(s)).isEmpty());
      at.ifPresent(span -> slots.put(title, line.at(span), span));
    }
  }

  /// Those that only capitals tell.
  void byCapitals() {
    for (Pattern pattern : List.of(LED, BARE_CAPITALS)) {
      Matcher m = pattern.matcher(line.openText());
      int from = 0;
      while (m.find(from)) {
        Span at = Line.span(m);
        from = Math.max(at.to(), m.start() + 1);
        if (!isTitle(at, pattern.equals(LED))) continue;
        slots
            .pick(slots.open(Role.TITLE), at)
            .ifPresent(p -> slots.put(p, Names.strip(line.at(at)), at));
      }
    }
  }

  private boolean isTitle(Span at, boolean led) {
    String said = line.at(at);
    boolean starts = at.from() == 0 || line.before(at.from(), 3).strip().matches("|.*[.!?]");
    boolean alone = said.indexOf(' ') < 0;
    return line.isFree(at) && Names.isName(said) && (led || !starts || !alone);
  }
}
