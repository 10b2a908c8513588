package frontdesk.grounding;

import frontdesk.dates.Context;
import frontdesk.dates.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Free text, which a model may put in words of its own: most of its words were said, and every
/// figure and address in it.
record Wording() implements Normaliser {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final Pattern FIGURE = Pattern.compile("\\S*[\\p{Nd}@]\\S*");
  private static final int STEM = 5;
  private static final int SHORT = 3;
  private static final double ENOUGH = 0.6;
  private static final int GRAM = 3;

  @Override
  public Optional<Span> find(String line, String value, Context context, About about) {
    if (line.isEmpty() || value.isBlank()) return Optional.empty();
    String said = line.toLowerCase(Locale.ROOT);
    String wanted = value.toLowerCase(Locale.ROOT);
    boolean figures =
        FIGURE.matcher(wanted).results().allMatch(figure -> said.contains(bare(figure.group())));
    List<String> parts = parts(wanted);
    Set<String> known = new HashSet<>(parts(said));
    long found = parts.stream().filter(known::contains).count();
    boolean words = parts.isEmpty() ? figures : found >= ENOUGH * parts.size();
    return figures && words ? Optional.of(new Span(0, line.length())) : Optional.empty();
  }

  private static String bare(String figure) {
    return figure.replaceAll("^[\\p{P}&&[^@+]]+|[\\p{P}&&[^@]]+$", "");
  }

  /// Stems of words; of Thai, which has no blanks, three characters each.
  private static List<String> parts(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).flatMap(Wording::ofWord).toList();
  }

  private static Stream<String> ofWord(String word) {
    if (word.codePoints().noneMatch(Phrase::isThai)) {
      return word.length() < SHORT
          ? Stream.of()
          : Stream.of(word.substring(0, Math.min(STEM, word.length())));
    }
    return IntStream.rangeClosed(0, Math.max(0, word.length() - GRAM))
        .mapToObj(i -> word.substring(i, Math.min(word.length(), i + GRAM)));
  }

  @Override
  public String name() {
    return "wording";
  }
}
