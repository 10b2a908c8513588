package frontdesk.model.guided;

import frontdesk.model.guided.Choices.Chosen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads facts out of what a customer wrote, by the schema of a form alone: each message is tried
/// against every field. Pure, and linear in the length of the text.
///
/// A value that is stated replaces what is known, an inferred one only fills what is open, and a
/// blank does nothing. Of a message the first 8,000 characters are read.
final class FieldReader {
  private static final int MESSAGE_CHARS_MAX = 8_000;

  /// How many words say something: enough for a description nobody asked for, and for an addition
  /// to one that is complete.
  private static final int DESCRIPTION_INFO_MIN = 2;

  private static final int ADDITION_INFO_MIN = 4;

  /// An answer this short to the question for a suggestion is one of the suggestions, no more.
  private static final int SHORT_INFO_MAX = 3;

  private final Facts facts;
  private final Set<String> asked;
  private final SmallTalk smallTalk;
  private final Codes codes;
  private final Choices choices;
  private final Map<String, Reading> readings = new LinkedHashMap<>();

  private FieldReader(Facts facts, Set<String> asked) {
    this.facts = facts;
    this.asked = asked;
    this.smallTalk = new SmallTalk(facts.fields());
    this.codes = new Codes(smallTalk);
    this.choices = new Choices(smallTalk);
  }

  /// @param inferred nobody said it in so many words
  record Reading(String value, boolean inferred) {}

  /// What the messages say, field by field, in the order of the schema; only what is news.
  ///
  /// @param earlier what the customer wrote before: a reason given then joins the description now
  static Map<String, Reading> read(
      List<String> messages, List<String> earlier, Facts facts, Set<String> asked) {
    var reader = new FieldReader(facts, asked);
    messages.forEach(reader::message);
    reader.reasons(earlier);
    var news = new LinkedHashMap<String, Reading>();
    for (Field field : facts.fields()) {
      Reading reading = reader.readings.get(field.name());
      if (reading == null || reading.value().equals(facts.known().get(field.name()))) continue;
      news.put(field.name(), reading);
    }
    return news;
  }

  private void message(String raw) {
    Said said = Said.of(raw.substring(0, Math.min(raw.length(), MESSAGE_CHARS_MAX)));
    var list = LabelledList.of(said, facts.fields());
    list.values().forEach(this::labelled);
    for (Said rest : list.rest()) unlabelled(rest, list);
    list.values().forEach((field, value) -> reason(field, value, choices.labelled(field, value)));
    list.values().entrySet().stream()
        .filter(entry -> entry.getKey().isDescription())
        .forEach(entry -> infer(entry.getValue()));
  }

  private void labelled(Field field, Said value) {
    if (value.text().isEmpty()) return;
    switch (field.kind()) {
      case CODE -> codes.labelled(field, value).ifPresent(code -> put(field, code.value(), false));
      case EMAIL -> Codes.email(value).ifPresent(code -> put(field, code.value(), false));
      case CHOICE ->
          choices.labelled(field, value).ifPresent(choice -> put(field, choice.value(), false));
      case TEXT -> put(field, value.text(), false);
    }
  }

  private void unlabelled(Said said, LabelledList list) {
    var covered = new ArrayList<Span>();
    var hidden = new ArrayList<Span>();
    var reasons = new LinkedHashMap<Field, Chosen>();
    for (Field field : facts.fields()) {
      if (!list.values().getOrDefault(field, Said.of("")).text().isEmpty()) continue;
      switch (field.kind()) {
        case CODE -> code(field, said, covered);
        case EMAIL -> Codes.email(said).ifPresent(found -> take(field, found, covered));
        case CHOICE -> {
          hidden.addAll(Choices.words(field, said));
          choices.find(field, said).ifPresent(chosen -> reasons.put(field, chosen));
        }
        case TEXT -> {}
      }
    }
    reasons.forEach((field, chosen) -> choice(field, chosen, covered));
    Statement statement = Statement.of(said, covered, hidden, smallTalk, asksForDescription());
    texts(statement, said, list);
    reasons.forEach((field, chosen) -> reason(field, said, Optional.of(chosen)));
  }

  private void code(Field field, Said said, List<Span> covered) {
    codes.find(field, said, asked.contains(field.name())).ifPresent(f -> take(field, f, covered));
  }

  private void take(Field field, Codes.Found found, List<Span> covered) {
    if (covered.stream().anyMatch(span -> span.overlaps(found.span()))) return;
    put(field, found.value(), false);
    covered.add(found.span());
  }

  private void choice(Field field, Chosen chosen, List<Span> covered) {
    put(field, chosen.value(), !chosen.stated());
    if (chosen.covers().length() > 0) covered.add(chosen.covers());
  }

  /// A statement goes to the free text that was asked for, else to the description.
  private void texts(Statement statement, Said said, LabelledList list) {
    boolean taken = false;
    for (Field field : facts.fields()) {
      if (field.kind() != Field.Kind.TEXT || field.isDescription()) continue;
      if (!list.values().getOrDefault(field, Said.of("")).text().isEmpty()) continue;
      taken |= suggested(field, statement, said);
    }
    if (!taken) describe(statement, list);
  }

  /// True if the statement was the answer to this field, and no more.
  private boolean suggested(Field field, Statement statement, Said said) {
    boolean isAsked = asked.contains(field.name());
    var suggestion = Choices.suggestion(field, statement.text());
    boolean isShort = statement.info() <= SHORT_INFO_MAX;
    if (suggestion.isPresent()) {
      boolean answers = isAsked && isShort;
      boolean named = field.names().stream().anyMatch(n -> !Span.all(said.plain(), n).isEmpty());
      boolean corrects =
          named
              || smallTalk.isCorrection(said.plain())
              || smallTalk.info(Choices.withoutWords(field, statement.text())) == 0;
      boolean stated = answers || (isShort && corrects);
      put(field, suggestion.get(), !stated);
      return stated;
    }
    boolean onlyOneAsked = isAsked && !asksForDescription();
    if (!onlyOneAsked || statement.info() == 0) return false;
    if (!field.fits(statement.text().text())) return false;
    put(field, statement.text().text(), false);
    return true;
  }

  private void describe(Statement statement, LabelledList list) {
    for (Field field : facts.fields()) {
      if (!field.isDescription() || list.values().containsKey(field)) continue;
      String known = current(field.name());
      boolean isNew = known.isEmpty();
      int enough = isNew ? DESCRIPTION_INFO_MIN : ADDITION_INFO_MIN;
      if (asked.contains(field.name()) || readings.containsKey(field.name())) enough = 1;
      if (statement.info() < enough) continue;
      String text = statement.text().text();
      if (isNew) put(field, text, false);
      else if (!known.contains(text)) put(field, sentence(known) + " " + text, false);
    }
  }

  private void infer(Said description) {
    for (Field field : facts.fields()) {
      if (field.kind() != Field.Kind.TEXT || field.isDescription()) continue;
      Choices.suggestion(field, description).ifPresent(value -> put(field, value, true));
    }
  }

  /// What was given as the reason for a value joins the field that the schema names, once.
  private void reason(Field field, Said said, Optional<Chosen> chosen) {
    if (field.reasonTo().isEmpty() || chosen.isEmpty()) return;
    String reason = Choices.reason(said, chosen.get().at());
    String known = current(field.reasonTo());
    if (reason.isEmpty() || known.isEmpty() || known.contains(reason)) return;
    String language = reason.chars().anyMatch(c -> Span.isThai((char) c)) ? "th" : "en";
    String addition = " (" + field.label(language) + ": " + reason + ")";
    facts.field(field.reasonTo()).ifPresent(to -> put(to, known + addition, false));
  }

  private void reasons(List<String> earlier) {
    for (Field field : facts.fields()) {
      boolean isNew =
          readings.containsKey(field.reasonTo()) && !facts.known().containsKey(field.reasonTo());
      if (!isNew) continue;
      for (String text : earlier) {
        Said said = Said.of(text.substring(0, Math.min(text.length(), MESSAGE_CHARS_MAX)));
        reason(field, said, choices.find(field, said));
      }
    }
  }

  private void put(Field field, String raw, boolean inferred) {
    String line = raw.replace('\n', ' ').strip();
    String value = line.length() <= field.lengthMax() ? line : cut(line, field.lengthMax());
    boolean isKnown = !current(field.name()).isEmpty();
    if (!field.fits(value) || (inferred && isKnown)) return;
    readings.put(field.name(), new Reading(value, inferred));
  }

  private static String cut(String text, int length) {
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end);
  }

  private String current(String name) {
    Reading reading = readings.get(name);
    return reading == null ? facts.known().getOrDefault(name, "") : reading.value();
  }

  private boolean asksForDescription() {
    return facts.fields().stream().anyMatch(f -> f.isDescription() && asked.contains(f.name()));
  }

  private static String sentence(String text) {
    char last = text.charAt(text.length() - 1);
    return ".!?)".indexOf(last) >= 0 || Span.isThai(last) ? text : text + ".";
  }
}
