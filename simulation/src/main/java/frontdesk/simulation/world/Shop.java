package frontdesk.simulation.world;

import frontdesk.agent.Agent;
import frontdesk.agent.Agents;
import frontdesk.agent.Facts;
import frontdesk.agent.Limits;
import frontdesk.agent.NoteFacts;
import frontdesk.conversation.Json;
import frontdesk.simulation.Chance;
import frontdesk.tool.Recovery;
import frontdesk.tool.Tool;
import java.util.List;

/// The agent under test: a looking tool, an acting tool of each recovery, a timer, a fact.
final class Shop {
  static final String NOTE_FACTS = NoteFacts.NAME;

  /// The tool whose acts are looked up before anything else is done about them.
  static final String LOOKED_UP = "book";

  private static final Facts FACTS =
      new Facts(
          new Json(
              """
              {"type": "object", "properties": {"name": {"type": "string"}},
               "required": ["name"]}"""));

  private Shop() {}

  static List<Tool> tools(Backend backend, Customers customers, Chance chance) {
    var order = ActingTool.of("order", Recovery.RETRY_WITH_KEY, backend, customers, chance);
    var book = ActingTool.of(LOOKED_UP, Recovery.LOOK_UP_FIRST, backend, customers, chance);
    var fax = ActingTool.of("fax", Recovery.ASK_HUMAN, backend, customers, chance);
    return List.of(new LookingTool(chance), order, new AskableTool(book), fax);
  }

  static Agents agents(List<Tool> tools) {
    return new Agents(
        List.of(
            new Agent(
                Customer.AGENT,
                "1",
                "",
                true,
                "Sell.",
                FACTS,
                tools,
                List.of(new ReminderTool(), new NoteFacts(FACTS)),
                List.of(),
                "en",
                "UTC",
                Limits.DEFAULT)));
  }
}
