package frontdesk.tool;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What models write where they have nothing to say. It counts as not given: it erases nothing,
/// and no tool gets it.
public final class Blank {
  private static final Set<String> WORDS =
      Set.of(
          "unknown",
          "n/a",
          "none",
          "null",
          "nil",
          "undefined",
          "tbd",
          "todo",
          "string",
          "not provided",
          "not specified",
          "not given",
          "not known",
          "unspecified",
          "placeholder",
          "your name",
          "your email",
          "customer name",
          "customer email",
          "xxx",
          "user@example.com",
          "email@example.com",
          "name@example.com",
          "example@example.com",
          "your@email.com",
          "your.email@example.com",
          "test@test.com",
          "yyyy-mm-dd",
          "hh:mm",
          "ไม่ทราบ",
          "ไม่ระบุ",
          "ไม่มี",
          "ไม่มีข้อมูล");
  private static final Pattern NOTHING =
      Pattern.compile("[\\s\\p{P}\\p{S}]*|<[^<>]*>|\\[[^\\[\\]]*]|\\{+[^{}]*}+");

  private Blank() {}

  /// Whether a value says nothing.
  public static boolean is(JsonNode value) {
    if (value.isNull() || value.isMissingNode()) return true;
    if (value.isString()) return is(value.asString());
    return value.isContainer() && value.values().stream().allMatch(Blank::is);
  }

  private static boolean is(String text) {
    String word = text.strip();
    return NOTHING.matcher(word).matches() || WORDS.contains(word.toLowerCase(Locale.ROOT));
  }
}
