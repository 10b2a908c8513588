package frontdesk.rehearsal;

import frontdesk.model.guided.Field;
import frontdesk.tool.ArgumentKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// One argument of a tool: what fills it, and the words by which customers name it.
///
/// @param words stems of name and labels: those say which of two dates is meant
/// @param about stems of the description too
/// @param from the tool that finds it, empty if there is none
record Parameter(
    String name,
    JsonNode schema,
    Role role,
    Field field,
    Set<String> words,
    Set<String> about,
    String from) {

  /// What fills it. Beside the kinds of {@link ArgumentKind}, free text is told apart by its words.
  enum Role {
    EMAIL,
    PHONE,
    URL,
    DATE,
    TIME,
    MINUTES,
    NUMBER,
    CHOICE,
    FLAG,
    ID,
    /// Of a person.
    PERSON,
    ZONE,
    /// A town, an area, an address.
    PLACE,
    /// What something is called.
    TITLE,
    /// A sort of thing: "a Moroccan restaurant".
    SORT,
    TEXT
  }

  private static final Set<String> DATES = Set.of("date", "day");
  private static final Set<String> TIMES = Set.of("time", "hour");
  private static final Set<String> NUMBERS =
      Words.stems(
          "amount number count quantity price cost rating seats passengers guests people adults");
  private static final Set<String> PLACES =
      Words.stems(
          "city area location place where town region destination origin venue neighborhood");
  private static final Set<String> SORTS =
      Words.stems("category subcategory genre cuisine type kind sort style specialty");
  private static final Set<String> PERSONS =
      Words.stems(
          "person recipient attendee patient contact receiver payee sender guest customer actor"
              + " artist director doctor therapist dentist stylist provider passenger driver friend");

  static Parameter of(String name, JsonNode schema) {
    Field field = Field.of(name, schema);
    var words = new LinkedHashSet<>(Words.ofName(name));
    field.names().forEach(label -> words.addAll(Words.of(label)));
    var about = new LinkedHashSet<>(words);
    about.addAll(Words.of(schema.path("description").asString("")));
    return new Parameter(
        name, schema, role(name, schema), field, words, about, schema.path("x-from").asString(""));
  }

  /// Values of an `enum`, as text.
  List<String> values() {
    return values(schema);
  }

  private static List<String> values(JsonNode schema) {
    return schema.path("enum").valueStream().map(value -> value.asString("")).toList();
  }

  private static Role role(String name, JsonNode schema) {
    return switch (ArgumentKind.of(name, schema)) {
      case EMAIL -> Role.EMAIL;
      case PHONE -> Role.PHONE;
      case URL -> Role.URL;
      case DATE -> Role.DATE;
      case TIME -> Role.TIME;
      case MINUTES -> Role.MINUTES;
      case NUMBER -> Role.NUMBER;
      case CHOICE -> choice(schema);
      case FLAG -> Role.FLAG;
      case ID, CODE -> Role.ID;
      case NAME -> Role.PERSON;
      case ZONE -> Role.ZONE;
      case TEXT -> text(name, schema);
    };
  }

  private static Role choice(JsonNode schema) {
    List<String> values =
        values(schema).stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
    if (values.stream().allMatch(value -> value.matches("true|false|yes|no"))) return Role.FLAG;
    return values.stream().allMatch(value -> value.matches("\\d+")) ? Role.NUMBER : Role.CHOICE;
  }

  /// A string that says nothing of its form: the words of its name and description do.
  private static Role text(String name, JsonNode schema) {
    if (schema.has("pattern")) return Role.ID;
    if (!schema.path("type").asString("string").equals("string")) return Role.TEXT;
    List<String> tokens = Words.tokens(Words.spaced(name));
    String last = tokens.isEmpty() ? name : tokens.getLast();
    List<String> stems = tokens.stream().map(Words::stem).toList();
    if (DATES.contains(last)) return Role.DATE;
    if (TIMES.contains(last)) return Role.TIME;
    if (stems.stream().anyMatch(PLACES::contains) && !last.equals("name")) return Role.PLACE;
    if (last.equals("name") || last.equals("title")) return named(stems, schema);
    if (stems.stream().anyMatch(NUMBERS::contains)) return Role.NUMBER;
    if (stems.stream().anyMatch(SORTS::contains)) return Role.SORT;
    if (PERSONS.contains(Words.stem(last))) return Role.PERSON;
    return described(schema);
  }

  private static Role named(List<String> stems, JsonNode schema) {
    boolean person = stems.stream().anyMatch(PERSONS::contains);
    List<String> about = Words.tokens(schema.path("description").asString(""));
    boolean said = about.contains("person") || about.contains("recipient");
    return person || said ? Role.PERSON : Role.TITLE;
  }

  private static Role described(JsonNode schema) {
    List<String> stems =
        Words.tokens(schema.path("description").asString("")).stream().map(Words::stem).toList();
    if (stems.stream().anyMatch(PLACES::contains)) return Role.PLACE;
    if (stems.stream().limit(3).anyMatch(SORTS::contains)) return Role.SORT;
    if (stems.stream().limit(3).anyMatch(NUMBERS::contains)) return Role.NUMBER;
    boolean called = stems.contains("nam") || stems.contains("titl");
    return called ? Role.TITLE : Role.TEXT;
  }
}
