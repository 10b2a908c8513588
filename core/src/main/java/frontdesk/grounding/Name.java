package frontdesk.grounding;

import frontdesk.dates.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The name of a person, said whole; a title more or less does not matter.
record Name() implements Normaliser {
  private static final Pattern TITLE =
      Pattern.compile(
          "(?i)^(?:(?:mr|mrs|ms|miss|dr|prof)\\.?\\s+|(?:คุณ|นางสาว|นาง|นาย|น\\.ส\\.|ดร\\.)\\s*)");
  private static final Pattern FIRST_AND_LAST =
      Pattern.compile(
          "(?i)first name(?: is|:)? ([\\p{L}\\p{M}'-]+),? (?:and )?(?:my )?(?:last|family) name(?: is|:)? ([\\p{L}\\p{M}'-]+)");

  /// "In May" is no person.
  private static final Pattern MONTH =
      Pattern.compile("(?i)(?:january|april|may|june|august|summer)");
  private static final Pattern BEFORE_MONTH =
      Pattern.compile(
          "(?i)\\b(?:in|by|until|till|since|next|this|last|of|early|mid|late|\\d+)\\s+$");

  /// What stands beside a Thai name, which has no blanks around it.
  private static final Pattern BEFORE_THAI =
      Pattern.compile(
          "(?:^|[^ก-๛]|ชื่อ|ชื่อว่า|คุณ|นางสาว|นาง|นาย|ดร\\.|ผม|ดิฉัน|ฉัน|หนู|เรียก|นาม|เป็น|คือ|พี่|น้อง|ให้|กับ|โดย|ของ|และ)$");
  private static final Pattern BEHIND_THAI =
      Pattern.compile(
          "(?s)^(?:$|[^ก-๛]|ครับ|คับ|ค่ะ|คะ|ค่า|จ้า|จ้ะ|นะ|ก็|เอง|นามสกุล|พูด|และ|กับ|โทร|เบอร์|อีเมล|เมล|ขอ|จอง|จะ|อยู่|ที่).*");

  /// Polite, or the last syllable of a name: มานะ.
  private static final Pattern OPEN_NA = Pattern.compile("นะ(?!ครับ|คับ|ค่ะ|คะ|จ้)");

  private static final int SHORT = 3;

  @Override
  public Optional<Span> find(Line line, String value, About about) {
    String text = line.plain();
    String bare = TITLE.matcher(value.replace('’', '\'')).replaceFirst("");
    List<Span> times = line.times();
    return Stream.concat(
            Words.find(text, bare).filter(span -> isWhole(text, bare, span)), parts(text, bare))
        .filter(span -> !Denial.is(text, span))
        .filter(span -> !isMonth(text, span))
        .filter(span -> !Line.isWithin(span, times))
        .findFirst();
  }

  private static boolean isMonth(String line, Span span) {
    return MONTH.matcher(span.of(line)).matches()
        && BEFORE_MONTH.matcher(line.substring(0, span.from())).find();
  }

  private static boolean isWhole(String line, String name, Span span) {
    String behind = line.substring(span.to());
    return !Words.isThai(name)
        || (BEFORE_THAI.matcher(line.substring(0, span.from())).find()
            && BEHIND_THAI.matcher(behind).matches()
            && !(OPEN_NA.matcher(behind).lookingAt() && mayEndInNa(name)));
  }

  private static boolean mayEndInNa(String name) {
    return name.contains(" ") || name.length() <= SHORT;
  }

  private static Stream<Span> parts(String line, String name) {
    return FIRST_AND_LAST
        .matcher(line)
        .results()
        .filter(m -> (m.group(1) + " " + m.group(2)).equalsIgnoreCase(name))
        .map(m -> new Span(m.start(), m.end()));
  }

  @Override
  public String name() {
    return "name";
  }
}
