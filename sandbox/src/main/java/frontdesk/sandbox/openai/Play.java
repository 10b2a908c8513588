package frontdesk.sandbox.openai;

import frontdesk.json.Jsons;
import frontdesk.json.StrictObject;
import frontdesk.model.ModelReply;
import frontdesk.model.Script;
import frontdesk.model.Script.Expect;
import frontdesk.model.Script.Reply;
import frontdesk.sandbox.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the stand-in says: a {@link Script}, each turn with its {@link Wire}. The request itself
/// says which turn comes next, so that many conversations may use one. Without turns it says what
/// it is.
record Play(List<Cue> cues) {
  static final Play NONE = new Play(List.of());
  private static final ModelReply HELLO =
      ModelReply.text(
          "I am the sandbox of OpenAI and have no script. Give me one with --script FILE or POST"
              + " /_control/script.");

  /// One turn.
  record Cue(Script.Turn turn, Wire wire) {

    /// What goes wrong with it.
    Trouble trouble() {
      if (!(wire.trouble() instanceof Trouble.None)) return wire.trouble();
      if (turn.reply() instanceof Reply.Fails(var kind)) {
        return new Trouble.Failure(Failures.name(kind));
      }
      return turn.delay().isZero() ? new Trouble.None() : new Trouble.Delay(turn.delay());
    }

    ModelReply reply() {
      return switch (turn.reply()) {
        case Reply.Says(var reply) -> reply;
        case Reply.Fails _ -> ModelReply.text("");
      };
    }
  }

  Play {
    cues = List.copyOf(cues);
  }

  /// Reads a list of turns.
  ///
  /// @param problems gets one line for each problem
  static Play of(JsonNode list, List<String> problems) {
    var wires = new ArrayList<Wire>();
    ArrayNode plain = Jsons.array();
    for (JsonNode item : list.values()) {
      String name = "turn " + (wires.size() + 1) + ".wire";
      plain.add(withoutWire(item));
      wires.add(
          item.has("wire")
              ? Wire.parse(new StrictObject(name, item.get("wire"), problems), problems)
              : Wire.USUAL);
    }
    List<Script.Turn> turns = Script.of(plain, problems).turns();
    var cues = new ArrayList<Cue>();
    for (int i = 0; i < turns.size(); i++) cues.add(new Cue(turns.get(i), wires.get(i)));
    return new Play(cues);
  }

  /// The turn that answers a request.
  ///
  /// @throws Refused the script has none, or expects something else
  Cue next(Asked asked) {
    if (cues.isEmpty()) {
      var says = new Reply.Says(HELLO);
      return new Cue(new Script.Turn(new Expect.Anything(), says, Duration.ZERO), Wire.USUAL);
    }
    int number = asked.replies() + 1;
    if (number > cues.size()) {
      throw wrong("The script ends after turn " + cues.size() + ": add turn " + number + ".");
    }
    Cue cue = cues.get(number - 1);
    if (meets(cue.turn().expect(), asked.seen())) return cue;
    throw wrong(
        "Turn "
            + number
            + " of the script expects "
            + words(cue.turn().expect())
            + ": nothing new matches.");
  }

  private static JsonNode withoutWire(JsonNode item) {
    if (!(item instanceof ObjectNode turn) || !turn.has("wire")) return item;
    ObjectNode plain = turn.deepCopy();
    plain.remove("wire");
    // What only goes wrong needs no words.
    if (!plain.has("reply")) plain.putObject("reply").put("text", "");
    return plain;
  }

  private static boolean meets(Expect expect, List<Seen> all) {
    if (expect instanceof Expect.Anything) return true;
    return Seen.newest(all).stream().anyMatch(seen -> meets(expect, seen, all));
  }

  private static boolean meets(Expect expect, Seen seen, List<Seen> all) {
    return switch (seen) {
      case Seen.Said(var role, var text) ->
          role.equals("user")
              && expect instanceof Expect.User(var regex)
              && regex.matcher(text).find();
      case Seen.CameTo(var call, var output) ->
          expect instanceof Expect.Tool(var name, var regex)
              && all.stream().anyMatch(s -> isCall(s, call, name))
              && regex.matcher(output).find();
      case Seen.Called _, Seen.Thought _ -> false;
    };
  }

  private static boolean isCall(Seen seen, String call, String name) {
    return seen instanceof Seen.Called(var id, var tool, _) && id.equals(call) && tool.equals(name);
  }

  private static String words(Expect expect) {
    return switch (expect) {
      case Expect.Anything _ -> "anything";
      case Expect.User(var text) -> "user: " + text;
      case Expect.Tool(var name, var outcome) -> "tool: " + name + ", outcome: " + outcome;
    };
  }

  private static Refused wrong(String line) {
    return Refused.invalid("not_in_script", "", line);
  }
}
