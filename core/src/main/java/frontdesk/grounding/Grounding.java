package frontdesk.grounding;

import frontdesk.conversation.Entry.Source;
import frontdesk.conversation.Logged;
import frontdesk.dates.Dates;
import frontdesk.dates.Reading.Asked;
import frontdesk.dates.Reading.Resolved;
import frontdesk.dates.Reason;
import frontdesk.dates.Span;
import frontdesk.grounding.Told.ByCustomer;
import frontdesk.grounding.Told.ByTool;
import frontdesk.grounding.Told.Identity;
import frontdesk.tool.ArgumentKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Finds where a value was said: by the customer, by a tool, or by the channel, which knows who
/// speaks. What was found is read once more, from the found words alone, and must be the same. What
/// a later message of the customer takes back does not count any more.
///
/// An argument that its schema leaves to the model (`x-source: model`), such as a summary, needs
/// no source; a value that the schema gives itself (`default`, `const`) is its own.
public final class Grounding {
  /// Messages of the customer behind the one that is asked about.
  private static final int ANSWERS_WITHIN = 3;

  private static final String SCHEMA = "schema";

  private final List<Told> told;

  private Grounding(List<Told> told) {
    this.told = told;
  }

  /// What the entries of a log can prove.
  public static Grounding in(List<Logged> timeline) {
    return new Grounding(Told.in(timeline));
  }

  /// An argument that a source is looked for.
  private record Wanted(
      String argument, ArgumentKind kind, Normaliser normaliser, JsonNode value, About about) {
    Ground.Said said(Told one, Span span, String how) {
      return new Ground.Said(
          new Source(argument, one.entry(), one.item(), span.from(), span.to(), how));
    }
  }

  /// Where the value of an argument comes from. The newest place wins.
  ///
  /// @param argument its name, or path in the arguments
  /// @param schema of the value
  public Ground find(String argument, JsonNode schema, JsonNode value, About about) {
    if (isOfSchema(schema, value)) {
      return new Ground.Said(new Source(argument, 0, 0, 0, 0, SCHEMA));
    }
    Wanted wanted = wanted(argument, schema, value, about);
    List<Told> standing = standing(wanted.normaliser());
    return standing.stream()
        .flatMap(one -> said(wanted, one).stream())
        .findFirst()
        .or(() -> answered(wanted, standing).findFirst())
        .map(Ground.class::cast)
        .orElseGet(() -> new Ground.Unsaid(ambiguous(wanted, standing)));
  }

  /// Whether the value still stands where it was found: read again there, it is the same. What was
  /// found in an entry that was folded away since, and is not read any more, stands.
  ///
  /// @param schema of the value
  public boolean rereads(Source source, JsonNode schema, JsonNode value, About about) {
    if (source.normaliser().equals(SCHEMA)) return isOfSchema(schema, value);
    if (told.stream().noneMatch(one -> one.entry() == source.entry())) return true;
    Wanted wanted = wanted(source.argument(), schema, value, about);
    Stream<Ground.Said> there =
        told.stream()
            .filter(one -> one.entry() == source.entry() && one.item() == source.item())
            .flatMap(one -> said(wanted, one).stream());
    return Stream.concat(there, answered(wanted, told))
        .anyMatch(said -> said.source().equals(source));
  }

  private Wanted wanted(String argument, JsonNode schema, JsonNode value, About about) {
    String name = last(argument);
    ArgumentKind kind = ArgumentKind.of(name, schema);
    Set<String> ofDay = kind == ArgumentKind.TIME ? ofDay(about) : Set.of();
    return new Wanted(argument, kind, Normaliser.of(kind, name, schema, ofDay), value, about);
  }

  /// The times that were said together with the day of the call.
  private Set<String> ofDay(About about) {
    return about.date().stream()
        .flatMap(day -> byCustomer(told).flatMap(one -> Times.on(day, one.line(), about)))
        .collect(Collectors.toSet());
  }

  private static Stream<ByCustomer> byCustomer(List<Told> told) {
    return told.stream().flatMap(one -> one instanceof ByCustomer by ? Stream.of(by) : null);
  }

  /// What came before a correction does not count.
  private List<Told> standing(Normaliser normaliser) {
    for (int i = 0; i < told.size(); i++) {
      boolean corrects =
          told.get(i) instanceof ByCustomer(_, _, var line)
              && Correction.is(line)
              && normaliser.says(line);
      if (corrects) return told.subList(0, i + 1);
    }
    return told;
  }

  private static Optional<Ground.Said> said(Wanted wanted, Told one) {
    return switch (one) {
      case ByCustomer(_, _, var line) -> {
        // Shown to them, not said by them.
        if (wanted.kind() == ArgumentKind.ID) yield Optional.empty();
        yield find(wanted, line)
            .filter(span -> find(wanted, line.only(span)).isPresent())
            .map(span -> wanted.said(one, span, wanted.normaliser().name()));
      }
      case ByTool tool ->
          Returns.find(wanted.kind(), last(wanted.argument()), wanted.value(), tool, wanted.about())
              .map(span -> wanted.said(one, span, "returned"));
      case Identity identity ->
          identity.is(wanted.kind(), wanted.value().asString())
              ? Optional.of(wanted.said(one, new Span(0, identity.text().length()), "identity"))
              : Optional.empty();
    };
  }

  private static Optional<Span> find(Wanted wanted, Line line) {
    return wanted.normaliser().find(line, wanted.value().asString(), wanted.about());
  }

  /// What was asked about, and answered by one of the next messages; the newest answer counts.
  private static Stream<Ground.Said> answered(Wanted wanted, List<Told> told) {
    if (!(wanted.normaliser() instanceof Times times)) return Stream.of();
    var found = new ArrayList<Ground.Said>();
    for (int i = 1; i < told.size(); i++) {
      if (!(told.get(i) instanceof ByCustomer question)) continue;
      List<Told> later = told.subList(0, i);
      times
          .asked(question.line(), wanted.about())
          .flatMap(asked -> answer(wanted, times, question, asked, later).stream())
          .forEach(found::add);
    }
    return found.stream();
  }

  private static Optional<Ground.Said> answer(
      Wanted wanted, Times times, ByCustomer question, Asked asked, List<Told> later) {
    List<ByCustomer> next = byCustomer(later).toList();
    for (ByCustomer answer : next.subList(Math.max(0, next.size() - ANSWERS_WITHIN), next.size())) {
      Line line = answer.line();
      // "Yes" and "the first" answer what was asked last.
      boolean atOnce = isNext(answer, later);
      if (!atOnce && (line.isYes() || Dates.isByPlace(line.text()))) continue;
      if (!(Dates.answered(asked, line.text(), line.context())
          instanceof Resolved(var when, var span, var how))) continue;
      String value = wanted.value().asString();
      return times.means(when, value, question.line().context(), wanted.about())
          ? Optional.of(wanted.said(answer, span, how))
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static boolean isNext(ByCustomer answer, List<Told> later) {
    return later.reversed().stream()
        .filter(one -> !(one instanceof Identity))
        .findFirst()
        .filter(answer::equals)
        .isPresent();
  }

  private static Optional<Reason> ambiguous(Wanted wanted, List<Told> told) {
    String value = wanted.value().asString();
    return byCustomer(told)
        .flatMap(one -> wanted.normaliser().ambiguous(one.line(), value, wanted.about()).stream())
        .findFirst();
  }

  /// Whether no source is asked for.
  public static boolean isLeftToModel(JsonNode schema) {
    return schema.path("x-source").asString("").equals("model");
  }

  private static boolean isOfSchema(JsonNode schema, JsonNode value) {
    return value.equals(schema.get("default")) || value.equals(schema.get("const"));
  }

  private static String last(String path) {
    String[] parts = path.split("/", -1);
    for (int i = parts.length - 1; i > 0; i--) {
      if (!parts[i].chars().allMatch(Character::isDigit)) return parts[i];
    }
    return parts[0];
  }
}
