package frontdesk.runtime;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a message is to a question for approval. Only a plain word counts, also said twice: "yes,
/// but at three" is neither.
enum Consent {
  YES,
  NO,
  NEITHER;

  // No question mark and no other sign: "yes?" asks, and a thumb may point down.
  private static final Pattern AROUND =
      Pattern.compile("^[\\s.,!\"'👍🙏😊🙂]+|[\\s.,!\"'👍🙏😊🙂]+$");
  private static final Pattern BETWEEN = Pattern.compile("[\\s.,!]+");
  private static final Pattern POLITE =
      Pattern.compile("\\s*(ครับ|ค่ะ|คะ|ครับผม|จ้า|นะคะ|นะครับ|please|thanks|thank you)$");
  private static final Set<String> YES_WORDS =
      Set.of(
          "yes",
          "y",
          "yep",
          "yeah",
          "ok",
          "okay",
          "sure",
          "confirm",
          "confirmed",
          "go ahead",
          "do it",
          "ใช่",
          "ยืนยัน",
          "ตกลง",
          "โอเค",
          "ได้");
  private static final Set<String> NO_WORDS =
      Set.of("no", "n", "nope", "don't", "do not", "ไม่", "ไม่ใช่", "ไม่เอา", "ไม่ยืนยัน");

  static Consent of(String text) {
    String word = once(text);
    if (YES_WORDS.contains(word)) return YES;
    return NO_WORDS.contains(word) ? NO : NEITHER;
  }

  /// The word, if the message is one that is said again and again.
  private static String once(String text) {
    String all = bare(text);
    List<String> words = BETWEEN.splitAsStream(all).map(Consent::bare).distinct().toList();
    return words.size() == 1 ? words.getFirst() : all;
  }

  private static String bare(String text) {
    String word = AROUND.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    return AROUND.matcher(POLITE.matcher(word).replaceFirst("")).replaceAll("");
  }
}
