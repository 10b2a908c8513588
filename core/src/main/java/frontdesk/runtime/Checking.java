package frontdesk.runtime;

import frontdesk.conversation.Entry.Gathered;
import frontdesk.conversation.Entry.Source;
import frontdesk.conversation.Log;
import frontdesk.grounding.About;
import frontdesk.grounding.Ground;
import frontdesk.grounding.Grounding;
import frontdesk.json.JsonSchema;
import frontdesk.json.Jsons;
import frontdesk.runtime.Gathering.Checked;
import frontdesk.tool.ArgumentKind;
import frontdesk.tool.Blank;
import frontdesk.tool.ToolSpec;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Checks what a call gives, value by value, so that a wrong one does not lose those beside it: it
/// says something, fits its schema, and (of a tool that acts) was said by somebody.
final class Checking {
  private final ToolSpec spec;
  private final JsonNode schema;
  private final String locale;
  private final ObjectNode own;
  private final Grounding grounding;
  private final boolean acts;
  private final ObjectNode arguments;
  private final List<Source> sources;
  private final Map<String, String> invalid = new LinkedHashMap<>();
  private final About about;
  private final Map<String, String> violations;

  Checking(ToolSpec spec, Log log, String locale, ObjectNode own, Optional<Gathered> base) {
    this.spec = spec;
    this.schema = Jsons.parse(spec.parameters());
    this.locale = locale;
    this.own = own;
    this.acts = spec.effect() == ToolSpec.Effect.WRITE;
    this.grounding = Grounding.in(acts ? log.timeline() : List.of());
    this.arguments =
        base.map(b -> Jsons.parseObject(b.arguments().text())).orElseGet(Jsons::object);
    this.sources = new ArrayList<>(base.map(Gathered::sources).orElse(List.of()));
    List<String> blank =
        own.properties().stream().filter(this::isBlank).map(Map.Entry::getKey).toList();
    blank.forEach(own::remove);
    this.about = about();
    this.violations = violations();
  }

  Checked checked() {
    for (var given : own.properties()) take(given.getKey(), given.getValue());
    if (isComplete()) reread();
    List<String> missing = required().stream().filter(name -> !arguments.has(name)).toList();
    if (missing.isEmpty() && invalid.isEmpty()) together();
    return new Checked(arguments, sources, missing, invalid);
  }

  private boolean isComplete() {
    return invalid.isEmpty() && required().stream().allMatch(arguments::has);
  }

  /// What was found in an earlier call may not hold for this one: a time was said for another day.
  private void reread() {
    for (Source source : List.copyOf(sources)) {
      JsonNode value = arguments;
      JsonNode of = schema;
      for (String step : source.argument().split("/", -1)) {
        of = value.isArray() ? of.path("items") : of.path("properties").path(step);
        value = value.isArray() ? value.path(Integer.parseInt(step)) : value.path(step);
      }
      if (grounding.rereads(source, of, value, about)) continue;
      String name = top(source.argument());
      arguments.remove(name);
      sources.removeIf(other -> top(other.argument()).equals(name));
      invalid.put(name, Sentences.unsaid(locale));
    }
  }

  private void take(String name, JsonNode value) {
    sources.removeIf(source -> top(source.argument()).equals(name));
    var found = new ArrayList<Source>();
    Map<String, String> problems = problems(name, value, found);
    if (problems.isEmpty()) {
      arguments.set(name, value);
      sources.addAll(found);
    } else {
      // What was known before is in doubt now: it is asked for again.
      arguments.remove(name);
      invalid.putAll(problems);
    }
  }

  private Map<String, String> problems(String name, JsonNode value, List<Source> found) {
    var problems = new LinkedHashMap<String, String>();
    violations.forEach(
        (path, reason) -> {
          if (top(path).equals(name)) problems.put(path, reason);
        });
    if (problems.isEmpty()) {
      kindProblem(name, value)
          .or(() -> ungrounded(name, property(name), value, found))
          .ifPresent(reason -> problems.put(name, reason));
    }
    return problems;
  }

  private Optional<String> kindProblem(String name, JsonNode value) {
    return ArgumentKind.of(name, property(name))
        .problem(value)
        .map(_ -> Sentences.wrongForm(locale));
  }

  /// Why a value may not be used: what has no source, as a whole or in a part.
  private Optional<String> ungrounded(
      String path, JsonNode propertySchema, JsonNode value, List<Source> found) {
    if (!acts || Grounding.isLeftToModel(schema) || Grounding.isLeftToModel(propertySchema)) {
      return Optional.empty();
    }
    for (var part : value.properties()) {
      JsonNode of = propertySchema.path("properties").path(part.getKey());
      var problem = ungrounded(path + "/" + part.getKey(), of, part.getValue(), found);
      if (problem.isPresent()) return problem;
    }
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      var problem = ungrounded(path + "/" + i, propertySchema.path("items"), value.get(i), found);
      if (problem.isPresent()) return problem;
    }
    if (value.isContainer()) return Optional.empty();
    return switch (grounding.find(path, propertySchema, value, about)) {
      case Ground.Said(var source) -> {
        found.add(source);
        yield Optional.empty();
      }
      case Ground.Unsaid(var ambiguous) ->
          Optional.of(
              ambiguous
                  .map(reason -> reason.question(Locale.forLanguageTag(locale)))
                  .orElseGet(() -> Sentences.unsaid(locale)));
    };
  }

  /// Values that fit one by one may not fit together.
  private void together() {
    JsonSchema.of(spec.parameters())
        .violations(arguments)
        .forEach(
            (path, reason) ->
                invalid.put(path.isEmpty() ? "arguments" : path.substring(1), reason));
  }

  /// By path of the value, as in `lines/0/sku`.
  private Map<String, String> violations() {
    ObjectNode open = Jsons.parseObject(spec.parameters().text());
    open.remove("required");
    var byPath = new LinkedHashMap<String, String>();
    JsonSchema.of(Jsons.json(open))
        .violations(own)
        .forEach(
            (path, reason) -> {
              if (path.isEmpty()) unknownNames().forEach(name -> byPath.putIfAbsent(name, reason));
              else byPath.put(path.substring(1), Sentences.wrongForm(locale) + " (" + reason + ")");
            });
    return byPath;
  }

  private Set<String> unknownNames() {
    var names = new HashSet<>(own.propertyNames());
    names.removeAll(schema.path("properties").propertyNames());
    return names;
  }

  static String top(String path) {
    return path.split("/", 2)[0].replace("~1", "/").replace("~0", "~");
  }

  /// A model writes 0 for a number that it does not know.
  private boolean isBlank(Map.Entry<String, JsonNode> given) {
    if (Blank.is(given.getValue())) return true;
    JsonNode minimum = property(given.getKey()).path("minimum");
    boolean allowed = minimum.isNumber() && minimum.decimalValue().signum() <= 0;
    return given.getValue().isNumber()
        && given.getValue().decimalValue().signum() == 0
        && !allowed
        && required().contains(given.getKey());
  }

  private List<String> required() {
    return schema.path("required").valueStream().map(JsonNode::asString).toList();
  }

  private JsonNode property(String name) {
    return schema.path("properties").path(name);
  }

  /// What is given now counts more than what was known.
  private About about() {
    var said = new LinkedHashMap<ArgumentKind, String>();
    for (ObjectNode from : List.of(arguments, own)) {
      for (var given : from.properties()) {
        ArgumentKind kind = ArgumentKind.of(given.getKey(), property(given.getKey()));
        boolean fits = given.getValue().isString() && kind.problem(given.getValue()).isEmpty();
        if (fits) said.put(kind, given.getValue().asString());
      }
    }
    return new About(
        Optional.ofNullable(said.get(ArgumentKind.DATE)).map(LocalDate::parse),
        Optional.ofNullable(said.get(ArgumentKind.ZONE)).map(ZoneId::of));
  }
}
