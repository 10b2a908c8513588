package frontdesk.runtime;

import frontdesk.agent.Agent;
import frontdesk.agent.Facts;
import frontdesk.agent.HandOver;
import frontdesk.agent.Limits;
import frontdesk.agent.NoteFacts;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.json.Jsons;
import frontdesk.model.Wishes;
import frontdesk.tool.LogTool;
import frontdesk.tool.LooksUp;
import frontdesk.tool.Recovery;
import frontdesk.tool.Tool;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import frontdesk.tool.WriteTool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// An agent with a looking tool and an acting tool of each recovery, two facts to collect and an
/// agent to hand over to.
final class TestAgent {
  static final int ATTEMPTS = 3;
  static final int MODEL_CALLS = 4;
  static final Limits LIMITS =
      new Limits(MODEL_CALLS, 16, ATTEMPTS, Duration.ofSeconds(60), 600, 500_000);
  static final Facts FACTS =
      new Facts(
          new Json(
              """
              {"type": "object", "required": ["number", "urgency"], "properties": {
                "number": {"type": "string", "pattern": "^[0-9]{4}$"},
                "urgency": {"enum": ["low", "high"]}}}
              """));
  private static final Json SLOT =
      new Json(
          """
          {"type": "object", "x-source": "model", "required": ["slot"], "additionalProperties": false, "properties": {
            "slot": {"type": "string"},
            "seats": {"type": "integer", "minimum": 1, "maximum": 100},
            "kind": {"enum": ["desk", "room"]},
            "lines": {"type": "array", "items": {
              "type": "object", "properties": {"sku": {"type": "string"}}}}}}
          """);

  /// Acts only after the customer approved.
  static final ToolSpec PAY =
      ToolSpec.act("pay", "Pays.", SLOT, Recovery.RETRY_WITH_KEY, Story.LIMIT)
          .claiming("paid", "ชำระ");

  /// As `PAY` was before a new version of the agent.
  static final ToolSpec OTHER_PAY =
      ToolSpec.act("pay", "Pays later.", SLOT, Recovery.RETRY_WITH_KEY, Story.LIMIT);

  static final Json PRICE = new Json("{\"price\":\"10.00\"}");

  private TestAgent() {}

  /// Its tools do nothing.
  static Agent idle() {
    return with((_, _) -> new Outcome.Done(Json.EMPTY), (_, _) -> new LooksUp.Found.NotApplied());
  }

  /// Collects nothing, so that each answer is a `Replied`.
  static Agent with(
      BiFunction<ToolSpec, ToolContext, Outcome> behaviour,
      BiFunction<ToolSpec, IdempotencyKey, LooksUp.Found> found) {
    List<Tool> tools =
        List.of(
            new Stand(ToolSpec.look("look", "Looks.", SLOT, Story.LIMIT), behaviour),
            new Stand(act("retry", Recovery.RETRY_WITH_KEY), behaviour),
            new Stand(act("human", Recovery.ASK_HUMAN), behaviour),
            new Asked(act("lookup", Recovery.LOOK_UP_FIRST), behaviour, found),
            new Paying(PAY, behaviour));
    return agent("test", Facts.NONE, tools, List.of());
  }

  /// Collects the facts, and hands over to `closer`.
  static Agent collecting() {
    Agent closer = agent("closer", FACTS, List.of(), List.of());
    return agent("test", FACTS, idle().tools(), List.of(closer));
  }

  static Agent withoutTools() {
    return agent("test", Facts.NONE, List.of(), List.of());
  }

  static Agent agent(String name, Facts facts, List<Tool> tools, List<Agent> handoff) {
    var own = new ArrayList<LogTool>();
    if (!facts.isEmpty()) own.add(new NoteFacts(facts));
    if (!handoff.isEmpty()) {
      own.add(
          new HandOver(facts, handoff.stream().map(Agent::name).toList(), Jsons.object(), "en"));
    }
    return new Agent(
        name,
        "1",
        name,
        true,
        "Be kind.",
        facts,
        tools,
        own,
        handoff,
        "en",
        "UTC",
        LIMITS,
        Wishes.NONE);
  }

  private static ToolSpec act(String name, Recovery recovery) {
    return ToolSpec.act(name, "Acts.", SLOT, recovery, Story.LIMIT).unasked();
  }

  private record Stand(ToolSpec spec, BiFunction<ToolSpec, ToolContext, Outcome> behaviour)
      implements Tool {
    @Override
    public Outcome call(ToolContext context, Json arguments) {
      return behaviour.apply(spec, context);
    }
  }

  private record Paying(ToolSpec spec, BiFunction<ToolSpec, ToolContext, Outcome> behaviour)
      implements WriteTool {
    @Override
    public Previewing preview(ToolContext context, Json arguments) {
      return new Previewing.Preview("Pay 10.00 for " + arguments, PRICE);
    }

    @Override
    public Outcome call(ToolContext context, Json arguments) {
      return behaviour.apply(spec, context);
    }
  }

  private record Asked(
      ToolSpec spec,
      BiFunction<ToolSpec, ToolContext, Outcome> behaviour,
      BiFunction<ToolSpec, IdempotencyKey, Found> found)
      implements LooksUp {
    @Override
    public Outcome call(ToolContext context, Json arguments) {
      return behaviour.apply(spec, context);
    }

    @Override
    public Found find(ToolContext context, IdempotencyKey key, Json arguments) {
      return found.apply(spec, key);
    }
  }
}
