package frontdesk.rehearsal;

import frontdesk.model.guided.Codes;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// Whether a line names a thing that is none of those shown: by its place, by a person, an address
/// or an id.
final class Strangers {
  private static final String THING = "(?:meeting|booking|appointment|call|one)s?\\b";
  private static final Pattern PLACE =
      Pattern.compile(
          "\\b(?:(second)|(third)|(fourth)|(fifth)) "
              + THING
              + "|(?:อันที่|รายการที่|นัดที่) ?(?:(สอง|2)|(สาม|3)|(สี่|4)|(ห้า|5))");
  private static final String NOBODY =
      "(?!(?i:today|tomorrow|yesterday|mon|tue|wed|thu|fri|sat|sun|week|month|it|that|what|me|my|the|a|an|this|ฉัน|ผม|ดิฉัน|เรา|หนู|ตัวเอง))";
  private static final List<Pattern> PEOPLE =
      List.of(
          Pattern.compile("\\b" + NOBODY + "(\\p{L}{2,})['’]s (?:\\w+ )?" + THING),
          Pattern.compile(THING + " (?:with|of|for|by) " + NOBODY + "(\\p{Lu}\\p{L}+)"),
          Pattern.compile(
              "(?:นัด|ประชุม)(?:หมาย)?ของ ?(?:คุณ)?" + NOBODY + "([\\p{L}\\p{M}]{2,})"));
  private static final Pattern ID =
      Pattern.compile("(?<![\\w@.-])(?=[\\w-]*\\d)(?=[\\w-]*[A-Za-z])[\\w-]{8,}(?![\\w@.-])");

  private final Line line;
  private final List<ObjectNode> items;

  Strangers(Line line, List<ObjectNode> items) {
    this.line = line;
    this.items = items;
  }

  boolean named() {
    return place() > items.size()
        || PEOPLE.stream().anyMatch(this::isNobody)
        || Codes.email(line.said()).filter(f -> isUnknown(line.at(f.span()))).isPresent()
        || isNobody(ID);
  }

  /// From 1; 0 where no place is named.
  private int place() {
    Matcher m = PLACE.matcher(line.open());
    if (!m.find()) return 0;
    for (int group = 1; group <= m.groupCount(); group++) {
      if (m.group(group) != null) return 2 + (group - 1) % 4;
    }
    return 0;
  }

  private boolean isNobody(Pattern pattern) {
    Matcher m = pattern.matcher(line.openText());
    return m.find() && isUnknown(m.group(Math.min(1, m.groupCount())));
  }

  private boolean isUnknown(String name) {
    String said = name.toLowerCase(Locale.ROOT);
    return items.stream()
        .flatMap(ObjectNode::valueStream)
        .noneMatch(value -> value.asString("").toLowerCase(Locale.ROOT).contains(said));
  }
}
