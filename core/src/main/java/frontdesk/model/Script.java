package frontdesk.model;

import frontdesk.conversation.Entry.Ending;
import frontdesk.json.InvalidJson;
import frontdesk.json.Jsons;
import frontdesk.json.StrictObject;
import frontdesk.json.Yaml;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The replies of a {@link ScriptedModel}, turn by turn. Written as a YAML (or JSON) list:
///
///     - expect: {user: "balance"}
///       reply: {calls: [{tool: balance, arguments: {card: "1"}, id: c1}]}
///     - expect: {tool: balance, outcome: "120"}
///       reply: {text: You have 120 points.}
///       delay: 200
///
/// `expect` may be left out; its expressions are searched for, not matched whole. `arguments` is a
/// mapping, or a text that is passed on as it is. Besides `text` and `calls` a reply may be a
/// `refusal` or an `error` (a {@link ModelException.Kind} in lower case). `delay` is in
/// milliseconds, 600,000 at most.
public record Script(List<Turn> turns) {
  private static final int DELAY_MAX = 600_000;
  private static final String KINDS =
      Arrays.stream(ModelException.Kind.values())
          .map(kind -> kind.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(", "));

  public Script {
    turns = List.copyOf(turns);
  }

  /// One reply, and what it is the reply to.
  public record Turn(Expect expect, Reply reply, Duration delay) {}

  /// What the newest messages must hold.
  public sealed interface Expect {
    record Anything() implements Expect {}

    record User(Pattern text) implements Expect {}

    record Tool(String name, Pattern outcome) implements Expect {}
  }

  /// What the model does.
  public sealed interface Reply {
    record Says(ModelReply reply) implements Reply {}

    record Fails(ModelException.Kind kind) implements Reply {}
  }

  /// Reads a script.
  ///
  /// @param problems gets one line for each problem, naming turn, key and fix
  public static Script parse(String yaml, List<String> problems) {
    try {
      return of(Yaml.parse(yaml), problems);
    } catch (InvalidJson e) {
      problems.add("the script is " + e.getMessage());
      return new Script(List.of());
    }
  }

  /// Reads a script that came as JSON.
  public static Script of(JsonNode list, List<String> problems) {
    if (!list.isArray() || list.isEmpty()) {
      problems.add("the script must be a list of turns, each with 'expect' and 'reply'");
      return new Script(List.of());
    }
    var turns = new ArrayList<Turn>();
    for (JsonNode item : list.values()) {
      turns.add(turn(new StrictObject("turn " + (turns.size() + 1), item, problems), problems));
    }
    return new Script(turns);
  }

  private static Turn turn(StrictObject turn, List<String> problems) {
    Expect expect =
        turn.object("expect").map(e -> expect(e, problems)).orElseGet(Expect.Anything::new);
    Optional<Reply> reply = turn.object("reply").map(r -> reply(r, problems));
    if (reply.isEmpty()) problems.add(turn.name("reply") + ": is missing, add it");
    int delay = turn.wholeNumber("delay", 0, DELAY_MAX).orElse(0);
    turn.noMore();
    return new Turn(expect, reply.orElse(nothing()), Duration.ofMillis(delay));
  }

  private static Expect expect(StrictObject expect, List<String> problems) {
    Optional<String> user = expect.text("user");
    Optional<String> tool = expect.text("tool");
    Optional<String> outcome = expect.text("outcome");
    expect.noMore();
    if (user.isPresent() == tool.isPresent() || (user.isPresent() && outcome.isPresent())) {
      problems.add(expect.name("") + ": must be either 'user' or 'tool' (with 'outcome')");
    }
    if (user.isPresent()) return new Expect.User(pattern(expect, "user", user.get(), problems));
    return new Expect.Tool(
        tool.orElse(""), pattern(expect, "outcome", outcome.orElse(""), problems));
  }

  private static Pattern pattern(
      StrictObject expect, String key, String regex, List<String> problems) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      problems.add(expect.name(key) + ": is no regular expression, mend it: " + e.getDescription());
      return Pattern.compile("");
    }
  }

  private static Reply reply(StrictObject reply, List<String> problems) {
    Optional<String> text = reply.text("text");
    Optional<String> refusal = reply.text("refusal");
    Optional<String> error = reply.text("error");
    List<ModelReply.AskedCall> calls = calls(reply, problems);
    reply.noMore();
    boolean says = text.isPresent() || !calls.isEmpty();
    long kinds = (says ? 1 : 0) + refusal.stream().count() + error.stream().count();
    if (kinds != 1) {
      problems.add(
          reply.name("") + ": must be one of 'text', 'calls' (or both), 'refusal', 'error'");
    }
    if (error.isPresent()) return fails(reply, error.get(), problems);
    var ending = refusal.isPresent() ? Ending.REFUSED : Ending.COMPLETE;
    return new Reply.Says(new ModelReply(refusal.or(() -> text).orElse(""), calls, ending));
  }

  private static Reply fails(StrictObject reply, String error, List<String> problems) {
    for (ModelException.Kind kind : ModelException.Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(error)) return new Reply.Fails(kind);
    }
    problems.add(reply.name("error") + ": must be one of " + KINDS);
    return nothing();
  }

  private static Reply nothing() {
    return new Reply.Says(ModelReply.text(""));
  }

  private static List<ModelReply.AskedCall> calls(StrictObject reply, List<String> problems) {
    var calls = new ArrayList<ModelReply.AskedCall>();
    for (JsonNode item : reply.items("calls")) {
      String name = reply.name("calls") + "[" + (calls.size() + 1) + "]";
      var call = new StrictObject(name, item, problems);
      String tool = call.requiredText("tool");
      String arguments = call.at("arguments").map(a -> arguments(call, a, problems)).orElse("{}");
      calls.add(new ModelReply.AskedCall(call.text("id").orElse(""), tool, arguments));
      call.noMore();
    }
    return calls;
  }

  private static String arguments(StrictObject call, JsonNode value, List<String> problems) {
    if (value.isString()) return value.asString();
    if (value instanceof ObjectNode) return Jsons.json(value).text();
    problems.add(call.name("arguments") + ": must be a mapping, or a text that is passed on as is");
    return "{}";
  }
}
