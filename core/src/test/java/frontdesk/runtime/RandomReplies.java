package frontdesk.runtime;

import frontdesk.conversation.Entry.Ending;
import frontdesk.json.Jsons;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import java.util.ArrayList;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;

/// Replies of a model that asks for anything: tools that there are and are not, the same again,
/// ids twice or not at all, arguments that break off.
public final class RandomReplies {
  private final RandomGenerator random;

  public RandomReplies(RandomGenerator random) {
    this.random = random;
  }

  /// A sentence, or a blank one.
  public ModelReply text() {
    return ModelReply.text(random.nextInt(9) == 0 ? " " : "Yes.");
  }

  /// Up to four calls.
  public ModelReply calls() {
    var calls = new ArrayList<AskedCall>();
    for (int i = random.nextInt(4); i >= 0; i--) calls.add(asked());
    return new ModelReply("", calls, Ending.COMPLETE);
  }

  private AskedCall asked() {
    String slot = "{\"slot\":\"" + random.nextInt(3) + "\"}";
    return switch (random.nextInt(11)) {
      case 0, 1 -> new AskedCall("", "retry", slot);
      case 2, 3 -> new AskedCall("", "lookup", slot);
      case 4 -> new AskedCall("", "human", slot);
      case 5 -> new AskedCall("x", "look", slot);
      case 6 -> new AskedCall("", "note_facts", fact());
      case 7, 8 -> new AskedCall("", "pay", slot);
      case 9 -> new AskedCall("", "hand_over", "{\"to\":\"closer\"}");
      default -> new AskedCall("x", random.nextBoolean() ? "nothing" : "retry", "{\"slot");
    };
  }

  private String fact() {
    ObjectNode facts = Jsons.object();
    if (random.nextBoolean()) facts.put("number", "" + (990 + random.nextInt(20)));
    if (random.nextBoolean()) facts.put("urgency", random.nextBoolean() ? "low" : "high");
    return facts.toString();
  }
}
