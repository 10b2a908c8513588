package frontdesk.bench;

import frontdesk.agent.Agent;
import frontdesk.agent.Facts;
import frontdesk.agent.Limits;
import frontdesk.agent.Toolset;
import frontdesk.bench.outside.Orders;
import frontdesk.bench.peers.Places;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.edge.Edge;
import frontdesk.model.Message;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import frontdesk.model.ModelRequest;
import frontdesk.model.Wishes;
import frontdesk.model.guided.GuidedModel;
import frontdesk.server.AgentSource;
import frontdesk.server.Environment;
import frontdesk.server.Model;
import frontdesk.server.ModelSettings;
import frontdesk.server.Models;
import frontdesk.tool.Tool;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// What is done in a turn.
enum Work {
  /// The model asks for one look, sees its outcome and answers; model and backend are called over
  /// HTTP.
  ORDERS,

  /// The same, but model and tool are plain calls that take no time.
  LOOK,

  /// The model answers at once.
  PLAIN,

  /// The support agent with the guided model collects four facts and hands over.
  GUIDED;

  static final int TURNS_PER_CONVERSATION = 10;

  // As it comes, but for 200 turns in a day.
  private static final Limits LIMITS =
      new Limits(
          Limits.DEFAULT.modelCalls(),
          Limits.DEFAULT.callsPerReply(),
          Limits.DEFAULT.attempts(),
          Limits.DEFAULT.turn(),
          Limits.DEFAULT.promptTokens(),
          1_000_000_000);

  private static final String FIXED = Orders.order(0, 0);
  private static final String FOUND = Orders.outcome(FIXED, 0);
  private static final String ANSWER = "Your order has been shipped.";
  private static final List<String> PROBLEM =
      List.of(
          "I have an issue",
          "my order number is 7474839",
          "I rented a car and never got my deposit back",
          "it is quite urgent",
          "1. **Order Number:** 7474839 2. **Problem Category:** ",
          "Thank you");

  /// What the customer says in a turn of a conversation, both counted from 0.
  String says(long conversation, int turn) {
    return switch (this) {
      case ORDERS -> Orders.question(Orders.order(conversation, turn), 0);
      case LOOK, PLAIN -> Orders.question(FIXED, 0);
      case GUIDED -> PROBLEM.get(turn % PROBLEM.size());
    };
  }

  /// Whether this is the right answer: a contestant that does not do the work does not count.
  boolean accepts(long conversation, int turn, String answer) {
    return switch (this) {
      case ORDERS -> Orders.isRight(Orders.order(conversation, turn), answer);
      case LOOK, PLAIN -> answer.equals(ANSWER);
      case GUIDED -> !answer.isBlank();
    };
  }

  String function() {
    return this == GUIDED ? agent(new Places(0, 0)).function() : "bench";
  }

  Agent agent(Places places) {
    return switch (this) {
      case ORDERS -> agent(new LookUpOrder(places));
      case LOOK, PLAIN -> agent(new Found());
      case GUIDED -> AgentSource.read("support", Toolset.NONE, "UTC");
    };
  }

  Model model(Places places, Edge edge) {
    return switch (this) {
      case ORDERS -> Models.open(provider(places), edge, (_, _) -> {});
      case LOOK, PLAIN -> Model.plain(this::reply);
      case GUIDED -> Model.plain(new GuidedModel());
    };
  }

  /// The product's own, but that 10,000 may wait for a reply at once.
  private static ModelSettings provider(Places places) {
    var settings =
        ModelSettings.of(
            new Environment(
                Map.of("OPENAI_BASE_URL", places.provider().toString(), "OPENAI_API", "chat")));
    return new ModelSettings(
        settings.name(),
        settings.fallback(),
        settings.url(),
        settings.api(),
        settings.key(),
        settings.organization(),
        settings.project(),
        settings.stream(),
        1_000_000_000,
        settings.prices());
  }

  private static Agent agent(Tool tool) {
    return new Agent(
        "bench",
        "1",
        "bench",
        true,
        Orders.INSTRUCTIONS,
        Facts.NONE,
        List.of(tool),
        List.of(),
        List.of(),
        "en",
        "UTC",
        LIMITS,
        Wishes.NONE);
  }

  private ModelReply reply(ModelRequest request, Consumer<String> stream) {
    boolean looked = request.messages().getLast() instanceof Message.ToolSaid;
    if (this == PLAIN || looked) return ModelReply.text(ANSWER);
    return ModelReply.calls(new AskedCall("", Orders.TOOL, "{\"order\":\"" + FIXED + "\"}"));
  }

  private record Found() implements Tool {
    private static final ToolSpec SPEC =
        ToolSpec.look(Orders.TOOL, Orders.DESCRIPTION, Orders.PARAMETERS, Duration.ofSeconds(5));

    @Override
    public ToolSpec spec() {
      return SPEC;
    }

    @Override
    public Outcome call(ToolContext context, Json arguments) {
      return new Outcome.Done(new Json(FOUND));
    }
  }
}
