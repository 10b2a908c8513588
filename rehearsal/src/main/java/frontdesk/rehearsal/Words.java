package frontdesk.rehearsal;

import static java.util.stream.Collectors.toUnmodifiableSet;

import frontdesk.model.guided.Said;
import frontdesk.model.guided.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Text as the words that tools are compared by: small letters, English stems without stop words,
/// and Thai, which has no spaces, as stretches of three characters.
final class Words {
  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
  private static final Pattern LATIN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final int THAI_GRAM = 3;
  private static final int STEM_MIN = 3;
  private static final int TEXT_MAX = 4_000;

  private static final Set<String> STOP =
      set(
          """
          a an the this that these those it its i im ive id ill me my mine myself we us our you your
          youre he she him her his they them their is are am was were be been being do does did done
          doing have has had having can could will would shall should may might must to of for in on
          at by with from as and or but if so then than too very just also please pls plz kindly
          some any there here what whats which who whom whose how when where why hi hello hey dear
          thank thanks ok okay yes yeah yep no not now really actually well oh ah um hmm great good
          nice perfect fine sure alright right like want wants wanted need needs needed wish help
          go going get got let lets about into up out over again more other another one thing
          something anything user users customer given whether based his such via per etc
          dont doesnt didnt cant wont isnt arent wasnt im thats theres way lot ready
          today tomorrow tonight morning afternoon evening interested looking look know tell
          wonder wondering think love try trying would make making give possible able sound sounds
          """);

  /// Not what somebody does, but what they have.
  private static final Set<String> NOUNS = set("booking bookings meeting meetings");

  /// What Thai lines are polite with, and days and times, which say when, not what.
  private static final Pattern THAI_EMPTY =
      Pattern.compile(
          "(?:วัน)?พรุ่งนี้|วันนี้|(?:วัน)?มะรืน(?:นี้)?|(?:วัน)?(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์)(?:นี้|หน้า)?"
              + "|(?:สัปดาห์|เดือน)(?:นี้|หน้า)|(?:ตอน|ช่วง)?(?:เช้า|บ่าย(?:โมง|หนึ่ง|สอง|สาม|สี่|ห้า)?|เย็น|ค่ำ|เที่ยง)"
              + "|(?:หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|เอ็ด)*(?:โมง(?:เช้า|เย็น)?|ทุ่ม|นาที|ชั่วโมง)(?:ครึ่ง)?|นาฬิกา"
              + "|หน่อย|ช่วย|ด้วย|ค่ะ|คะ|ครับ|คับ|อยาก|ต้องการ|ให้|ของฉัน|ของผม|ไหม|มั้ย|ได้|ขอ(?!ง)|นะ|บ้าง|แล้ว|จะ");
  private static final Set<String> CALENDAR =
      set(
          """
          monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs
          fri sat sun january february march april june july august september october november
          december minute minutes hour hours day days week weeks month months jan feb mar apr jun jul aug sep sept oct nov dec am pm noon midnight
          """);

  private Words() {}

  /// The words of a sentence that say something.
  static List<String> of(String text) {
    var words = new ArrayList<String>();
    for (String token : tokens(text)) {
      if (Span.isThai(token.charAt(0))) thai(token, words);
      else if (!STOP.contains(token) && !isTime(token)) words.add(stem(token));
    }
    return words;
  }

  /// Days, dates and numbers say when and how many, not what.
  private static boolean isTime(String token) {
    return token.chars().anyMatch(Character::isDigit) || CALENDAR.contains(token);
  }

  /// The words of a name such as `book_meeting` or `FindEvents`.
  static List<String> ofName(String name) {
    return of(spaced(name));
  }

  static String spaced(String name) {
    return CAMEL.matcher(name).replaceAll(" ").replace('_', ' ').replace('-', ' ');
  }

  static boolean isStop(String token) {
    return STOP.contains(token);
  }

  /// Every word in small letters, stop words too; apostrophes are dropped.
  static List<String> tokens(String text) {
    String cut = text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) : text;
    String plain = Said.of(cut).plain().replace("'", "");
    var tokens = new ArrayList<String>();
    for (String token : LATIN.split(plain, -1)) {
      int from = 0;
      for (int i = 1; i <= token.length(); i++) {
        boolean border =
            i == token.length() || Span.isThai(token.charAt(i)) != Span.isThai(token.charAt(i - 1));
        if (!border || token.isEmpty()) continue;
        tokens.add(token.substring(from, i));
        from = i;
      }
    }
    return tokens;
  }

  private static void thai(String run, List<String> words) {
    for (String part : THAI_EMPTY.split(run, -1)) {
      if (!part.isEmpty() && part.length() < THAI_GRAM) words.add(part);
      for (int i = 0; i + THAI_GRAM <= part.length(); i++) {
        words.add(part.substring(i, i + THAI_GRAM));
      }
    }
  }

  /// A light stemmer: plural, -ing, -ed, -ation, -ment and a last e.
  static String stem(String word) {
    if (NOUNS.contains(word)) return word.endsWith("s") ? cut(word, 1) : word;
    String stem = word;
    if (stem.length() > 4 && stem.endsWith("ies")) stem = cut(stem, 3) + "y";
    else if (stem.endsWith("sses")) stem = cut(stem, 2);
    else if (stem.length() > STEM_MIN && stem.endsWith("s") && !stem.matches(".*(ss|us|is)$")) {
      stem = cut(stem, 1);
    }
    for (String suffix : List.of("ation", "ment", "ing", "ed")) {
      String rest = stem.endsWith(suffix) ? cut(stem, suffix.length()) : "";
      if (rest.length() >= STEM_MIN && hasVowel(rest)) {
        stem = single(rest);
        break;
      }
    }
    return stem.length() > STEM_MIN && stem.endsWith("e") ? cut(stem, 1) : stem;
  }

  private static String single(String stem) {
    int last = stem.length() - 1;
    boolean twice = stem.charAt(last) == stem.charAt(last - 1);
    return twice && "bdglmnprt".indexOf(stem.charAt(last)) >= 0 ? cut(stem, 1) : stem;
  }

  private static boolean hasVowel(String text) {
    return text.chars().anyMatch(c -> "aeiouy".indexOf(c) >= 0);
  }

  private static String cut(String text, int end) {
    return text.substring(0, text.length() - end);
  }

  /// Each word of a list.
  static Set<String> set(String list) {
    return Set.copyOf(List.of(list.strip().split("\\s+")));
  }

  /// The stem of each word of a list.
  static Set<String> stems(String list) {
    return set(list).stream().map(Words::stem).collect(toUnmodifiableSet());
  }
}
