package frontdesk.rehearsal;

import java.util.List;
import java.util.Set;
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
          + "|\\d+(?![\\d:]))){0,12})";

  private static final Pattern NOT_A_NAME =
      Pattern.compile(
          "(?i)(?:i|i'm|i'd|i'll|i've|it|the|a|an|my|ok|okay|yes|no|please|thanks|thank|can|could|what|is|that|this|you|me|not|on|in|at|for|to|hi|hello|hey|nope|wait|one|two|three|four|five|six|seven|eight|nine|ten|sorry|find|book|set|show|search|reserve|buy|cancel|move|send|transfer|add|try|make|change|monday|tuesday|wednesday|thursday|friday|saturday|sunday|does|do|are|was|where|when|which|who|how|will|would|should|there)");

  /// Words of sentences that answer a question for a name with something else.
  private static final Set<String> NO_PERSON =
      Words.set(
          """
          i im id ill ive me my mine we us our you your youre yours it its this that these those they
          them their he she his her him the a an of to for with about at on if or but because so
          is are was were be been am do does dont did didnt have has had can cant could couldnt would
          wouldnt wont should shall must not no none nobody nothing never nope neither whatever
          what why when where who which how whose yes yeah yep ok okay sure maybe perhaps rather prefer
          say tell talk speak call ask want need like know think see bring come go give get take put
          make book cancel move change list show stop wait help drop delete select table hello hi hey
          human humans person people agent operator staff somebody someone anybody anyone business
          meeting meetings appointment booking call thanks thank please sorry today tomorrow now later
          late early busy here back lost confused sick ill tired hungry happy sad angry fine good bad
          great ready done waiting driving alone afraid serious joking kidding interested bored free
          available idiot stupid moron dumb fool shut fuck fucking shit damn hell hm hmm um uh er
          secret private anonymous guess test testing and just only very too still already
          """);

  private static final Pattern THAI_SENTENCE =
      Pattern.compile(
          "^(?:ขอ|ไม่|อยาก|ต้องการ|ช่วย|ทำไม|อะไร|ทำอะไร|แล้ว|ถ้า|จะ|คุย|ยกเลิก|เลื่อน|จอง|นัด|ดู|มี(?=ใคร|อะไร|คน|เวลา|นัด)|ได้|ใช่|โอเค|เดี๋ยว|บ้า|รอ)"
              + "|ไหม|มั้ย|หรือเปล่า|อะไร|ทำไม|เท่าไ|เจ้าหน้าที่");
  private static final Pattern PERSON = Pattern.compile("[\\p{L}\\p{M}'’., -]{1,100}");

  private Names() {}

  /// Whether the answer to a question for the name of a person can be one: letters, and no word
  /// that makes a sentence of it.
  static boolean isPerson(String said) {
    return PERSON.matcher(said).matches()
        && !THAI_SENTENCE.matcher(said).find()
        && !isSentence(List.of(said.strip().split("\\s+", -1)));
  }

  /// "Will Smith" and "So Young" are none.
  private static boolean isSentence(List<String> words) {
    List<String> told =
        words.stream().filter(w -> Words.tokens(w).stream().anyMatch(NO_PERSON::contains)).toList();
    return told.size() == words.size() || told.stream().anyMatch(w -> isLower(w.charAt(0)));
  }

  private static boolean isLower(char first) {
    return Character.toLowerCase(first) == first;
  }

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
