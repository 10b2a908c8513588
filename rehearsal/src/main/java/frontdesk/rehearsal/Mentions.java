package frontdesk.rehearsal;

import frontdesk.model.guided.Span;
import frontdesk.rehearsal.Parameter.Role;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads names of people, places and things and free text, by the words that announce them and by
/// capitals; of a short answer to a question, what is left of it.
final class Mentions {
  private static final Pattern ABOUT =
      Pattern.compile(
          "(?i)(?:\\b(?:about|regarding|concerning|because(?: of)?|to discuss|to talk about|due to|since|(?:the )?(?:topic|subject|reason|agenda|purpose)(?: is| will be|:)?)|เรื่อง|หัวข้อ|เพราะว่า|เพราะ|เนื่องจาก)[: ]*"
              + "([^.,;!?\\n\u0001]{2,200})");

  private final Slots slots;
  private final Line line;

  Mentions(Slots slots, Line line) {
    this.slots = slots;
    this.line = line;
  }

  void read() {
    var people = new People(slots, line);
    var titles = new Titles(slots, line);
    people.own();
    people.besideAddress();
    texts();
    titles.announced();
    new Places(slots, line).read();
    people.others();
    new BareAnswer(slots, line).read();
    new Sorts(slots, line).read();
    titles.byCapitals();
  }

  private void texts() {
    for (Parameter text : slots.open(Role.TEXT)) {
      Matcher m = ABOUT.matcher(line.openText());
      while (m.find()) {
        Span at = Line.span(m);
        if (Words.of(line.at(at)).isEmpty()) continue;
        if (slots.put(text, Names.strip(line.at(at)), at)) break;
      }
    }
  }
}
