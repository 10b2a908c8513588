package frontdesk.runtime;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a message is to a question for approval. Only plain words count, also some of them together
/// ("sure, go ahead"): "yes, but at three" is neither.
enum Consent {
  YES,
  NO,
  NEITHER;

  private static final String THUMB = "👍";

  /// What is longer is no plain word.
  private static final int LENGTH_MAX = 100;

  // No question mark and no other sign: "yes?" asks, and a thumb may point down.
  private static final Pattern AROUND =
      Pattern.compile("^[\\s.,!\"'👍🙏😊🙂]+|[\\s.,!\"'👍🙏😊🙂]+$");
  private static final String POLITE_WORDS =
      "\\s*(?:ครับ|ค่ะ|คะ|ครับผม|จ้า|เลย|แล้ว|นะคะ|นะครับ|please|thanks|thank you)";
  private static final Pattern POLITE = Pattern.compile(POLITE_WORDS + "$");
  private static final Pattern YES_WORDS =
      said(
          "yes",
          "yes please",
          "y",
          "yep",
          "yeah",
          "ok",
          "okay",
          "sure",
          "confirm",
          "confirmed",
          "correct",
          "that's right",
          "that's correct",
          "sounds good",
          "go ahead",
          "please do",
          "do it",
          "ใช่",
          "ยืนยัน",
          "ตกลง",
          "โอเค",
          "ถูกต้อง",
          "ได้");
  private static final Pattern NO_WORDS =
      said(
          "no",
          "no thanks",
          "n",
          "nope",
          "don't",
          "do not",
          "don't do it",
          "please don't",
          "ไม่",
          "ไม่ใช่",
          "ไม่เอา",
          "ไม่ต้อง",
          "ไม่ยืนยัน");

  static Consent of(String text) {
    if (text.length() > LENGTH_MAX) return NEITHER;
    String words = bare(text);
    if (words.isEmpty()) return text.contains(THUMB) ? YES : NEITHER;
    if (YES_WORDS.matcher(words).matches()) return YES;
    return NO_WORDS.matcher(words).matches() ? NO : NEITHER;
  }

  /// One of the words, or some of them one after the other.
  private static Pattern said(String... words) {
    String any = Stream.of(words).map(Pattern::quote).collect(Collectors.joining("|"));
    return Pattern.compile("(?:(?:" + any + ")(?:" + POLITE_WORDS + ")*(?:[\\s.,!]+|$))+");
  }

  private static String bare(String text) {
    String before = "";
    String words = text.toLowerCase(Locale.ROOT).replace('’', '\'');
    while (!words.equals(before)) {
      before = words;
      words = AROUND.matcher(words).replaceAll("");
      words = POLITE.matcher(words).replaceFirst("");
    }
    return words;
  }
}
