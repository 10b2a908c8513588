package frontdesk.model.guided;

import frontdesk.model.guided.Span.Hit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Labels with their values, as in "1. **Order Number:** 7474839 2. **Urgency:**", in one line or
/// several.
///
/// @param values what stands under each label; a blank or a placeholder is empty
/// @param rest the parts of the text that belong to no label
public record LabelledList(Map<Field, Said> values, List<Said> rest) {
  private static final Set<String> BLANKS =
      Set.of(
          "",
          "-",
          "--",
          "?",
          "n/a",
          "na",
          "none",
          "unknown",
          "tbd",
          "...",
          "…",
          "no",
          "not sure",
          "i don't know",
          "ไม่ทราบ",
          "ไม่มี",
          "ไม่รู้",
          "missing");

  public static LabelledList of(Said said, List<Field> fields) {
    List<Hit<Field>> labels = labels(said.plain(), fields);
    if (labels.isEmpty()) return new LabelledList(Map.of(), List.of(said));
    var values = new LinkedHashMap<Field, Said>();
    var rest = new ArrayList<Said>();
    int head = beforeMarker(said.plain(), 0, labels.getFirst().span().from());
    if (head > 0) rest.add(said.part(0, head));
    for (int i = 0; i < labels.size(); i++) {
      Field field = labels.get(i).meaning();
      int from = labels.get(i).span().to();
      boolean isLast = i + 1 == labels.size();
      int to =
          isLast
              ? said.plain().length()
              : beforeMarker(said.plain(), from, labels.get(i + 1).span().from());
      Span value = field.isDescription() ? new Span(from, to) : firstLine(said.plain(), from, to);
      if (value.to() < to) rest.add(said.part(value.to(), to));
      Said bare = bare(said.part(value));
      // The same label again: a blank does not undo what the first one said.
      values.merge(field, bare, (first, second) -> second.text().isEmpty() ? first : second);
    }
    return new LabelledList(values, rest);
  }

  /// Each label with the colon and the emphasis around it.
  private static List<Hit<Field>> labels(String plain, List<Field> fields) {
    var hits = new ArrayList<Hit<Field>>();
    for (Field field : fields) {
      for (String name : field.names()) {
        if (name.isEmpty()) continue;
        for (Span span : Span.all(plain, name)) {
          int end = afterColon(plain, span.to());
          if (end > 0) hits.add(new Hit<>(field, new Span(span.from(), end)));
        }
      }
    }
    return Hit.longest(hits);
  }

  private static int afterColon(String plain, int from) {
    int i = skip(plain, from, " *_");
    if (i >= plain.length() || ":=".indexOf(plain.charAt(i)) < 0) return 0;
    return skip(plain, i + 1, " *_");
  }

  private static int skip(String plain, int from, String chars) {
    int i = from;
    while (i < plain.length() && chars.indexOf(plain.charAt(i)) >= 0) i++;
    return i;
  }

  /// Where the text ends that stands before a label's list marker: "2. **", "- ", "•".
  private static int beforeMarker(String plain, int from, int label) {
    int end = back(plain, from, label, " *_#>-•–|");
    int mark = end;
    if (mark > from && ".)".indexOf(plain.charAt(mark - 1)) >= 0) {
      int digits = mark - 1;
      while (digits > from && Character.isDigit(plain.charAt(digits - 1))) digits--;
      boolean isNumber = digits < mark - 1 && mark - 1 - digits <= 2;
      if (isNumber && (digits == from || !isInWord(plain.charAt(digits - 1)))) end = digits;
    }
    return back(plain, from, end, " ,;|*_\n");
  }

  private static boolean isInWord(char c) {
    return Character.isLetterOrDigit(c) || "-€$£฿".indexOf(c) >= 0;
  }

  private static int back(String plain, int from, int to, String chars) {
    int i = to;
    while (i > from && chars.indexOf(plain.charAt(i - 1)) >= 0) i--;
    return i;
  }

  private static Span firstLine(String plain, int from, int to) {
    int start = skip(plain, from, " ");
    if (start < to && plain.charAt(start) == '\n') start++;
    start = Math.min(start, to);
    int end = plain.indexOf('\n', start);
    return new Span(start, end < 0 || end > to ? to : end);
  }

  private static Said bare(Said value) {
    int from = skip(value.plain(), 0, " *_\n");
    int to = back(value.plain(), from, value.plain().length(), " *_\n");
    Said bare = value.part(from, to);
    String plain = bare.plain();
    boolean placeholder =
        BLANKS.contains(plain)
            || (plain.startsWith("[") && plain.endsWith("]"))
            || (plain.startsWith("<") && plain.endsWith(">"));
    return placeholder ? Said.of("") : bare;
  }
}
