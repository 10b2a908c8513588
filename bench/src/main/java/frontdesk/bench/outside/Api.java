package frontdesk.bench.outside;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// One of the two interfaces of the provider: where things stand in a request, and how a reply is
/// written.
interface Api {

  /// What was said and found so far, oldest first.
  JsonNode messages(JsonNode request);

  /// Whether the tool said it.
  boolean isOutcome(JsonNode message);

  /// Whether the customer said it.
  default boolean isCustomer(JsonNode message) {
    return message.path("role").asString("").equals("user");
  }

  /// A reply in one piece.
  String whole(Reply reply);

  /// The events of a reply that comes in pieces, each with its end.
  List<String> events(Reply reply);

  /// A text in pieces, as they come from a model: here in three.
  static List<String> pieces(String text) {
    int third = (text.length() + 2) / 3;
    return List.of(
        text.substring(0, third), text.substring(third, 2 * third), text.substring(2 * third));
  }
}
