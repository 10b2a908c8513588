package frontdesk.grounding;

import frontdesk.dates.Span;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds out that a value is named only to say that it is not meant ("not Ann", ไม่เอาใหญ่), is one
/// of several ("3 or 4"), or stood before ("from 2pm to 3pm").
final class Denial {
  private static final Pattern CLAUSE = Pattern.compile("[.,;:!?](?=\\s)|\\n|\\bbut\\b|แต่");
  private static final Pattern ALL_BUT =
      Pattern.compile("(?i)\\b(?:any\\w*|all|every\\w*)(?: \\w+)? (?:but|except)(?: \\w+)?\\s*$");
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?i)(?:(?:\\bnot|n't|\\bnever|\\bcannot|\\bwithout|\\bexcept(?: for)?|\\binstead of|\\brather than"
              + "|\\bother than)(?:\\s+[\\p{L}']+){0,3}|\\bno(?:\\s+[\\p{L}']+)?)\\s*[\"'(<]?$");
  private static final Pattern THAI_BEFORE =
      Pattern.compile(
          "(?:ไม่(?:ได้|ใช่|เอา|ใช้|ต้องการ|อยากได้|ต้อง)?(?:ชื่อ|เอา|ใช้|ใส่|ไซส์|ขนาด|เป็น|ที่|วัน|เวลา|สี)*"
              + "|ยกเว้น(?:วัน|เวลา)?|แทนที่จะ(?:เป็น)?|ห้าม(?:ใช้)?|นอกจาก(?:วัน)?)\\s*$");
  private static final Pattern BEHIND =
      Pattern.compile(
          "(?is)^s?\\s*(?:(?:doesn't|does not|don't|do not|won't|isn't|is not|(?:is|are) (?:too |really )?"
              + "(?:wrong|no good|bad|impossible|out))\\b"
              + "|ไม่(?:เอา|ใช่|ได้|ว่าง)(?=\\s*(?:$|ค่ะ|ครับ|คะ|นะ))).*");
  private static final Pattern OR = Pattern.compile("(?i)\\s*(?:,?\\s*or|/|หรือ)\\s*(?:at |on )?");
  private static final Pattern MOVED =
      Pattern.compile(
          "(?i)\\b(?:move|moved|change|reschedule|shift|push|postpone)\\b|เลื่อน|เปลี่ยน|ย้าย");
  private static final Pattern TO = Pattern.compile("(?i)\\bto\\b|เป็น|ไป");

  private Denial() {}

  /// Whether the words of the span are said not to be meant.
  static boolean is(String line, Span span) {
    String all = line.substring(0, span.from());
    if (ALL_BUT.matcher(all).find()) return true;
    String clause = all.substring(lastEnd(CLAUSE.matcher(all)));
    String behind = line.substring(span.to());
    return BEFORE.matcher(clause).find()
        || THAI_BEFORE.matcher(clause).find()
        || BEHIND.matcher(behind).matches();
  }

  private static int lastEnd(Matcher m) {
    int end = 0;
    while (m.find()) end = m.end();
    return end;
  }

  /// Where the words begin that deny the span.
  static Optional<Span> with(String line, Span span) {
    if (!is(line, span)) return Optional.empty();
    String all = line.substring(0, span.from());
    String clause = all.substring(lastEnd(CLAUSE.matcher(all)));
    for (Pattern before : new Pattern[] {BEFORE, THAI_BEFORE}) {
      Matcher m = before.matcher(clause);
      if (m.find())
        return Optional.of(new Span(all.length() - clause.length() + m.start(), span.to()));
    }
    return Optional.of(new Span(span.from(), line.length()));
  }

  /// Whether the customer leaves open which of the two is meant.
  static boolean isOneOf(String line, Span one, Span other) {
    if (one.from() > other.from()) return isOneOf(line, other, one);
    if (one.to() <= other.from()) {
      return OR.matcher(line.substring(one.to(), other.from())).matches();
    }
    // "Tuesday at 3pm or 4pm": both are of that day.
    return one.to() < other.to() && OR.matcher(line.substring(one.to(), other.to())).lookingAt();
  }

  /// Whether the first was so before, and the second is to be: "move my 2pm meeting to 3pm".
  static boolean isMoved(String line, Span from, Span to) {
    return from.to() <= to.from()
        && MOVED.matcher(line.substring(0, from.from())).find()
        && TO.matcher(line.substring(from.to(), to.from())).find();
  }
}
