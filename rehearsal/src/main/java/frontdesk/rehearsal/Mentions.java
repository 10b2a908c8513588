package frontdesk.rehearsal;

import frontdesk.model.guided.Said;
import frontdesk.model.guided.Span;
import frontdesk.rehearsal.Parameter.Role;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads names of people, places and things and free text, by the words that announce them and by
/// capitals; of a short answer to a question, what is left of it.
final class Mentions {
  private static final String NAME_WORD =
      "(?:(?:St|Mt|Ft)\\. )?(?!I\\b)[\\p{Lu}][\\p{L}\\p{M}'’&-]*";
  private static final String CAPITALS =
      "((?:"
          + NAME_WORD
          + "|\\d+)(?:(?: (?:of|the|and|de|la|du|von|van|&|vs\\.?|Vs\\.?)){0,2} (?:"
          + NAME_WORD
          + "|\\d+(?![\\d:])))*)";
  private static final Pattern OWN_NAME =
      Pattern.compile(
          "(?i:\\bmy (?:full )?name(?:'s|’s| is)|\\bi am|\\bi'm|\\bi’m|\\bthis is|\\bcall me|\\bunder(?: the name(?: of)?)?|\\bname:|\\bname is) "
              + "(?:Mr\\.? |Mrs\\.? |Ms\\.? |Dr\\.? )?("
              + NAME_WORD
              + "(?: "
              + NAME_WORD
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
  private static final Pattern THAI_ENDING = Pattern.compile("(?:นะ)?(?:ค่ะ|คะ|ครับ|คับ|จ้า)?$");
  private static final Pattern NOT_A_NAME =
      Pattern.compile(
          "(?i)(?:i|i'm|i'd|i'll|i've|it|the|a|an|my|ok|okay|yes|no|please|thanks|thank|can|could|what|is|that|this|you|me|not|on|in|at|for|to|hi|hello|hey|nope|wait|one|two|three|four|five|six|seven|eight|nine|ten|sorry|find|book|set|show|search|reserve|buy|cancel|move|send|transfer|add|try|make|change|monday|tuesday|wednesday|thursday|friday|saturday|sunday|does|do|are|was|where|when|which|who|how|will|would|should|there)");
  private static final Pattern WITH_PERSON =
      Pattern.compile(
          "\\b(?i:to|for|with|by|see|of|named|from) (?:Mr\\.? |Mrs\\.? |Ms\\.? |Dr\\.? )?("
              + NAME_WORD
              + "(?: "
              + NAME_WORD
              + "){0,2})");
  private static final Pattern PLACE =
      Pattern.compile(
          "\\b(?i:in|around|near|at|from|to|of|for|into|toward|towards|by|is|search|leaving|via|through|city|area|:)(?: the)?(?: (?:city|area|town|region|vicinity|neighborhood) of)?(?: around| in)? "
              + CAPITALS
              + "(?:, ?([A-Z]{2}|[A-Z][a-z]+)\\b)?");
  private static final Pattern PLACE_LOWER =
      Pattern.compile(
          "\\b(?:in|around|near|from|to)(?: the (?:city|area|town) of)? ((?!the\\b|a\\b|an\\b|my\\b|your\\b|this\\b|that\\b|it\\b|advance|general|order|there|here|be\\b|me\\b|any)[\\p{L}\\p{M}'.-]{2,}(?: [\\p{L}\\p{M}'.-]{2,}){0,1})(?= *(?:$|[.,?!;\u0001]|\\b(?:for|on|at|from|to|please|with|and|that|by)\\b))");
  private static final Pattern CALLED =
      Pattern.compile(
          "\\b(?i:named|called|titled|labell?ed|name(?:d)? (?:it|is|as|of)?|with (?:the )?name(?: of)?|title(?: is)?|entitled) [\"“']?"
              + "([^.,;:!?\"”\u0001]{1,60}?)[\"”']?(?= *(?:$|[.,;:!?\u0001\"”]|\\b(?:for|at|on|to|please|and)\\b))");
  private static final Pattern QUOTED = Pattern.compile("[\"“]([^\"“”\u0001]{1,80})[\"”]");
  private static final Pattern LED =
      Pattern.compile(
          "\\b(?i:at|to|for|of|see|watch|hear|play|with|by|like|about|try|attend|visit|book|is)(?: (?i:the|a|an))? "
              + CAPITALS);
  private static final Pattern BARE_CAPITALS = Pattern.compile("(?<![\\p{L}'’])" + CAPITALS);
  private static final Pattern ABOUT =
      Pattern.compile(
          "(?i)(?:\\b(?:about|regarding|concerning|because(?: of)?|to discuss|to talk about|due to|since|(?:the )?(?:topic|subject|reason|agenda|purpose)(?: is| will be|:)?)|เรื่อง|หัวข้อ|เพราะว่า|เพราะ|เนื่องจาก)[: ]*"
              + "([^.,;!?\\n\u0001]{2,200})");

  private static final Pattern SERVED =
      Pattern.compile(
          "\\b(?:serves?|serving|kind of|type of|sort of)(?: some)? ([\\p{L}\\p{M}'-]+(?: (?!in\\b|at\\b|near\\b|on\\b|for\\b|and\\b|with\\b|around\\b|food\\b|that\\b|is\\b|do\\b|are\\b)[\\p{L}\\p{M}'-]+)?)");
  /// What sorts are said of, whatever the tool.
  private static final Set<String> SORTED =
      stems(
          "food cuisine dishes meal music genre style type kind place places spot ones movie film show songs");
  private static final Set<String> PRAISE =
      stems(
          "interesting cool awesome fun nice local exciting great entertaining popular best top upcoming available latest"
              + " different similar suitable perfect decent recent many several few good priced big small new old whole next"
              + " last first same certain particular amazing fancy serves serve serving mind user current moderate cheap"
              + " expensive enjoy prefer like love fond friends phone name main full all both live open possible free happening real special");

  private final Slots slots;
  private final Line line;

  Mentions(Slots slots, Line line) {
    this.slots = slots;
    this.line = line;
  }

  void read() {
    ownName();
    texts();
    titled();
    places();
    people();
    new BareAnswer(slots, line).read();
    sorts();
    titles();
  }

  private void ownName() {
    for (Parameter name : slots.open(Role.PERSON)) {
      boolean own = name.words().size() == 1 || name.words().contains("your");
      if (!own && !name.name().equals("name")) continue;
      Optional<Span> at = first(OWN_NAME, line.openText());
      if (at.isEmpty()) at = first(OWN_NAME_LOWER, line.openText());
      if (at.filter(span -> isName(line.at(span))).isPresent()) {
        slots.put(name, line.at(at.get()), at.get());
        continue;
      }
      first(THAI_NAME, line.openText()).ifPresent(span -> thaiName(name, span));
    }
  }

  private void thaiName(Parameter name, Span at) {
    String said = THAI_ENDING.matcher(line.at(at)).replaceFirst("").strip();
    int space = said.indexOf(' ');
    boolean more = space > 0 && NOT_A_SURNAME.matcher(said.substring(space + 1)).lookingAt();
    String bare =
        THAI_ENDING.matcher(more ? said.substring(0, space) : said).replaceFirst("").strip();
    if (!bare.isEmpty()) slots.put(name, bare, at);
  }

  private void people() {
    for (Parameter person : slots.open(Role.PERSON)) {
      Matcher m = WITH_PERSON.matcher(line.openText());
      while (m.find()) {
        Span at = span(m, 1);
        if (!isName(line.at(at)) || !line.isFree(at) || isPlaced(at)) continue;
        slots.put(person, strip(line.at(at)), at);
        break;
      }
    }
  }

  /// A place is meant where the tool takes one and "in" or "near" leads.
  private boolean isPlaced(Span at) {
    return slots.open(Role.PLACE).stream().anyMatch(slots::isAsked)
        && line.before(at.from(), 8).strip().matches("(?s).*\\b(?:in|near|around)$");
  }

  private void places() {
    Matcher m = PLACE.matcher(line.openText());
    int from = 0;
    while (m.find(from)) {
      Span at = span(m, 1);
      from = at.to();
      if (isName(line.at(at)) && line.isFree(at)) place(at, lead(m));
    }
    if (line.open().equals(line.plain()) || !slots.open(Role.PLACE).isEmpty()) lower();
  }

  private static String lead(Matcher m) {
    return m.group().substring(0, m.group().indexOf(' ')).toLowerCase(java.util.Locale.ROOT);
  }

  private void place(Span at, String lead) {
    List<Parameter> open = slots.open(Role.PLACE);
    boolean weak = Set.of("of", "for", "by", "is", "at", "to").contains(lead);
    boolean rival = weak && !slots.open(Role.TITLE, Role.PERSON).isEmpty();
    boolean directed = Set.of("from", "to").contains(lead) && open.size() > 1;
    boolean asked = open.stream().anyMatch(slots::isAsked);
    if (rival && !directed && !asked) return;
    slots.pick(open, at).ifPresent(p -> slots.put(p, strip(line.at(at)), at));
  }

  private void lower() {
    Matcher m = PLACE_LOWER.matcher(line.open());
    while (m.find()) {
      Span at = span(m, 1);
      String said = line.at(at);
      boolean matter =
          Words.of(said).stream().anyMatch(stem -> slots.offer().own().contains(stem))
              || Words.of(said).isEmpty();
      boolean directed = m.group().matches("(?:from|to) .*");
      if (matter || (directed && slots.open(Role.PLACE).size() < 2)) continue;
      slots.pick(slots.open(Role.PLACE), at).ifPresent(p -> slots.put(p, said, at));
    }
  }

  private void titled() {
    for (Parameter title : slots.open(Role.TITLE)) {
      Optional<Span> at = first(QUOTED, line.openText());
      if (at.isEmpty())
        at = first(CALLED, line.openText()).filter(s -> !Words.of(line.at(s)).isEmpty());
      at.ifPresent(span -> slots.put(title, line.at(span), span));
    }
  }

  private void titles() {
    for (Pattern pattern : List.of(LED, BARE_CAPITALS)) {
      Matcher m = pattern.matcher(line.openText());
      int from = 0;
      while (m.find(from)) {
        Span at = span(m, 1);
        from = Math.max(at.to(), m.start() + 1);
        if (!isTitle(at, pattern.equals(LED))) continue;
        slots.pick(slots.open(Role.TITLE), at).ifPresent(p -> slots.put(p, strip(line.at(at)), at));
      }
    }
  }

  private boolean isTitle(Span at, boolean led) {
    String said = line.at(at);
    boolean starts = at.from() == 0 || line.before(at.from(), 3).strip().matches("|.*[.!?]");
    boolean alone = said.indexOf(' ') < 0;
    return line.isFree(at) && isName(said) && (led || !starts || !alone);
  }

  private void sorts() {
    for (Parameter sort : slots.open(Role.SORT)) {
      var nouns = new LinkedHashSet<>(slots.offer().own());
      nouns.addAll(sort.about());
      nouns.addAll(SORTED);
      Optional<Span> served =
          first(SERVED, line.open()).filter(s -> !Words.of(line.at(s)).isEmpty());
      served.or(() -> before(nouns)).ifPresent(at -> slots.put(sort, line.at(at), at));
    }
  }

  /// The words right before what the tool deals with: "a Moroccan restaurant".
  private Optional<Span> before(Set<String> nouns) {
    Matcher words = Pattern.compile("[\\p{L}\\p{M}\\p{N}'’-]+").matcher(line.plain());
    int from = -1;
    int to = -1;
    while (words.find()) {
      String token = words.group().replace("'", "");
      String stem = Words.stem(token);
      Span at = new Span(words.start(), words.end());
      boolean beside = to >= 0 && line.plain().substring(to, words.start()).isBlank();
      boolean noun = isNoun(stem, nouns);
      if (noun && from >= 0 && beside) return Optional.of(new Span(from, to));
      boolean adjective = !noun && line.isFree(at) && isSort(token, stem);
      if (!adjective) from = -1;
      else if (from < 0 || !beside) from = at.from();
      to = at.to();
    }
    return Optional.empty();
  }

  static boolean isNoun(String stem, Set<String> nouns) {
    return !PRAISE.contains(stem)
        && (nouns.contains(stem) || Concepts.of(stem).stream().anyMatch(c -> shares(c, nouns)));
  }

  /// Tells a sort: no verb, no praise, no small word.
  private static boolean isSort(String token, String stem) {
    boolean tells = !Words.tokens(token).isEmpty() && !Words.isStop(Words.tokens(token).getFirst());
    return tells && !isVerb(stem) && !PRAISE.contains(stem) && !token.endsWith("ing");
  }

  /// A sort without the noun that it is said of: "Southern restaurant" is Southern.
  static String sort(String said, Parameter sort, Offer offer) {
    var nouns = new LinkedHashSet<>(offer.own());
    nouns.addAll(sort.about());
    nouns.addAll(SORTED);
    String rest = said;
    while (rest.indexOf(' ') > 0) {
      String last = rest.substring(rest.lastIndexOf(' ') + 1);
      if (!isNoun(Words.stem(Said.plain(last)), nouns)) break;
      rest = rest.substring(0, rest.lastIndexOf(' '));
    }
    return rest;
  }

  private static boolean shares(String concept, Set<String> nouns) {
    return nouns.stream().anyMatch(noun -> Concepts.of(noun).contains(concept));
  }

  private static boolean isVerb(String stem) {
    return Chat.isAction(stem)
        || !Concepts.of(stem).isEmpty()
        || Set.of("attend", "visit", "eat", "new", "same", "good", "different", "similar")
            .contains(stem);
  }

  private static Set<String> stems(String words) {
    var stems = new LinkedHashSet<String>();
    for (String word : words.split(" ", -1)) stems.add(Words.stem(word));
    return stems;
  }

  private void texts() {
    for (Parameter text : slots.open(Role.TEXT)) {
      Matcher m = ABOUT.matcher(line.openText());
      while (m.find()) {
        Span at = span(m, 1);
        if (Words.of(line.at(at)).isEmpty()) continue;
        if (slots.put(text, strip(line.at(at)), at)) break;
      }
    }
  }

  private static boolean isName(String said) {
    String first = firstWord(said);
    List<String> tokens = Words.tokens(first);
    boolean says = !tokens.isEmpty() && !Words.isStop(tokens.getFirst());
    return says && !NOT_A_NAME.matcher(first).matches();
  }

  private static String firstWord(String said) {
    int end = said.indexOf(' ');
    return end < 0 ? said : said.substring(0, end);
  }

  static String strip(String said) {
    return said.strip().replaceAll("^[\\s,.:;'\"]+|[\\s,.:;'\"!?]+$", "");
  }

  private static Optional<Span> first(Pattern pattern, String text) {
    Matcher m = pattern.matcher(text);
    return m.find() ? Optional.of(span(m, 1)) : Optional.empty();
  }

  private static Span span(Matcher m, int group) {
    return new Span(m.start(group), m.end(group));
  }
}
