package frontdesk.rehearsal;

import java.util.List;
import java.util.regex.Pattern;

/// What names look like: words with capitals that are no words of every sentence.
final class Names {
  /// A pattern of one word of a name.
  static final String WORD = "(?:(?:St|Mt|Ft)\\. )?(?!I\\b)[\\p{Lu}][\\p{L}\\p{M}'’&-]*";

  /// A pattern of a name of one word or several; its group is the name.
  static final String CAPITALS =
      "((?:"
          + WORD
          + "|\\d+)(?:(?: (?:of|the|and|de|la|du|von|van|&|vs\\.?|Vs\\.?)){0,2} (?:"
          + WORD
          + "|\\d+(?![\\d:])))*)";

  private static final Pattern NOT_A_NAME =
      Pattern.compile(
          "(?i)(?:i|i'm|i'd|i'll|i've|it|the|a|an|my|ok|okay|yes|no|please|thanks|thank|can|could|what|is|that|this|you|me|not|on|in|at|for|to|hi|hello|hey|nope|wait|one|two|three|four|five|six|seven|eight|nine|ten|sorry|find|book|set|show|search|reserve|buy|cancel|move|send|transfer|add|try|make|change|monday|tuesday|wednesday|thursday|friday|saturday|sunday|does|do|are|was|where|when|which|who|how|will|would|should|there)");

  private Names() {}

  /// Whether the first word can begin a name.
  static boolean isName(String said) {
    String first = firstWord(said);
    List<String> tokens = Words.tokens(first);
    boolean says = !tokens.isEmpty() && !Words.isStop(tokens.getFirst());
    return says && !NOT_A_NAME.matcher(first).matches();
  }

  private static String firstWord(String said) {
    int end = said.indexOf(' ');
    return end < 0 ? said : said.substring(0, end);
  }

  /// Without the marks around it.
  static String strip(String said) {
    return said.strip().replaceAll("^[\\s,.:;'\"]+|[\\s,.:;'\"!?]+$", "");
  }
}
