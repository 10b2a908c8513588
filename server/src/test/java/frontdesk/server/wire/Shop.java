package frontdesk.server.wire;

import frontdesk.agent.Agent;
import frontdesk.agent.Agents;
import frontdesk.agent.Facts;
import frontdesk.agent.Limits;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.model.Wishes;
import frontdesk.tool.Recovery;
import frontdesk.tool.Tool;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// An agent with a tool that looks, `find`, and one that acts, `order`, and what they were called
/// with. What came of the order of a `ghost` nobody knows.
final class Shop {
  // A person is asked about an act of unknown outcome once its time and the allowance are over.
  private static final Duration LIMIT = Duration.ofMillis(500);
  private static final Json ITEM =
      new Json(
          """
          {"type": "object", "required": ["item"], "additionalProperties": false,
           "properties": {"item": {"type": "string", "minLength": 1}}}
          """);
  private static final Json ORDER =
      new Json(
          """
          {"type": "object", "x-source": "model", "required": ["item", "quantity"], "additionalProperties": false,
           "properties": {"item": {"type": "string", "minLength": 1},
                          "quantity": {"type": "integer", "minimum": 1, "maximum": 10},
                          "size": {"type": "string", "enum": ["small", "large"]}}}
          """);

  private final List<String> found = new CopyOnWriteArrayList<>();
  private final List<String> ordered = new CopyOnWriteArrayList<>();

  /// What was looked for, each as its arguments.
  List<String> found() {
    return found;
  }

  /// What was really ordered.
  List<String> ordered() {
    return ordered;
  }

  Agents agents(Limits limits, Wishes wishes) {
    return new Agents(
        List.of(
            new Agent(
                "shop",
                "1",
                "customer_support",
                true,
                "Be kind.",
                Facts.NONE,
                List.of(new Find(), new Order()),
                List.of(),
                List.of(),
                "en",
                "UTC",
                limits,
                wishes)));
  }

  private final class Find implements Tool {
    @Override
    public ToolSpec spec() {
      return ToolSpec.look("find", "Finds an item.", ITEM, LIMIT);
    }

    @Override
    public Outcome call(ToolContext context, Json arguments) {
      found.add(arguments.text());
      return new Outcome.Done(new Json("{\"stock\":3}"));
    }
  }

  private final class Order implements Tool {
    @Override
    public ToolSpec spec() {
      return ToolSpec.act("order", "Orders an item.", ORDER, Recovery.ASK_HUMAN, LIMIT)
          .unasked()
          .claiming("ordered");
    }

    @Override
    public Outcome call(ToolContext context, Json arguments) {
      ordered.add(arguments.text());
      if (arguments.text().contains("ghost")) return new Outcome.Unknown("the answer was lost");
      return new Outcome.Done(new Json("{\"order\":\"A-17\"}"));
    }
  }
}
