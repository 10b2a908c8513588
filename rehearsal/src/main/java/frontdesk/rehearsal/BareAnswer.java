package frontdesk.rehearsal;

import frontdesk.model.guided.Span;
import frontdesk.rehearsal.Parameter.Role;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is left of a short answer, after the words that lead to it, for the one argument that was
/// asked for and has no form of its own.
final class BareAnswer {
  private static final int WORDS_MAX = 8;
  private static final int TEXT_WORDS_MAX = 60;
  private static final Pattern LEAD =
      Pattern.compile(
          "(?i)^(?:[\\s,.:;!\u0001-]+|(?:well|ok|okay|oh|sure|yes|yeah|yep|please|um|uh|hi|hello|thanks|just|maybe|actually|great|perfect|no|alright|and)\\b"
              + "|(?:i|we)(?:'d|’d|'m|’m|'ll| would| will| am| do)?\\b(?: (?:like|want|love|prefer|need|think|guess|live|be|look(?:ing)?|search(?:ing)?|go(?:ing)?|choose|pick|send(?:ing)?))*\\b(?: (?:to|for|it|in|at))*\\b(?: (?:be|go|have|see|find|eat|do|book|reserve|search|look|try|make|listen|watch|hear|transfer|send|give|look|visit|attend))?\\b"
              + "|(?:can|could) (?:you|we|i)\\b|(?:it|that|this|there)(?:'s|’s| is| would be| will be|'ll be)?\\b"
              + "|(?:the|my|a|an|some|any|its)\\b(?: (?:name|city|area|town|topic|subject|reason|title|type|kind|genre|category|event|restaurant|place|address)(?: of (?:the|it|a)?)?\\b)?(?:'s|’s| is|:)?"
              + "|(?:try|make|do|go|let's|lets|how about|what about|something|anything|somewhere|look|search|find|check|get|show|use|put|book|send|transfer|call|name|named|called|mostly|preferably)\\b(?: (?:me|us|it|with|for|in|at|up|like|to|as))*\\b"
              + "|(?:in|at|around|near|to|for|of|with|from|by|on|about|because|under|is|are|was)\\b)+");
  private static final Pattern TAIL =
      Pattern.compile(
          "(?i)(?:[\\s,.!?;:\u0001]+|\\b(?:please|thanks|thank you|would be (?:good|great|nice|fine|perfect)|is (?:fine|good|great|ok)|works|sounds good|if possible|area|for me|instead|too|ค่ะ|ครับ)\\b|(?:ค่ะ|ครับ|คะ)(?=\\s*$))+$");

  private static final Pattern MATTER =
      Pattern.compile(
          "((?:[\\p{L}\\p{M}'’]+ ){1,4}?)(?:at|in|around|near|called|named|with|to|for|by|of|like|serves|serving)(?: the)? ");
  private static final Pattern PROPOSES =
      Pattern.compile("(?i)\\b(?:how|what) about\\b|\\b(?:can|could) (?:you|we)\\b");

  private static final Pattern LISTED =
      Pattern.compile(Names.WORD + ", " + Names.WORD + "(?: " + Names.WORD + ")?[\\s.]*");

  private final Slots slots;
  private final Line line;

  BareAnswer(Slots slots, Line line) {
    this.slots = slots;
    this.line = line;
  }

  void read() {
    List<Parameter> asked =
        slots.open(Role.PERSON, Role.PLACE, Role.TITLE, Role.SORT, Role.TEXT, Role.ID).stream()
            .filter(slots::isAsked)
            .toList();
    if (asked.size() == 1) answer(asked.getFirst());
  }

  private void answer(Parameter parameter) {
    String open = line.openText();
    Matcher lead = LEAD.matcher(open);
    int from = afterMatter(open, lead.lookingAt() ? lead.end() : 0);
    String rest = open.substring(from);
    int end = isListed(rest, parameter) ? rest.length() : firstEnd(rest, parameter);
    String said = TAIL.matcher(rest.substring(0, end)).replaceFirst("");
    int words = Words.tokens(said).size();
    int max = parameter.role() == Role.TEXT ? TEXT_WORDS_MAX : WORDS_MAX;
    if (words == 0 || words > max || said.indexOf(Line.COVER) >= 0) return;
    Chat chat = Chat.of(line.text());
    boolean proposes = PROPOSES.matcher(open).find();
    boolean talk = chat.isSmallTalk() || (rest.contains("?") && !proposes);
    if (talk || (parameter.role() != Role.TEXT && !names(said, parameter))) return;
    String value = Names.strip(said);
    if (parameter.role() == Role.SORT) value = Sorts.bare(value, parameter, slots.offer());
    slots.put(parameter, value, new Span(from, from + said.length()));
  }

  /// Behind words of the matter itself: "a table at Ludwig's" is Ludwig's.
  private int afterMatter(String open, int from) {
    Matcher m = MATTER.matcher(open).region(from, open.length());
    if (!m.lookingAt()) return from;
    boolean matter =
        Words.tokens(m.group(1)).stream()
            .allMatch(t -> Words.isStop(t) || Sorts.isNoun(Words.stem(t), slots.offer().own()));
    return matter ? m.end() : from;
  }

  /// "O'Brien, Seán": the family name first.
  private static boolean isListed(String rest, Parameter parameter) {
    return parameter.role() == Role.PERSON && LISTED.matcher(rest).matches();
  }

  /// Where the answer ends: at the sentence's end, and but for free text at a comma.
  private static int firstEnd(String rest, Parameter parameter) {
    String ends = parameter.role() == Role.TEXT ? "\u0001\n" : "\u0001,;!?\n";
    for (int i = 0; i < rest.length(); i++) {
      boolean stop =
          rest.charAt(i) == '.' && (i + 1 == rest.length() || rest.charAt(i + 1) == ' ') && i > 3;
      if (ends.indexOf(rest.charAt(i)) >= 0 && i > 0) return i;
      if (stop && parameter.role() != Role.TEXT) return i;
    }
    return rest.length();
  }

  /// A name has no verb that asks for something.
  private boolean names(String said, Parameter parameter) {
    if (parameter.role() == Role.PERSON && !Names.isPerson(said)) return false;
    boolean code = parameter.role() == Role.ID;
    return Words.tokens(said).stream().anyMatch(t -> !Words.isStop(t))
        && !(code && said.chars().noneMatch(Character::isDigit));
  }
}
