package frontdesk.simulation.world;

import frontdesk.agent.Agent;
import frontdesk.agent.Agents;
import frontdesk.agent.Facts;
import frontdesk.agent.Limits;
import frontdesk.agent.NoteFacts;
import frontdesk.conversation.Json;
import frontdesk.model.Wishes;
import frontdesk.simulation.Chance;
import frontdesk.tool.Recovery;
import frontdesk.tool.Tool;
import frontdesk.tool.ToolSpec;
import java.util.List;
import java.util.Optional;

/// The agent under test: a looking tool, an acting tool of each recovery, one whose acts need an
/// approval, a timer, a fact, and a tool with a bug.
final class Shop {
  private static final List<Recovery> RECOVERIES =
      List.of(Recovery.RETRY_WITH_KEY, Recovery.LOOK_UP_FIRST, Recovery.ASK_HUMAN);

  static final String NOTE_FACTS = NoteFacts.NAME;

  /// The tool whose acts are looked up before anything else is done about them.
  static final String LOOKED_UP = "book";

  /// Words that say that a tool's act was done.
  static final List<String> CLAIMS = List.of("ordered", "booked", "faxed", "bought");

  private static final Facts FACTS =
      new Facts(
          new Json(
              """
              {"type": "object", "properties": {"name": {"type": "string"}},
               "required": ["name"]}"""));

  /// So short that conversations are cut and summed up all the time.
  private static final Limits SHORT_OF_MEMORY =
      new Limits(
          Limits.DEFAULT.modelCalls(),
          Limits.DEFAULT.callsPerReply(),
          Limits.DEFAULT.attempts(),
          Limits.DEFAULT.turn(),
          700,
          Limits.DEFAULT.tokensPerDay());

  private static final Wishes GUIDED_WHEN_DOWN =
      new Wishes(
          Optional.empty(), Optional.empty(), Optional.empty(), Wishes.NONE.replyTokens(), true);

  private Shop() {}

  /// The word that says that an act of this tool was done.
  static String claim(String tool) {
    return switch (tool) {
      case "order" -> "ordered";
      case LOOKED_UP -> "booked";
      case "fax" -> "faxed";
      case PricedTool.NAME -> "bought";
      default -> throw new IllegalArgumentException("Not an acting tool: " + tool);
    };
  }

  /// @param meddling what people do as an act is about to be sent
  static List<Tool> tools(Backend backend, Meddling meddling, Ledger ledger, Chance chance) {
    ToolSpec order = ActingTool.spec("order", Recovery.RETRY_WITH_KEY).unasked();
    ToolSpec book = ActingTool.spec(LOOKED_UP, Recovery.LOOK_UP_FIRST).unasked();
    ToolSpec fax = ActingTool.spec("fax", Recovery.ASK_HUMAN).unasked();
    ToolSpec buy = ActingTool.spec(PricedTool.NAME, chance.pick(RECOVERIES));
    return List.of(
        new LookingTool(chance),
        new ActingTool(order, backend, meddling, ledger, chance),
        new AskableTool(new ActingTool(book, backend, meddling, ledger, chance)),
        new ActingTool(fax, backend, meddling, ledger, chance),
        new PricedTool(
            new AskableTool(new ActingTool(buy, backend, meddling, ledger, chance)),
            new Prices(chance.named("prices"))));
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
                List.of(new ReminderTool(), new StumblingTool(), new NoteFacts(FACTS)),
                List.of(),
                "en",
                "UTC",
                SHORT_OF_MEMORY,
                GUIDED_WHEN_DOWN)));
  }
}
