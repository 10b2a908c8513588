package frontdesk.server.proof;

import frontdesk.simulation.Chance;
import java.util.ArrayList;
import java.util.List;

/// What customers of the support agent say: facts one by one or in a list, corrections, small talk.
final class Talk {
  /// How a text announces the order number that the oracle looks for.
  static final String ORDER = "order number is ";

  /// How the text begins that says how urgent it is.
  static final String URGENT = "it is urgent";

  private Talk() {}

  static List<String> of(char letter, Chance chance) {
    var parts = new ArrayList<String>();
    parts.add("my " + ORDER + Marks.order(letter, 1));
    parts.add("my deposit for the car was never refunded");
    if (!chance.oneIn(3)) parts.add(URGENT);
    if (chance.oneIn(2)) parts.add("hello there");
    var texts = new ArrayList<String>();
    while (!parts.isEmpty()) texts.add(parts.remove(chance.below(parts.size())));
    if (chance.oneIn(2)) texts.add("sorry, the " + ORDER + Marks.order(letter, 2));
    if (chance.oneIn(2)) texts.add("thanks");
    var marked = new ArrayList<String>();
    for (int i = 0; i < texts.size(); i++) {
      marked.add(texts.get(i) + ", says " + Marks.word(letter, i + 2));
    }
    return marked;
  }
}
