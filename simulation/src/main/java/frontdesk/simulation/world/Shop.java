package frontdesk.simulation.world;

import frontdesk.agent.Agent;
import frontdesk.agent.Agents;
import frontdesk.agent.Facts;
import frontdesk.agent.Limits;
import frontdesk.agent.NoteFacts;
import frontdesk.conversation.Json;
import frontdesk.simulation.Chance;
import frontdesk.tool.Recovery;
import java.util.List;

/// The agent under test: a looking tool, an acting tool of each recovery, a timer, a fact.
final class Shop {
  static final String NOTE_FACTS = NoteFacts.NAME;

  private static final Facts FACTS =
      new Facts(
          new Json(
              """
              {"type": "object", "properties": {"name": {"type": "string"}},
               "required": ["name"]}"""));

  private Shop() {}

  static Agents agents(Backend backend, Customers customers, Chance chance) {
    var order = ActingTool.of("order", Recovery.RETRY_WITH_KEY, backend, customers, chance);
    var book = ActingTool.of("book", Recovery.LOOK_UP_FIRST, backend, customers, chance);
    var fax = ActingTool.of("fax", Recovery.ASK_HUMAN, backend, customers, chance);
    return new Agents(
        List.of(
            new Agent(
                Customer.AGENT,
                "1",
                "",
                true,
                "Sell.",
                FACTS,
                List.of(new LookingTool(chance), order, new AskableTool(book), fax),
                List.of(new ReminderTool(), new NoteFacts(FACTS)),
                List.of(),
                "en",
                "UTC",
                Limits.DEFAULT)));
  }
}
