package frontdesk.runtime;

import frontdesk.agent.Agent;
import frontdesk.agent.Facts;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.json.Jsons;
import frontdesk.tool.Hold;
import frontdesk.tool.Recovery;
import frontdesk.tool.Tool;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import frontdesk.tool.WriteTool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/// Sells seats, and holds one for a customer who decides.
final class HeldSeats implements WriteTool {
  private static final Json PARAMETERS =
      new Json(
          """
          {"type": "object", "x-source": "model", "required": ["seat"],
           "properties": {"seat": {"type": "string"}}}
          """);

  final Set<String> held = new TreeSet<>();
  final List<Json> sold = new ArrayList<>();
  final List<String> happened = new ArrayList<>();

  /// What else befalls a hold that was taken.
  Supplier<Outcome> answer = () -> new Outcome.Unknown("never used");

  boolean answers = true;
  Outcome selling = new Outcome.Done(Json.EMPTY);

  Agent agent() {
    return TestAgent.agent("test", Facts.NONE, List.of(this), List.of());
  }

  @Override
  public ToolSpec spec() {
    return ToolSpec.act("sell", "Sells a seat.", PARAMETERS, Recovery.RETRY_WITH_KEY, Story.LIMIT);
  }

  @Override
  public Previewing preview(ToolContext context, Json arguments) {
    happened.add("preview");
    return new Previewing.Preview("Seat " + seat(arguments) + "?", arguments);
  }

  @Override
  public Optional<Hold> hold() {
    return Optional.of(
        new Hold(new Part("hold_seat", this::takes), new Part("free_seat", this::gives)));
  }

  @Override
  public Outcome call(ToolContext context, Json arguments) {
    happened.add("sell");
    sold.add(context.held());
    if (selling instanceof Outcome.Done) held.remove(seat(arguments));
    return selling;
  }

  private Outcome takes(Json bound) {
    happened.add("take");
    String seat = seat(bound);
    if (!held.add(seat)) return new Outcome.Refused("somebody else has it");
    if (!answers) return answer.get();
    return new Outcome.Done(
        Jsons.json(Jsons.object().put("seat", seat).put("text", "It is held for you.")));
  }

  private Outcome gives(Json taken) {
    happened.add("give back");
    return held.remove(seat(taken))
        ? new Outcome.Done(Json.EMPTY)
        : new Outcome.Failed("it is not held", false);
  }

  private static String seat(Json json) {
    return Jsons.parse(json).path("seat").asString();
  }

  private record Part(String name, Function<Json, Outcome> does) implements Tool {
    @Override
    public ToolSpec spec() {
      return ToolSpec.act(name, "Part of it.", PARAMETERS, Recovery.EXPIRES, Story.LIMIT).unasked();
    }

    @Override
    public Outcome call(ToolContext context, Json arguments) {
      return does.apply(arguments);
    }
  }
}
