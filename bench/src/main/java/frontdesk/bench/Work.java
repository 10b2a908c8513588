package frontdesk.bench;

import frontdesk.agent.Agent;
import frontdesk.agent.Facts;
import frontdesk.agent.Limits;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.model.ChatModel;
import frontdesk.model.Message;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import frontdesk.model.ModelRequest;
import frontdesk.model.Wishes;
import frontdesk.model.guided.GuidedModel;
import frontdesk.server.AgentSource;
import frontdesk.tool.Tool;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// What is done in a turn.
enum Work {
  /// The model asks for one look, sees its outcome and answers. Model and tool take no time.
  LOOK("a turn with one look"),

  /// The model answers at once.
  PLAIN("a plain turn"),

  /// The support agent with the guided model collects four facts and hands over.
  GUIDED("a turn of the support agent, guided model");

  static final int TURNS_PER_CONVERSATION = 10;
  static final String TOOL = "look_up_order";
  static final String ARGUMENTS = "{\"order\":\"A-1007\"}";
  static final String FOUND = "{\"order\":\"A-1007\",\"status\":\"shipped\"}";
  static final String ANSWER = "Your order A-1007 has been shipped.";
  private static final String QUESTION = "Where is my order A-1007?";
  private static final List<String> PROBLEM =
      List.of(
          "I have an issue",
          "my order number is 7474839",
          "I rented a car and never got my deposit back",
          "it is quite urgent",
          "1. **Order Number:** 7474839 2. **Problem Category:** ",
          "Thank you");

  final String title;

  Work(String title) {
    this.title = title;
  }

  /// What the customer says in a turn of a conversation, counted from 0.
  String says(int turn) {
    return this == GUIDED ? PROBLEM.get(turn % PROBLEM.size()) : QUESTION;
  }

  /// Whether this is the right answer: a contestant that does not do the work does not count.
  boolean accepts(String answer) {
    return this == GUIDED ? !answer.isBlank() : answer.equals(ANSWER);
  }

  String function() {
    return agent().function();
  }

  Agent agent() {
    if (this == GUIDED) return AgentSource.read("support", "UTC");
    return new Agent(
        "bench",
        "1",
        "bench",
        true,
        "You answer questions about orders.",
        Facts.NONE,
        List.of(new LookUpOrder()),
        List.of(),
        List.of(),
        "en",
        "UTC",
        Limits.DEFAULT,
        Wishes.NONE);
  }

  ChatModel model() {
    return this == GUIDED ? new GuidedModel() : this::reply;
  }

  private ModelReply reply(ModelRequest request, Consumer<String> stream) {
    boolean looked = request.messages().getLast() instanceof Message.ToolSaid;
    if (this == PLAIN || looked) return ModelReply.text(ANSWER);
    return ModelReply.calls(new AskedCall("", TOOL, ARGUMENTS));
  }

  private record LookUpOrder() implements Tool {
    private static final ToolSpec SPEC =
        ToolSpec.look(
            TOOL,
            "Looks up an order.",
            new Json(
                """
                {"type":"object","properties":{"order":{"type":"string"}},"required":["order"]}\
                """),
            Duration.ofSeconds(5));

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
