package frontdesk.sandbox.openai;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the stand-in has given out and must know again: which item followed which thought, and
/// responses that were to be stored. Bounded; the oldest is forgotten.
final class Given {
  private static final int THOUGHTS_MAX = 20_000;
  private static final int RESPONSES_MAX = 200;

  private final Map<String, String> followers = bounded(THOUGHTS_MAX);
  private final Map<String, String> thoughts = bounded(THOUGHTS_MAX);
  private final Map<String, List<JsonNode>> histories = bounded(RESPONSES_MAX);

  /// Remembers the items of a reply.
  synchronized void gave(List<ObjectNode> items) {
    for (int i = 0; i + 1 < items.size(); i++) {
      if (!items.get(i).path("type").asString("").equals("reasoning")) continue;
      String thought = items.get(i).path("id").asString("");
      String next = items.get(i + 1).path("id").asString("");
      followers.put(thought, next);
      thoughts.put(next, thought);
    }
  }

  /// Remembers a whole response, for `previous_response_id`.
  synchronized void stored(String id, List<JsonNode> history) {
    histories.put(id, List.copyOf(history));
  }

  /// All items up to a stored response.
  ///
  /// @throws Refused there is none of that id
  synchronized List<JsonNode> history(String id) {
    List<JsonNode> history = histories.get(id);
    if (history != null) return history;
    throw Refused.invalid(
        "previous_response_not_found",
        "previous_response_id",
        "Previous response with id '" + id + "' not found.");
  }

  /// The id of the item that came with a thought.
  synchronized Optional<String> follower(String thought) {
    return Optional.ofNullable(followers.get(thought));
  }

  /// The id of the thought that an item came with.
  synchronized Optional<String> thought(String item) {
    return Optional.ofNullable(thoughts.get(item));
  }

  synchronized void reset() {
    followers.clear();
    thoughts.clear();
    histories.clear();
  }

  private static <V> Map<String, V> bounded(int max) {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > max;
      }
    };
  }
}
