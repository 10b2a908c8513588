package frontdesk.model.guided;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// One fact of a form, as its JSON Schema describes it. How it is read follows from the schema:
/// `enum` makes it a choice, `format: email` an address, `pattern` a code, anything else free text.
/// `maxLength`, `title` and the first of `examples` count too, and these of ours,
/// where L is `en` or `th`:
///
/// - `x-labels: {L: [text]}` names of the field; the first is shown, all are understood
/// - `x-keywords: [text]` words that announce a code or an address
/// - `x-keywords: {value: [text]}` words that mean a value of an `enum`
/// - `x-values: {value: {L: text}}` how a value of an `enum` is shown
/// - `x-suggestions: [{value, labels: {L: text}, keywords: [text]}]` likely values of a free text
/// - `x-description: true` takes the statements that fit no other field
/// - `x-reason-to: name` a reason given with the value is added to that field
/// - `x-ask: {L: text}` what to ask for, to stand in a list ("your order number")
/// - `x-question: {L: text}` the question for this field alone
/// - `x-hint: {L: text}` said when the question comes a second time
public record Field(
    String name,
    Kind kind,
    Map<String, List<String>> labels,
    List<String> keywords,
    List<Choice> choices,
    Pattern pattern,
    int lengthMax,
    boolean isDescription,
    String reasonTo,
    Wording wording) {
  private static final int LENGTH_MAX = 4000;

  public enum Kind {
    CODE,
    EMAIL,
    CHOICE,
    TEXT
  }

  /// A value that is offered, and the words that mean it.
  public record Choice(String value, Map<String, String> labels, List<String> keywords) {
    public String label(String language) {
      return labels.getOrDefault(language, value);
    }
  }

  /// How it is asked for, by language.
  public record Wording(
      Map<String, String> ask,
      Map<String, String> question,
      Map<String, String> hint,
      String example) {}

  public static Field of(String name, JsonNode schema) {
    Kind kind = kind(schema);
    return new Field(
        name,
        kind,
        labels(name, schema),
        kind == Kind.CHOICE ? List.of() : plain(schema.path("x-keywords")),
        kind == Kind.CHOICE ? values(schema) : suggestions(schema),
        Pattern.compile(schema.path("pattern").asString("")),
        Math.min(LENGTH_MAX, schema.path("maxLength").asInt(LENGTH_MAX)),
        schema.path("x-description").asBoolean(false),
        schema.path("x-reason-to").asString(""),
        new Wording(
            texts(schema.path("x-ask")),
            texts(schema.path("x-question")),
            texts(schema.path("x-hint")),
            schema.path("examples").path(0).asString("")));
  }

  /// Its name as shown to a customer.
  public String label(String language) {
    List<String> own = labels.getOrDefault(language, List.of());
    return own.isEmpty() ? labels.getOrDefault("en", List.of(name)).getFirst() : own.getFirst();
  }

  /// A value as shown to a customer.
  public String shown(String value, String language) {
    return choices.stream()
        .filter(choice -> choice.value().equals(value))
        .map(choice -> choice.label(language))
        .findFirst()
        .orElse(value);
  }

  /// Every name that is understood, plain.
  public List<String> names() {
    return labels.values().stream().flatMap(List::stream).map(Said::plain).distinct().toList();
  }

  public boolean fits(String value) {
    return !value.isBlank() && value.length() <= lengthMax && pattern.matcher(value).find();
  }

  private static Kind kind(JsonNode schema) {
    if (schema.path("enum").isArray()) return Kind.CHOICE;
    if (schema.path("format").asString("").equals("email")) return Kind.EMAIL;
    return schema.path("pattern").isString() ? Kind.CODE : Kind.TEXT;
  }

  private static Map<String, List<String>> labels(String name, JsonNode schema) {
    var labels = new LinkedHashMap<String, List<String>>();
    String words = name.replace('_', ' ');
    String title =
        schema
            .path("title")
            .asString(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
    labels.put("en", new ArrayList<>(List.of(title, words)));
    schema
        .path("x-labels")
        .properties()
        .forEach(
            p ->
                labels
                    .computeIfAbsent(p.getKey(), _ -> new ArrayList<>())
                    .addAll(list(p.getValue())));
    return labels;
  }

  private static List<Choice> values(JsonNode schema) {
    return list(schema.path("enum")).stream()
        .map(
            value ->
                new Choice(
                    value,
                    texts(schema.path("x-values").path(value)),
                    plain(schema.path("x-keywords").path(value))))
        .toList();
  }

  private static List<Choice> suggestions(JsonNode schema) {
    return schema
        .path("x-suggestions")
        .valueStream()
        .map(
            s ->
                new Choice(
                    s.path("value").asString(""),
                    texts(s.path("labels")),
                    plain(s.path("keywords"))))
        .toList();
  }

  private static List<String> plain(JsonNode words) {
    return list(words).stream().map(Said::plain).filter(word -> !word.isEmpty()).toList();
  }

  private static List<String> list(JsonNode texts) {
    return texts.valueStream().map(text -> text.asString("")).toList();
  }

  private static Map<String, String> texts(JsonNode byLanguage) {
    var texts = new LinkedHashMap<String, String>();
    byLanguage.properties().forEach(p -> texts.put(p.getKey(), p.getValue().asString("")));
    return texts;
  }
}
