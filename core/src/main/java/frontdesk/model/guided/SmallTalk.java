package frontdesk.model.guided;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Tells what carries information from what only keeps a conversation going. The names and keywords
/// of a form's fields carry none: "I have a problem with my order" says nothing yet.
public final class SmallTalk {
  private static final int UNSURE_INFO_MAX = 4;
  private static final int THAI_CHARS_PER_WORD = 4;

  private final Set<String> fieldWords = new HashSet<>();

  public SmallTalk(List<Field> fields) {
    for (Field field : fields) {
      field.names().forEach(this::learn);
      field.keywords().forEach(this::learn);
    }
  }

  private void learn(String name) {
    fieldWords.add(name);
    fieldWords.addAll(List.of(name.split("[^\\p{L}\\p{M}\\p{N}']+")));
  }

  /// What a message is, when nothing in it answers a field.
  public Kind kind(String plain) {
    if (isQuestion(plain)) return Kind.QUESTION;
    if (isUnsure(plain)) return Kind.UNSURE;
    if (info(plain) > 0) return Kind.OTHER;
    if (has(plain, Vocabulary.THANKS)) return Kind.THANKS;
    if (has(plain, Vocabulary.FAREWELLS)) return Kind.FAREWELL;
    if (has(plain, Vocabulary.TROUBLES)) return Kind.TROUBLE;
    if (has(plain, Vocabulary.HELP)) return Kind.HELP;
    if (has(plain, Vocabulary.GREETINGS)) return Kind.GREETING;
    return has(plain, Vocabulary.AGREEMENTS) ? Kind.AGREEMENT : Kind.OTHER;
  }

  public enum Kind {
    GREETING,
    /// Announces that something is wrong, but not what.
    TROUBLE,
    /// Wants help, but does not say with what.
    HELP,
    THANKS,
    FAREWELL,
    /// "Ok", "yes", "no".
    AGREEMENT,
    QUESTION,
    /// Cannot say what was asked.
    UNSURE,
    OTHER
  }

  /// How many words say something. Thai is counted by length.
  int info(String plain) {
    int info = 0;
    int i = 0;
    while (i < plain.length()) {
      char c = plain.charAt(i);
      int end = i + 1;
      if (Span.isThai(c)) {
        while (end < plain.length() && Span.isThai(plain.charAt(end))) end++;
        info += thaiInfo(plain.substring(i, end));
      } else if (isWordChar(c)) {
        while (end < plain.length() && isWordChar(plain.charAt(end))) end++;
        if (!isEmptyWord(plain.substring(i, end))) info++;
      }
      i = end;
    }
    return info;
  }

  boolean isQuestion(String plain) {
    return plain.indexOf('?') >= 0
        || Vocabulary.THAI_ASKING.stream().anyMatch(plain::contains)
        || startsAsQuestion(withoutGreeting(plain));
  }

  /// A question that tells what went wrong: "where is the refund for my car?"
  boolean isComplaint(String plain) {
    String start = withoutGreeting(plain);
    return info(plain) >= 3
        && List.of("why", "where", "how come", "ทำไม").stream().anyMatch(start::startsWith);
  }

  boolean isUnsure(String plain) {
    return has(plain, Vocabulary.UNSURE) && info(plain) <= UNSURE_INFO_MAX;
  }

  boolean isCorrection(String plain) {
    return has(plain, Vocabulary.CORRECTIONS);
  }

  public static boolean greets(String plain) {
    return has(plain, Vocabulary.GREETINGS);
  }

  /// How long the greeting is that a text begins with.
  static int greetingLength(String plain) {
    for (String greeting : Vocabulary.GREETINGS) {
      if (!plain.startsWith(greeting)) continue;
      boolean whole =
          plain.length() == greeting.length()
              || Span.isThai(greeting.charAt(0))
              || !Character.isLetterOrDigit(plain.charAt(greeting.length()));
      if (whole) return greeting.length();
    }
    return 0;
  }

  private static boolean startsAsQuestion(String plain) {
    String[] words = plain.split("[^\\p{L}']+", 3);
    if (words.length < 2) return false;
    if (Vocabulary.ASKING.contains(words[0])) return Vocabulary.AFTER_ASKING.contains(words[1]);
    return Vocabulary.AUXILIARY.contains(words[0]) && Vocabulary.SUBJECTS.contains(words[1]);
  }

  private static String withoutGreeting(String plain) {
    String text = plain.strip();
    return text.substring(greetingLength(text)).replaceFirst("^[\\s,.!]+", "");
  }

  private boolean isEmptyWord(String word) {
    String bare = word.replaceAll("^['-]+|['-]+$", "");
    return bare.isEmpty() || Vocabulary.EMPTY.contains(bare) || fieldWords.contains(bare);
  }

  private int thaiInfo(String run) {
    int left = 0;
    int i = 0;
    while (i < run.length()) {
      int known = knownThai(run, i);
      if (known == 0) left++;
      i += Math.max(1, known);
    }
    return (left + THAI_CHARS_PER_WORD - 1) / THAI_CHARS_PER_WORD;
  }

  private int knownThai(String run, int from) {
    int longest = 0;
    for (String word : fieldWords) {
      if (word.length() > longest && run.startsWith(word, from)) longest = word.length();
    }
    for (int length = Math.min(Vocabulary.THAI_EMPTY_MAX, run.length() - from);
        length > longest;
        length--) {
      if (Vocabulary.THAI_EMPTY.contains(run.substring(from, from + length))) return length;
    }
    return longest;
  }

  private static boolean isWordChar(char c) {
    return !Span.isThai(c) && (Character.isLetterOrDigit(c) || c == '\'' || c == '-');
  }

  private static boolean has(String plain, List<String> phrases) {
    return phrases.stream().anyMatch(phrase -> !Span.all(plain, phrase).isEmpty());
  }
}
