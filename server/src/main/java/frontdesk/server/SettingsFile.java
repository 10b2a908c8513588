package frontdesk.server;

import frontdesk.adapters.rest.ApiKey;
import frontdesk.adapters.rest.ApiKey.Role;
import frontdesk.http.Secret;
import frontdesk.json.InvalidJson;
import frontdesk.json.InvalidSettings;
import frontdesk.json.Jsons;
import frontdesk.json.StrictObject;
import frontdesk.json.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Reads `frontdesk.yaml`. Strict: every problem is told at once, a key that is not known is an
/// error. `${NAME}` in it stands for an environment variable.
public final class SettingsFile {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)\\}");
  private static final Pattern LISTEN = Pattern.compile("(?:([^:]+):)?(\\d{1,5})");
  private static final int KEY_LENGTH_MIN = 16;

  private final Environment environment;
  private final List<String> problems = new ArrayList<>();

  private SettingsFile(Environment environment) {
    this.environment = environment;
  }

  /// Reads a file.
  ///
  /// @throws InvalidSettings with every problem
  public static Settings read(Path file, Environment environment) {
    return parse(text(file), environment);
  }

  public static Settings parse(String text, Environment environment) {
    var reader = new SettingsFile(environment);
    Settings settings = reader.settings(text);
    if (reader.problems.isEmpty()) return settings;
    throw new InvalidSettings(reader.problems);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new InvalidSettings(List.of("--config: cannot read " + file));
    }
  }

  /// Variables are put into values, not into the file: a value with a colon stays one value.
  private JsonNode expanded(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode copy = Jsons.object();
        object.properties().forEach(p -> copy.set(p.getKey(), expanded(p.getValue())));
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = Jsons.array();
        array.forEach(item -> copy.add(expanded(item)));
        yield copy;
      }
      case StringNode text -> StringNode.valueOf(expanded(text.asString()));
      default -> node;
    };
  }

  private String expanded(String text) {
    var expanded = new StringBuilder();
    Matcher variable = VARIABLE.matcher(text);
    while (variable.find()) {
      Optional<String> value = environment.get(variable.group(1));
      if (value.isEmpty()) problems.add(variable.group(1) + ": is not set, but the file uses it");
      variable.appendReplacement(
          expanded, Matcher.quoteReplacement(value.orElse(variable.group())));
    }
    return variable.appendTail(expanded).toString();
  }

  private Settings settings(String text) {
    StrictObject root = root(text);
    String[] listen = listen(root);
    Path data = root.text("data").map(Path::of).orElseGet(environment::data);
    ModelSettings model = new ModelSection(environment, problems).read(root);
    Remotes remotes = remotes(root);
    List<String> agents = root.texts("agents");
    Optional<StrictObject> rest = root.object("channels").flatMap(this::rest);
    Optional<StrictObject> limits = root.object("limits");
    double rate =
        limits
            .flatMap(l -> l.wholeNumber("requests_per_second", 0, 1_000_000))
            .map(Integer::doubleValue)
            .orElseGet(this::rate);
    int burst = limits.flatMap(l -> l.wholeNumber("burst", 1, 1_000_000)).orElse(Settings.BURST);
    limits.ifPresent(StrictObject::noMore);
    root.noMore();
    return new Settings(
        listen[0],
        Integer.parseInt(listen[1]),
        data,
        model,
        remotes,
        zone(),
        agents.isEmpty() ? AgentSource.with(remotes) : agents,
        rest.map(this::functions).orElse(Set.of()),
        rest.map(this::keys).orElseGet(this::noKeys),
        rate,
        burst);
  }

  private Remotes remotes(StrictObject root) {
    Optional<StrictObject> calcom = root.object("calcom");
    boolean create = calcom.map(c -> c.flag("create_event_types", false)).orElse(false);
    boolean hold = calcom.map(c -> c.flag("hold_slots", false)).orElse(false);
    calcom.ifPresent(StrictObject::noMore);
    return Remotes.of(environment, create, hold, problems);
  }

  private StrictObject root(String text) {
    try {
      return new StrictObject("", expanded(Yaml.parse(text)), problems);
    } catch (InvalidJson e) {
      throw new InvalidSettings(List.of("--config: " + e.getMessage()));
    }
  }

  private String zone() {
    try {
      return environment.zone();
    } catch (InvalidSettings e) {
      problems.addAll(e.problems());
      return "UTC";
    }
  }

  private double rate() {
    try {
      return environment.requestsPerSecond();
    } catch (InvalidSettings e) {
      problems.addAll(e.problems());
      return 0;
    }
  }

  private String[] listen(StrictObject root) {
    String listen = root.text("listen").orElse("127.0.0.1:" + Settings.PORT);
    Matcher parts = LISTEN.matcher(listen);
    if (parts.matches() && Integer.parseInt(parts.group(2)) <= 65_535) {
      String host = parts.group(1) == null ? "127.0.0.1" : parts.group(1);
      return new String[] {host, parts.group(2)};
    }
    problems.add("listen: must be PORT or HOST:PORT, such as 127.0.0.1:8080");
    return new String[] {"127.0.0.1", "0"};
  }

  private Optional<StrictObject> rest(StrictObject channels) {
    Optional<StrictObject> rest = channels.object("rest");
    channels.noMore();
    return rest;
  }

  private Set<String> functions(StrictObject rest) {
    return new HashSet<>(rest.texts("functions"));
  }

  private List<ApiKey> keys(StrictObject rest) {
    List<JsonNode> items = rest.items("keys");
    rest.noMore();
    var keys = new ArrayList<ApiKey>();
    var names = new HashSet<String>();
    for (int i = 0; i < items.size(); i++) {
      var item = new StrictObject("channels.rest.keys[" + i + "]", items.get(i), problems);
      key(item).ifPresent(keys::add);
    }
    for (ApiKey key : keys) {
      if (!names.add(key.name())) problems.add("channels.rest.keys: two are named " + key.name());
    }
    boolean operatorsOnly = keys.stream().allMatch(key -> key.role() == Role.OPERATOR);
    // A broken key has a line of its own already.
    return operatorsOnly && keys.size() == items.size() ? noKeys() : keys;
  }

  private Optional<ApiKey> key(StrictObject item) {
    String name = item.requiredText("name");
    String key = item.requiredText("key");
    Optional<Role> role = role(item);
    item.noMore();
    boolean unset = VARIABLE.matcher(key).find();
    if (!key.isEmpty() && !unset && key.length() < KEY_LENGTH_MIN) {
      problems.add(item.name("key") + ": must have at least 16 characters");
    }
    if (name.isEmpty() || key.isEmpty() || role.isEmpty()) return Optional.empty();
    try {
      return Optional.of(new ApiKey(name, new Secret(key), role.get()));
    } catch (IllegalArgumentException e) {
      problems.add(item.name("name") + ": must have the form [a-z0-9-]{1,40}");
      return Optional.empty();
    }
  }

  private Optional<Role> role(StrictObject item) {
    String role = item.text("role").orElse("client");
    for (Role known : Role.values()) {
      if (known.name().toLowerCase(Locale.ROOT).equals(role)) return Optional.of(known);
    }
    problems.add(item.name("role") + ": must be client, staff or operator");
    return Optional.empty();
  }

  /// A production server that anybody may use would be a mistake; operators' keys do not close it.
  private List<ApiKey> noKeys() {
    problems.add("channels.rest.keys: add at least one {name, key, role} of role client or staff");
    return List.of();
  }
}
