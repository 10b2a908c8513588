package frontdesk.agent;

import frontdesk.conversation.Entry.HandedTo;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.json.JsonSchema;
import frontdesk.model.Wishes;
import frontdesk.tool.Hold;
import frontdesk.tool.LogTool;
import frontdesk.tool.LooksUp;
import frontdesk.tool.Recovery;
import frontdesk.tool.Tool;
import frontdesk.tool.ToolSpec;
import frontdesk.tool.WriteTool;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Who answers: instructions, facts to collect, tools, and the agents it may hand over to.
///
/// @param version changes when anything of it changes; kept in each turn
/// @param function the name that the API knows it by
/// @param open whether it may be created by anybody who can reach the API
/// @param locale language to begin in, `en` or `th`
/// @param zone IANA time zone, unless the customer has another
/// @param examples by tool, how a customer asks for it here; else the tool's own
/// @param wishes of the model that speaks for it
public record Agent(
    String name,
    String version,
    String function,
    boolean open,
    String instructions,
    Facts facts,
    List<Tool> tools,
    Map<String, List<String>> examples,
    List<LogTool> logTools,
    List<Agent> handoff,
    String locale,
    String zone,
    Limits limits,
    Wishes wishes) {

  public Agent {
    tools = List.copyOf(tools);
    examples = Map.copyOf(examples);
    logTools = List.copyOf(logTools);
    handoff = List.copyOf(handoff);
    checkTools(tools, logTools);
  }

  /// One whose tools say themselves how a customer asks for them.
  public Agent(
      String name,
      String version,
      String function,
      boolean open,
      String instructions,
      Facts facts,
      List<Tool> tools,
      List<LogTool> logTools,
      List<Agent> handoff,
      String locale,
      String zone,
      Limits limits,
      Wishes wishes) {
    this(
        name,
        version,
        function,
        open,
        instructions,
        facts,
        tools,
        Map.of(),
        logTools,
        handoff,
        locale,
        zone,
        limits,
        wishes);
  }

  /// What the model is offered, in a stable order.
  public List<ToolSpec> specs() {
    var specs = new ArrayList<ToolSpec>();
    logTools.forEach(tool -> specs.add(tool.spec()));
    tools.forEach(tool -> specs.add(tool.spec()));
    return specs;
  }

  /// The same for a model: of a tool that acts it may give any of the parameters, so that it need
  /// not make up the others. What is missing is asked for.
  public List<ToolSpec> offered() {
    return specs().stream()
        .map(Offered::of)
        .map(spec -> spec.like(examples.getOrDefault(spec.name(), spec.examples())))
        .toList();
  }

  public Optional<Tool> tool(String name) {
    return tools.stream().filter(tool -> tool.spec().name().equals(name)).findFirst();
  }

  public Optional<LogTool> logTool(String name) {
    return logTools.stream().filter(tool -> tool.spec().name().equals(name)).findFirst();
  }

  /// A tool of this agent or of one that it hands over to, with what they hold by: an act outlives
  /// a hand-over.
  public Optional<Tool> anyTool(String name) {
    return tool(name)
        .or(() -> part(name))
        .or(() -> handoff.stream().flatMap(a -> a.anyTool(name).stream()).findFirst());
  }

  private Optional<Tool> part(String name) {
    return tools.stream()
        .flatMap(Agent::holds)
        .flatMap(Agent::both)
        .filter(tool -> tool.spec().name().equals(name))
        .findFirst();
  }

  private static Stream<Hold> holds(Tool tool) {
    return tool instanceof WriteTool acts ? acts.hold().stream() : Stream.empty();
  }

  private static Stream<Tool> both(Hold hold) {
    return Stream.of(hold.take(), hold.giveBack());
  }

  /// Who answers now: this agent, or the one that the conversation was handed over to.
  public Agent speaking(Log log) {
    Agent speaking = this;
    for (Logged logged : log.timeline()) {
      if (logged.entry() instanceof HandedTo to) speaking = find(to.agent()).orElse(speaking);
    }
    return speaking;
  }

  /// The agent of this folder that has the name: itself, or one it hands over to.
  public Optional<Agent> find(String wanted) {
    if (name.equals(wanted)) return Optional.of(this);
    return handoff.stream().flatMap(agent -> agent.find(wanted).stream()).findFirst();
  }

  private static void checkTools(List<Tool> tools, List<LogTool> logTools) {
    var names = new HashSet<String>();
    for (LogTool tool : logTools) checkName(names, tool.spec());
    for (Tool tool : tools) {
      checkName(names, tool.spec());
      holds(tool).flatMap(Agent::both).forEach(part -> checkName(names, part.spec()));
      boolean asks = tool.spec().recovery().equals(Optional.of(Recovery.LOOK_UP_FIRST));
      if (asks && !(tool instanceof LooksUp)) {
        throw new IllegalArgumentException(
            "Tool " + tool.spec().name() + ": LOOK_UP_FIRST, but it cannot look up");
      }
      if (tool.spec().recovery().equals(Optional.of(Recovery.EXPIRES))) {
        throw new IllegalArgumentException(
            "Tool " + tool.spec().name() + ": EXPIRES is for the two acts of a hold");
      }
      boolean asked = tool.spec().approval() == ToolSpec.Approval.ASKED;
      if (asked != tool instanceof WriteTool) {
        throw new IllegalArgumentException(
            "Tool "
                + tool.spec().name()
                + ": an act shows a preview (WriteTool), or says that it needs no approval (unasked)");
      }
    }
  }

  private static void checkName(HashSet<String> names, ToolSpec spec) {
    if (!names.add(spec.name())) throw new IllegalArgumentException("Two tools: " + spec.name());
    JsonSchema.of(spec.parameters()); // one that is none fails here, not in a turn
  }
}
