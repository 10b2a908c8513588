package frontdesk.grounding;

import frontdesk.dates.Context;
import frontdesk.dates.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/// Words that were said just so, but for case and blanks: a name, a code. Not within another word,
/// and not within an address, whose owner may have another name.
record Phrase(String name) implements Normaliser {
  private static final String BEFORE = "(?<![\\p{L}\\p{N}@._%+-])";
  private static final String BEHIND = "(?![\\p{L}\\p{N}@_%+]|[.-][\\p{L}\\p{N}])";

  @Override
  public Optional<Span> find(String line, String value, Context context, About about) {
    return find(line, value);
  }

  static Optional<Span> find(String line, String value) {
    String words = value.strip();
    if (words.isEmpty()) return Optional.empty();
    String quoted = Pattern.quote(words).replaceAll("\\s+", "\\\\E\\\\s+\\\\Q");
    // Thai has no blanks between words.
    boolean thai = words.codePoints().anyMatch(Phrase::isThai);
    String pattern = thai ? quoted : BEFORE + quoted + BEHIND;
    var found =
        Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE).matcher(line);
    return found.find() ? Optional.of(new Span(found.start(), found.end())) : Optional.empty();
  }

  static boolean isThai(int codePoint) {
    return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.THAI;
  }
}
