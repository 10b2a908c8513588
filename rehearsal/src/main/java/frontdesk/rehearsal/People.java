package frontdesk.rehearsal;

import frontdesk.model.guided.Codes;
import frontdesk.model.guided.Span;
import frontdesk.rehearsal.Parameter.Role;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the names of people: the customer's own, and of whom something is wanted.
final class People {
  private static final Pattern OWN_NAME =
      Pattern.compile(
          "(?i:\\bmy (?:full )?name(?:'s|’s| is)|\\bi am|\\bi'm|\\bi’m|\\bthis is|\\bcall me|\\bunder(?: the name(?: of)?)?|\\bname:|\\bname is) "
              + "(?:Mr\\.? |Mrs\\.? |Ms\\.? |Dr\\.? )?("
              + Names.WORD
              + "(?: "
              + Names.WORD
              + "){0,3})");
  private static final Pattern OWN_NAME_LOWER =
      Pattern.compile(
          "\\b(?:my (?:full )?name(?:'s|’s| is)|call me) ([\\p{L}\\p{M}'-]+(?: [\\p{L}\\p{M}'-]+)?)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern THAI_NAME =
      Pattern.compile(
          "(?:ผม|ฉัน|ดิฉัน|หนู|เรา)?ชื่อ(?:คือ|ว่า)?\\s*((?:คุณ)?[\\p{L}\\p{M}]+(?: [\\p{L}\\p{M}]+)?)");
  private static final Pattern NOT_A_SURNAME =
      Pattern.compile(
          "ขอ|จะ|อยาก|ต้องการ|อีเมล|เบอร์|โทร|นัด|จอง|และ|วัน|เวลา|ค่ะ|ครับ|พรุ่งนี้|มี|เป็น");
  private static final Pattern PARTICLE = Pattern.compile("\\s*(?:ค่ะ|คะ|ครับ|คับ|จ้า|จ้ะ|จ๊ะ)$");
  private static final String NA = "นะ";
  private static final Pattern WITH_PERSON =
      Pattern.compile(
          "\\b(?i:to|for|with|by|see|of|named|from) (?:Mr\\.? |Mrs\\.? |Ms\\.? |Dr\\.? )?("
              + Names.WORD
              + "(?: "
              + Names.WORD
              + "){0,2})");

  private static final String NAME = "(" + Names.WORD + "(?: " + Names.WORD + "){0,3})";
  private static final Pattern BEFORE_ADDRESS =
      Pattern.compile("(?:^|[,;:\\n])\\s*" + NAME + "\\s*[,;:(<\\n-]?\\s*$");
  private static final Pattern BEHIND_ADDRESS =
      Pattern.compile("^[)>]?\\s*[,;\\n]\\s*" + NAME + "\\s*(?:[,;.\\n]|$)");

  /// "Tuesday Weld", where only a name was asked for.
  private static final Pattern OF_CALENDAR =
      Pattern.compile(
          "^\\W*(?:(?i:my name is|i'm|i am|it's|this is) )?((?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|April|May|June|July|August)"
              + "(?: (?!Morning|Afternoon|Evening|Night|Noon)"
              + Names.WORD
              + "){1,3})[\\s.!]*$");

  private final Slots slots;
  private final Line line;

  People(Slots slots, Line line) {
    this.slots = slots;
    this.line = line;
  }

  /// The customer's own name, by the words that announce it.
  void own() {
    for (Parameter name : slots.open(Role.PERSON)) {
      boolean own = name.words().size() == 1 || name.words().contains("your");
      if (!own && !name.name().equals("name")) continue;
      Optional<Span> at = Line.first(OWN_NAME, line.openText());
      if (at.isEmpty()) at = Line.first(OWN_NAME_LOWER, line.openText());
      if (at.filter(span -> Names.isName(line.at(span))).isPresent()) {
        slots.put(name, line.at(at.get()), at.get());
        continue;
      }
      Line.first(THAI_NAME, line.openText()).ifPresent(span -> thaiName(name, span));
    }
  }

  /// A name that a day or a month is a part of, before dates are read.
  void ofCalendar() {
    List<Parameter> asked = slots.open(Role.PERSON).stream().filter(slots::isAsked).toList();
    if (asked.size() != 1) return;
    Line.first(OF_CALENDAR, line.openText())
        .ifPresent(at -> slots.put(asked.getFirst(), line.at(at), at));
  }

  /// "Ann Lee, ann@example.com": whose address it is.
  void besideAddress() {
    boolean otherNames = slots.has(Role.PLACE) || slots.has(Role.TITLE) || slots.has(Role.SORT);
    List<Parameter> open = slots.open(Role.PERSON);
    Optional<Codes.Found> address = Codes.email(line.said());
    if (otherNames || open.size() != 1 || !slots.has(Role.EMAIL) || address.isEmpty()) return;
    String text = line.openText();
    int end = address.get().span().to();
    Line.first(BEFORE_ADDRESS, text.substring(0, address.get().span().from()))
        .or(() -> Line.first(BEHIND_ADDRESS, text.substring(end)).map(at -> moved(at, end)))
        .filter(at -> Names.isName(line.at(at)) && Names.isPerson(line.at(at)))
        .ifPresent(at -> slots.put(open.getFirst(), line.at(at), at));
  }

  private static Span moved(Span span, int by) {
    return new Span(span.from() + by, span.to() + by);
  }

  private void thaiName(Parameter name, Span at) {
    String said = withoutParticles(line.at(at));
    int space = said.indexOf(' ');
    boolean more = space > 0 && NOT_A_SURNAME.matcher(said.substring(space + 1)).lookingAt();
    String bare = more ? withoutParticles(said.substring(0, space)) : said;
    if (!bare.isEmpty()) slots.put(name, bare, at);
  }

  /// นะ is polite, and also ends names: มานะ. It is cut from what is long enough to be a name
  /// without it; where no particle follows, only from a single name.
  private static String withoutParticles(String name) {
    String bare = PARTICLE.matcher(name).replaceFirst("").strip();
    if (!bare.endsWith(NA)) return bare;
    String rest = bare.substring(0, bare.length() - NA.length());
    int last = rest.length() - 1 - rest.lastIndexOf(' ');
    boolean particle = bare.length() < name.strip().length();
    boolean polite = last == 0 || (particle ? last > 2 : last > 3 && last == rest.length());
    return polite ? rest.strip() : bare;
  }

  /// Those with whom, for whom or to whom.
  void others() {
    for (Parameter person : slots.open(Role.PERSON)) {
      Matcher m = WITH_PERSON.matcher(line.openText());
      while (m.find()) {
        Span at = Line.span(m);
        if (!Names.isName(line.at(at)) || !line.isFree(at) || isPlaced(at)) continue;
        slots.put(person, Names.strip(line.at(at)), at);
        break;
      }
    }
  }

  /// A place is meant where the tool takes one and "in" or "near" leads.
  private boolean isPlaced(Span at) {
    return slots.open(Role.PLACE).stream().anyMatch(slots::isAsked)
        && line.before(at.from(), 8).strip().matches("(?s).*\\b(?:in|near|around)$");
  }
}
