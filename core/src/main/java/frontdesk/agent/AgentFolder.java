package frontdesk.agent;

import frontdesk.conversation.Json;
import frontdesk.json.InvalidJson;
import frontdesk.json.InvalidSettings;
import frontdesk.json.Jsons;
import frontdesk.json.StrictObject;
import frontdesk.json.Yaml;
import frontdesk.model.Wishes;
import frontdesk.tool.LogTool;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Reads an agent from its folder: `agent.yaml` and `instructions.md`. An agent that it hands
/// over to has a folder of its own in there, and shares what it does not set itself: facts,
/// business, language, zone, limits, wishes.
///
/// `agent.yaml`: `name`, `function`, `public`, `tools` (names, or mappings of `name` and
/// `examples`: how a customer asks for it), `facts` (JSON Schema of an object), `handoff` (folder
/// names), `locale` (`en` or `th`), `zone` (IANA), `business` (a profile that the model
/// reads; `next_steps` lists, for each language, what happens after a hand-over), `limits`
/// (`model_calls`, `calls_per_reply`, `attempts`, `turn_seconds`, `prompt_tokens`,
/// `tokens_per_day`), `model` (a provider's model id), `sampling` (`temperature`, `effort`,
/// `reply_tokens`), `guided_when_down` (whether form mode answers while the provider is down).
public final class AgentFolder {
  private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,40}");

  private final String path;
  private final Function<String, Optional<String>> files;
  private final Toolset toolset;
  private final List<String> problems;

  private AgentFolder(
      String path,
      Function<String, Optional<String>> files,
      Toolset toolset,
      List<String> problems) {
    this.path = path;
    this.files = files;
    this.toolset = toolset;
    this.problems = problems;
  }

  /// Reads the agent in a folder.
  ///
  /// @param files gives the text of a file by its path within the folder
  /// @param toolset the tools that it may name
  /// @param zone used where the folder names none
  /// @throws InvalidSettings with every problem of the folder
  public static Agent read(
      String folder, Function<String, Optional<String>> files, Toolset toolset, String zone) {
    var problems = new ArrayList<String>();
    Shared defaults =
        new Shared(Jsons.object(), Jsons.object(), "en", zone, Limits.DEFAULT, Wishes.NONE, folder);
    Agent agent = new AgentFolder("", files, toolset, problems).agent(defaults);
    if (problems.isEmpty()) return agent;
    throw new InvalidSettings(problems.stream().distinct().map(p -> folder + "/" + p).toList());
  }

  /// What an agent has from the one that hands over to it.
  private record Shared(
      JsonNode facts,
      JsonNode business,
      String locale,
      String zone,
      Limits limits,
      Wishes wishes,
      String name) {}

  private Agent agent(Shared from) {
    String yaml = file("agent.yaml");
    var settings = new StrictObject(path + "agent.yaml", parsed(yaml), problems);
    String name = name(settings);
    String function = settings.text("function").orElse(name);
    boolean open = settings.flag("public", false);
    Shared own =
        new Shared(
            mapping(settings, "facts").orElse(from.facts()),
            mapping(settings, "business").orElse(from.business()),
            locale(settings).orElse(from.locale()),
            zone(settings).orElse(from.zone()),
            limits(settings, from.limits()),
            wishes(settings, from.wishes()),
            name);
    List<Agent> handoff = settings.texts("handoff").stream().map(f -> below(f, own)).toList();
    NamedTools tools = NamedTools.of(settings, toolset, problems);
    settings.noMore();
    String instructions = file("instructions.md");
    Facts facts = facts(own.facts());
    return new Agent(
        name,
        version(yaml + instructions + handoff.stream().map(Agent::version).toList()),
        function,
        open,
        instructions + profile(own.business()),
        facts,
        tools.tools(),
        tools.examples(),
        logTools(facts, tools, handoff, own),
        handoff,
        own.locale(),
        own.zone(),
        own.limits(),
        own.wishes());
  }

  private String name(StrictObject settings) {
    String name = settings.requiredText("name");
    if (!name.isEmpty() && !NAME.matcher(name).matches()) {
      problems.add(settings.name("name") + ": must have the form [a-z0-9_-]{1,40}");
    }
    return name;
  }

  private Agent below(String folder, Shared shared) {
    return new AgentFolder(path + folder + "/", files, toolset, problems).agent(shared);
  }

  private static List<LogTool> logTools(
      Facts facts, NamedTools named, List<Agent> handoff, Shared own) {
    var tools = new ArrayList<LogTool>();
    if (!named.tools().isEmpty()) tools.add(new DropPending());
    if (!facts.isEmpty()) tools.add(new NoteFacts(facts));
    if (!handoff.isEmpty()) {
      List<String> names = handoff.stream().map(Agent::name).toList();
      tools.add(new HandOver(facts, names, own.business().path("next_steps"), own.locale()));
    }
    return tools;
  }

  private Facts facts(JsonNode schema) {
    if (schema.isEmpty()) return Facts.NONE;
    try {
      return new Facts(Jsons.json(schema));
    } catch (IllegalArgumentException e) {
      problems.add(path + "agent.yaml: " + e.getMessage());
      return Facts.NONE;
    }
  }

  private static Optional<JsonNode> mapping(StrictObject settings, String key) {
    return settings.object(key).flatMap(_ -> settings.at(key)).filter(JsonNode::isObject);
  }

  private Optional<String> locale(StrictObject settings) {
    Optional<String> locale = settings.text("locale");
    if (locale.isPresent() && !List.of("en", "th").contains(locale.get())) {
      problems.add(settings.name("locale") + ": must be en or th");
    }
    return locale;
  }

  private Optional<String> zone(StrictObject settings) {
    Optional<String> zone = settings.text("zone");
    try {
      zone.ifPresent(ZoneId::of);
    } catch (DateTimeException e) {
      problems.add(settings.name("zone") + ": must be an IANA zone such as Asia/Bangkok");
    }
    return zone;
  }

  private static Limits limits(StrictObject settings, Limits from) {
    return settings
        .object("limits")
        .map(
            limits -> {
              var own =
                  new Limits(
                      limits.wholeNumber("model_calls", 1, 50).orElse(from.modelCalls()),
                      limits.wholeNumber("calls_per_reply", 1, 16).orElse(from.callsPerReply()),
                      limits.wholeNumber("attempts", 1, 20).orElse(from.attempts()),
                      limits
                          .wholeNumber("turn_seconds", 1, 600)
                          .map(Duration::ofSeconds)
                          .orElse(from.turn()),
                      limits
                          .wholeNumber(
                              "prompt_tokens", Limits.PROMPT_TOKENS_MIN, Limits.PROMPT_TOKENS_MAX)
                          .orElse(from.promptTokens()),
                      limits
                          .wholeNumber("tokens_per_day", 1_000, 1_000_000_000)
                          .orElse(from.tokensPerDay()));
              limits.noMore();
              return own;
            })
        .orElse(from);
  }

  private Wishes wishes(StrictObject settings, Wishes from) {
    Optional<String> model = model(settings).or(from::model);
    boolean guided = settings.flag("guided_when_down", from.guidedWhenDown());
    Optional<StrictObject> sampling = settings.object("sampling");
    if (sampling.isEmpty()) {
      return new Wishes(model, from.temperature(), from.effort(), from.replyTokens(), guided);
    }
    var own =
        new Wishes(
            model,
            sampling.get().number("temperature", 0, 2).or(from::temperature),
            effort(sampling.get()).or(from::effort),
            sampling
                .get()
                .wholeNumber("reply_tokens", Wishes.REPLY_TOKENS_MIN, Wishes.REPLY_TOKENS_MAX)
                .orElse(from.replyTokens()),
            guided);
    sampling.get().noMore();
    return own;
  }

  private Optional<String> model(StrictObject settings) {
    Optional<String> model = settings.text("model");
    if (model.isEmpty() || Wishes.isModel(model.get())) return model;
    problems.add(settings.name("model") + ": must be a model's id such as gpt-6-luna, no blanks");
    return Optional.empty();
  }

  private Optional<String> effort(StrictObject sampling) {
    Optional<String> effort = sampling.text("effort");
    if (effort.isPresent() && !Wishes.EFFORTS.contains(effort.get())) {
      problems.add(
          sampling.name("effort") + ": must be one of " + String.join(", ", Wishes.EFFORTS));
    }
    return effort;
  }

  private JsonNode parsed(String yaml) {
    try {
      return Yaml.parse(yaml);
    } catch (InvalidJson e) {
      problems.add(path + "agent.yaml: " + e.getMessage());
      return Jsons.object();
    }
  }

  private String file(String name) {
    Optional<String> text = files.apply(path + name);
    if (text.isEmpty()) problems.add(path + name + ": is missing, add it");
    return text.orElse("");
  }

  private static String profile(JsonNode business) {
    if (business.isEmpty()) return "";
    Json profile = Jsons.json(business);
    return "\n\nThe business you answer for:\n" + profile.text() + "\n";
  }

  private static String version(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString().substring(0, 8);
  }
}
