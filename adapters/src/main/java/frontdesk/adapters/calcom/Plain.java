package frontdesk.adapters.calcom;

import java.util.regex.Pattern;

/// Text of somebody's in a line of ours: one line, without marks that change how it reads, and not
/// long.
final class Plain {
  private static final int CHARACTERS_MAX = 200;
  private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
  private static final Pattern MARKS =
      Pattern.compile("[\\u061c\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]");

  private Plain() {}

  static String line(String text) {
    String plain = BREAKS.matcher(MARKS.matcher(text).replaceAll("")).replaceAll(" ").strip();
    if (plain.length() <= CHARACTERS_MAX) return plain;
    int end = CHARACTERS_MAX;
    if (Character.isHighSurrogate(plain.charAt(end - 1))) end--;
    return plain.substring(0, end) + "…";
  }
}
