package frontdesk.server.histories;

import frontdesk.json.Jsons;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import frontdesk.runtime.RandomReplies;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the stand-in says: calls, words in several scripts, refusals, thoughts with nothing behind
/// them, ids twice or not at all, answers that end early or break off.
final class RandomScript {
  private static final int TURNS = 300;
  private static final List<String> WORDS =
      List.of("Yes.", "ครับ \"พรุ่งนี้\"", "Done 👍\n\\", " ");

  private final RandomGenerator random;
  private final RandomReplies replies;

  RandomScript(RandomGenerator random) {
    this.random = random;
    this.replies = new RandomReplies(random);
  }

  /// As JSON.
  String turns() {
    ArrayNode turns = Jsons.array();
    for (int i = 0; i < TURNS; i++) turn(turns.addObject());
    return turns.toString();
  }

  private void turn(ObjectNode turn) {
    ObjectNode reply = turn.putObject("reply");
    if (one(20)) {
      reply.put("refusal", "I cannot help with that.");
    } else if (one(2)) {
      reply.put("text", word());
    } else {
      if (one(3)) reply.put("text", word());
      calls(reply.putArray("calls"), replies.calls());
    }
    ObjectNode wire = turn.putObject("wire");
    if (one(6)) wire.put("commentary", "I look it up: " + word());
    if (one(4)) wire.put("ids", one(2) ? "missing" : "same");
    if (one(8)) wire.put("reasoning", one(2) ? "none" : "only");
    if (one(15)) wire.put("finish", one(2) ? "length" : "content_filter");
    if (one(20)) wire.put("end", one(2) ? "missing" : "failed");
  }

  private static void calls(ArrayNode list, ModelReply reply) {
    for (AskedCall call : reply.calls()) {
      ObjectNode one = list.addObject().put("tool", call.tool()).put("arguments", call.arguments());
      if (!call.id().isEmpty()) one.put("id", call.id());
    }
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private boolean one(int in) {
    return random.nextInt(in) == 0;
  }
}
