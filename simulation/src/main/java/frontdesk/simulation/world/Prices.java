package frontdesk.simulation.world;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Json;
import frontdesk.json.Jsons;
import frontdesk.simulation.Chance;
import java.util.HashMap;
import java.util.Map;

/// What things cost: each customer has prices of their own, and they change.
final class Prices {
  private final Chance chance;
  private final Map<String, Integer> prices = new HashMap<>();

  Prices(Chance chance) {
    this.chance = chance;
  }

  /// The price of now, as the fact that an approval holds for.
  Json of(ConversationId id, String item) {
    int rise = chance.named(id.value()).oneIn(10) ? 1 : 0;
    int price = prices.merge(id + " " + item, 3, (before, _) -> before + rise);
    return Jsons.json(Jsons.object().put("price", price));
  }
}
