package frontdesk.tool;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What an argument is, as far as it can be found in what a customer wrote: said by its schema as
/// `x-kind` (the name in small letters), else by its `format`, `enum` and `type`, else by its name.
///
/// The formats are those of JSON Schema, which only annotate there; a date and a time are those of
/// the customer's clock, without offset.
public enum ArgumentKind {
  /// `name@domain`, no more than 254 characters.
  EMAIL,
  /// Digits with a plus, blanks, dots, dashes and brackets.
  PHONE,
  /// `http` or `https`.
  URL,
  /// `YYYY-MM-DD`.
  DATE,
  /// `HH:MM`, 24 hours.
  TIME,
  /// A whole number of minutes.
  MINUTES,
  NUMBER,
  /// One of the schema's `enum`.
  CHOICE,
  /// True or false.
  FLAG,
  /// Letters and digits that the customer knows, such as an order number.
  CODE,
  /// A name that a system gave: nobody says it who was not shown it.
  ID,
  /// Of a person.
  NAME,
  /// An IANA time zone.
  ZONE,
  /// Anything else.
  TEXT;

  private static final Pattern EMAIL_FORM =
      Pattern.compile("[^\\s@<>,;:\"()\\[\\]]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
  private static final int EMAIL_MAX = 254;
  private static final Pattern PHONE_FORM = Pattern.compile("\\+?[0-9][0-9 .()/-]{4,24}");
  private static final Pattern URL_FORM = Pattern.compile("https?://[^\\s<>\"]+");
  private static final Pattern TIME_FORM = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

  /// The kind of a property of a tool's parameters.
  ///
  /// @param schema of the property
  public static ArgumentKind of(String name, JsonNode schema) {
    String said = schema.path("x-kind").asString("");
    if (!said.isEmpty()) return valueOf(said.toUpperCase(Locale.ROOT));
    if (schema.has("enum")) return CHOICE;
    return switch (schema.path("format").asString("")) {
      case "email" -> EMAIL;
      case "uri" -> URL;
      case "date" -> DATE;
      case "time" -> TIME;
      default -> byType(name, schema.path("type").asString("string"));
    };
  }

  private static ArgumentKind byType(String name, String type) {
    return switch (type) {
      case "boolean" -> FLAG;
      case "integer", "number" -> NUMBER;
      default -> byName(name.toLowerCase(Locale.ROOT));
    };
  }

  private static ArgumentKind byName(String name) {
    if (name.equals("email") || name.endsWith("_email")) return EMAIL;
    if (name.equals("phone") || name.contains("phone_number")) return PHONE;
    if (name.equals("id") || name.equals("uid") || name.endsWith("_id")) return ID;
    if (name.endsWith("_number") || name.equals("code")) return CODE;
    if (name.equals("zone") || name.equals("time_zone")) return ZONE;
    return name.equals("name") ? NAME : TEXT;
  }

  /// What is wrong with the form of a value; what its schema says of it is judged elsewhere.
  public Optional<String> problem(JsonNode value) {
    if (!value.isString()) return Optional.empty();
    String text = value.asString();
    return switch (this) {
      case EMAIL ->
          unless(
              text.length() <= EMAIL_MAX && EMAIL_FORM.matcher(text).matches(),
              "is no e-mail address");
      case PHONE -> unless(PHONE_FORM.matcher(text).matches(), "is no phone number");
      case URL -> unless(URL_FORM.matcher(text).matches(), "is no http or https URL");
      case DATE -> unless(isDate(text), "is no date: write YYYY-MM-DD");
      case TIME -> unless(isTime(text), "is no time of day: write HH:MM, 24 hours");
      case ZONE -> unless(isZone(text), "is no IANA time zone such as Asia/Bangkok");
      case MINUTES, NUMBER, CHOICE, FLAG, CODE, ID, NAME, TEXT -> Optional.empty();
    };
  }

  private static Optional<String> unless(boolean fine, String problem) {
    return fine ? Optional.empty() : Optional.of(problem);
  }

  private static boolean isDate(String text) {
    try {
      return LocalDate.parse(text).getYear() > 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isTime(String text) {
    return TIME_FORM.matcher(text).matches() && LocalTime.parse(text).getSecond() == 0;
  }

  private static boolean isZone(String text) {
    return ZoneId.getAvailableZoneIds().contains(text);
  }
}
