package frontdesk.server.killed;

import frontdesk.agent.Agent;
import frontdesk.agent.Facts;
import frontdesk.agent.Limits;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.json.Jsons;
import frontdesk.model.Wishes;
import frontdesk.server.killed.Local.Answer;
import frontdesk.server.killed.Local.Peer;
import frontdesk.tool.LooksUp;
import frontdesk.tool.Recovery;
import frontdesk.tool.Tool;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import frontdesk.tool.WriteTool;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// An agent with a tool that looks and one that acts for each recovery, of a provider in another
/// process.
record TestTools(Peer provider, Arm arm) {
  static final String AGENT = "test";

  /// Generous, for a machine that is busy; what is waited out before somebody is asked is short.
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final Duration SHORT_LIMIT = Duration.ofSeconds(1);
  private static final Json SLOT =
      new Json(
          """
          {"type": "object", "x-source": "model", "required": ["slot"], "properties": {"slot": {"type": "string"}}}
          """);

  Agent agent() {
    List<Tool> tools =
        List.of(
            new Looking(this, ToolSpec.look(Wish.LOOK.word(), "Looks.", SLOT, LIMIT)),
            new Acting(this, act(Wish.RETRY, Recovery.RETRY_WITH_KEY, LIMIT).unasked()),
            new Finding(this, act(Wish.LOOKUP, Recovery.LOOK_UP_FIRST, SHORT_LIMIT).unasked()),
            new Acting(this, act(Wish.HUMAN, Recovery.ASK_HUMAN, SHORT_LIMIT).unasked()),
            new Approved(this, act(Wish.APPROVE, Recovery.RETRY_WITH_KEY, LIMIT)));
    return new Agent(
        AGENT,
        "1",
        AGENT,
        true,
        "Do what is wished.",
        Facts.NONE,
        tools,
        List.of(),
        List.of(),
        "en",
        "UTC",
        Limits.DEFAULT,
        Wishes.NONE);
  }

  private static ToolSpec act(Wish wish, Recovery recovery, Duration limit) {
    return ToolSpec.act(wish.word(), "Acts.", SLOT, recovery, limit);
  }

  private Outcome act(ToolSpec spec, ToolContext context, Json arguments) {
    arm.pass(Moment.BEFORE_DISPATCH, context.conversation());
    if (!context.maySend()) return new Outcome.NotSent("too late");
    ObjectNode request =
        Jsons.object()
            .put("tool", spec.name())
            .put("key", context.key().value())
            .put("slot", slot(arguments))
            .put("price", Jsons.parse(context.bound()).path("price").asInt(0));
    Outcome outcome = outcome(request, spec.timeLimit());
    arm.pass(Moment.AFTER_DISPATCH, context.conversation());
    return outcome;
  }

  private Outcome outcome(ObjectNode request, Duration limit) {
    try {
      Answer answer = provider.post("/act", request, limit);
      return switch (answer.status()) {
        case 200 -> new Outcome.Done(Jsons.json(answer.body()));
        case 409 -> new Outcome.Refused("the price has changed");
        default -> new Outcome.Unknown("status " + answer.status());
      };
    } catch (UncheckedIOException e) {
      return new Outcome.Unknown("no answer");
    }
  }

  private static String slot(Json arguments) {
    return Jsons.parse(arguments).path("slot").asString("");
  }

  private record Looking(TestTools tools, ToolSpec spec) implements Tool {
    @Override
    public Outcome call(ToolContext context, Json arguments) {
      ObjectNode slot = Jsons.object().put("slot", slot(arguments));
      Answer answer = tools.provider.post("/look", slot, LIMIT);
      return new Outcome.Done(Jsons.json(answer.body()));
    }
  }

  private record Acting(TestTools tools, ToolSpec spec) implements Tool {
    @Override
    public Outcome call(ToolContext context, Json arguments) {
      return tools.act(spec, context, arguments);
    }
  }

  private record Finding(TestTools tools, ToolSpec spec) implements LooksUp {
    @Override
    public Outcome call(ToolContext context, Json arguments) {
      return tools.act(spec, context, arguments);
    }

    @Override
    public Found find(ToolContext context, IdempotencyKey key, Json arguments) {
      tools.arm.pass(Moment.BEFORE_LOOK_UP, context.conversation());
      JsonNode found =
          tools.provider.post("/find", Jsons.object().put("key", key.value()), SHORT_LIMIT).body();
      tools.arm.pass(Moment.AFTER_LOOK_UP, context.conversation());
      if (!found.path("found").asBoolean()) return new Found.NotApplied();
      return new Found.Applied(
          new Outcome.Done(Jsons.json(Jsons.object().put("slot", slot(arguments)))));
    }
  }

  private record Approved(TestTools tools, ToolSpec spec) implements WriteTool {
    @Override
    public Outcome call(ToolContext context, Json arguments) {
      return tools.act(spec, context, arguments);
    }

    @Override
    public Previewing preview(ToolContext context, Json arguments) {
      String slot = slot(arguments);
      Answer answer = tools.provider.post("/look", Jsons.object().put("slot", slot), LIMIT);
      int price = answer.body().path("price").asInt(0);
      return new Previewing.Preview(
          "Book " + slot + " for " + price + "?", Jsons.json(Jsons.object().put("price", price)));
    }
  }
}
