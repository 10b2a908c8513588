package frontdesk.grounding;

import frontdesk.conversation.Entry.Source;
import frontdesk.conversation.Logged;
import frontdesk.dates.Context;
import frontdesk.dates.Reason;
import frontdesk.dates.Span;
import frontdesk.grounding.Told.ByCustomer;
import frontdesk.grounding.Told.ByTool;
import frontdesk.grounding.Told.Identity;
import frontdesk.tool.ArgumentKind;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Finds where a value was said: by the customer, by a tool, or by the channel, which knows who
/// speaks. What was found is read once more, from the found words alone, and must be the same.
///
/// An argument that its schema leaves to the model (`x-source: model`), such as a summary, needs
/// no source; a value that the schema gives itself (`default`, `const`) is its own.
public final class Grounding {
  private final List<Told> told;

  private Grounding(List<Told> told) {
    this.told = told;
  }

  /// What the entries of a log can prove.
  public static Grounding in(List<Logged> timeline) {
    return new Grounding(Told.in(timeline));
  }

  /// Where the value of an argument comes from. The newest place wins.
  ///
  /// @param argument its name, or path in the arguments
  /// @param schema of the value
  public Ground find(String argument, JsonNode schema, JsonNode value, About about) {
    if (isOfSchema(schema, value)) {
      return new Ground.Said(new Source(argument, 0, 0, 0, 0, "schema"));
    }
    ArgumentKind kind = ArgumentKind.of(last(argument), schema);
    Normaliser normaliser = Normaliser.of(kind, schema);
    for (Told one : told) {
      Optional<Ground> said = said(argument, kind, normaliser, one, value, about);
      if (said.isPresent()) return said.get();
    }
    return new Ground.Unsaid(ambiguous(normaliser, value, about));
  }

  private static Optional<Ground> said(
      String argument,
      ArgumentKind kind,
      Normaliser normaliser,
      Told one,
      JsonNode value,
      About about) {
    return switch (one) {
      case ByCustomer(var entry, var item, var text, var context) -> {
        if (kind == ArgumentKind.ID) yield Optional.empty(); // shown to them, not said by them
        yield normaliser
            .find(text, value.asString(), context, about)
            .filter(span -> rereads(normaliser, span, text, value, context, about))
            .map(span -> said(argument, entry, item, span.from(), span.to(), normaliser.name()));
      }
      case ByTool(var entry, var item, var text) ->
          Returns.find(kind, last(argument), value, text, about)
              .map(span -> said(argument, entry, item, span.from(), span.to(), "returned"));
      case Identity(var entry, var item, var text) ->
          text.equalsIgnoreCase(value.asString())
              ? Optional.of(said(argument, entry, item, 0, text.length(), "identity"))
              : Optional.empty();
    };
  }

  private static Ground said(
      String argument, long entry, int item, int from, int to, String normaliser) {
    return new Ground.Said(new Source(argument, entry, item, from, to, normaliser));
  }

  private static boolean rereads(
      Normaliser normaliser, Span span, String text, JsonNode value, Context context, About about) {
    return normaliser.find(span.of(text), value.asString(), context, about).isPresent();
  }

  private Optional<Reason> ambiguous(Normaliser normaliser, JsonNode value, About about) {
    for (Told one : told) {
      if (!(one instanceof ByCustomer(_, _, var text, var context))) continue;
      Optional<Reason> reason = normaliser.ambiguous(text, value.asString(), context, about);
      if (reason.isPresent()) return reason;
    }
    return Optional.empty();
  }

  /// Whether no source is asked for.
  public static boolean isLeftToModel(JsonNode schema) {
    return schema.path("x-source").asString("").equals("model");
  }

  private static boolean isOfSchema(JsonNode schema, JsonNode value) {
    boolean given = value.equals(schema.get("default")) || value.equals(schema.get("const"));
    // Nobody says what is not wanted.
    return given || (value.isBoolean() && !value.asBoolean() && !schema.has("default"));
  }

  private static String last(String path) {
    String[] parts = path.split("/", -1);
    for (int i = parts.length - 1; i > 0; i--) {
      if (!parts[i].chars().allMatch(Character::isDigit)) return parts[i];
    }
    return parts[0];
  }
}
