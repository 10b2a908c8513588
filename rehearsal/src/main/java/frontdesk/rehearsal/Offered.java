package frontdesk.rehearsal;

import frontdesk.json.Jsons;
import frontdesk.model.Message;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Takes what was offered instead by the place or a value that the customer names: "the first one",
/// or "14:30", which may be on another day than was asked for.
final class Offered {
  private Offered() {}

  /// What the newest line says, and of the offer that it picks the rest.
  static Filled taken(Scene scene, Offer offer, Filled newest) {
    List<JsonNode> offers = offers(scene, offer.name());
    Optional<JsonNode> picked = byPlace(offers, scene.text()).or(() -> byValue(offers, newest));
    return picked.map(newest::or).orElse(newest);
  }

  /// Those of the answer to the customer's words before.
  private static List<JsonNode> offers(Scene scene, String tool) {
    for (Message message : scene.before().reversed()) {
      if (message instanceof Message.Customer) return List.of();
      if (!(message instanceof Message.ToolSaid said) || !said.tool().equals(tool)) continue;
      return Jsons.tryObject(said.content())
          .filter(Needs::isIn)
          .map(content -> Needs.of(content).offers())
          .orElse(List.of());
    }
    return List.of();
  }

  private static Optional<JsonNode> byPlace(List<JsonNode> offers, String text) {
    for (int i = 0; i < offers.size(); i++) {
      if (Ids.isOrdinal(text, i)) return Optional.of(offers.get(i));
    }
    return Optional.empty();
  }

  private static Optional<JsonNode> byValue(List<JsonNode> offers, Filled newest) {
    List<JsonNode> agreeing = offers.stream().filter(o -> agrees(o, newest.values())).toList();
    return agreeing.size() == 1 ? Optional.of(agreeing.getFirst()) : Optional.empty();
  }

  private static boolean agrees(JsonNode offer, ObjectNode said) {
    boolean shares = offer.properties().stream().anyMatch(p -> said.has(p.getKey()));
    return shares
        && offer.properties().stream()
            .allMatch(p -> !said.has(p.getKey()) || said.get(p.getKey()).equals(p.getValue()));
  }
}
