package frontdesk.rehearsal;

import frontdesk.model.guided.Said;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What a line is beside its matter: a greeting, thanks, a yes; and whether it asks for something.
///
/// @param rest the line without the phrases that only keep a conversation going
record Chat(Kind kind, String rest, boolean requests) {

  enum Kind {
    GREETING,
    THANKS,
    FAREWELL,
    /// "What can you do?"
    HELP,
    /// "Are you a bot?"
    BOT,
    YES,
    NO,
    /// "Never mind."
    DROP,
    /// Has matter, or nothing that is known.
    MATTER
  }

  private static final Pattern BOT =
      Pattern.compile(
          "\\bare you (?:an? )?(?:real |actual |live )?(?:bot|robot|chatbot|human|person|machine|ai|automated|computer|real)\\b"
              + "|\\b(?:talking|speaking|chatting) (?:to|with) (?:an? )?(?:real )?(?:bot|robot|human|person|machine|ai|computer)\\b"
              + "|บอท|หุ่นยนต์|คนจริง|เป็นคนหรือ");
  private static final Pattern HELP =
      Pattern.compile(
          "\\bwhat (?:else )?(?:can|do|could) (?:you|i) (?:do|help|ask|say)\\b[^?.!]{0,20}|\\bhow (?:can|do) you (?:help|work)\\b"
              + "|\\bwho are you\\b|\\bwhat are you\\b|^\\W*(?:help|menu|options|commands)\\W*$|\\bi need help\\W*$|\\b(?:can|could) you help(?: me)?\\W*$"
              + "|ทำอะไรได้|ช่วยอะไรได้|ช่วยอะไรฉันได้|คุณคือใคร");
  private static final Pattern DROP =
      Pattern.compile(
          "\\bnever ?mind\\b|\\bforget (?:about )?(?:it|that)\\b|\\b(?:cancel|drop|scrap|stop) (?:that|this|the request)\\b"
              + "|\\bi (?:changed|have changed|'ve changed) my mind\\b|\\blet's (?:leave|drop|forget) (?:it|that)\\b|\\bdon't bother\\b"
              + "|ไม่เอาแล้ว|ช่างมัน|ไม่ต้องแล้ว|เปลี่ยนใจแล้ว|ยกเลิกเรื่องนี้");
  private static final Pattern THANKS =
      Pattern.compile(
          "\\b(?:(?:many|much) )?(?:thank(?:s| you| u)?|thx|ty|cheers|much appreciated|i appreciate(?: it| that| your help| the help)?|appreciated?)\\b"
              + "(?: (?:so|very|you)(?: very)?)?(?: much| a lot| a bunch| again| kindly| indeed| anyways?)?(?: for (?!an? |\\d|today|tomorrow|now)[^.!?,;]*)?"
              + "|ขอบคุณ\\S*|ขอบใจ\\S*");
  private static final Pattern FAREWELL =
      Pattern.compile(
          "\\b(?:good ?bye|bye(?: bye)?|see you(?: later| soon| then| around)?|take care|farewell|good night|have an? (?:\\w+ )?(?:day|night|evening|weekend|afternoon|one|time))\\b"
              + "|ลาก่อน\\S*|บ๊ายบาย|ไว้เจอกัน");
  private static final Pattern CLOSING =
      Pattern.compile(
          "\\b(?:that(?:'s| is| will| would|'ll)?(?: be)?|this is|it's|it is) (?:all|it|everything|enough)\\b(?: (?:that )?i (?:need(?:ed)?|want(?:ed)?|wished|required?))?(?: (?:for|right) (?:now|today|the moment))?"
              + "|\\b(?:nothing|not anything) (?:else|more|further)\\b|\\b(?:i )?(?:don't|do not|won't|will not) (?:need|want|require|be needing) (?:anything|something|any)(?: \\w+){0,4}"
              + "|\\b(?:all|everything) i (?:need|needed|want|wanted)(?: to know)?\\b|\\b(?:i'm|i am|we're|we are) (?:all )?(?:done|good|set|finished)\\b|\\ball (?:set|good|done)\\b"
              + "|\\bno(?:pe)?,? (?:that's|that is|that'll|that will)\\b[^.!?,]*"
              + "|\\b(?:you have|you've|you were|you are|you're) (?:been )?(?:very |so |really |most |a great |extremely )*(?:helpful|kind|great|a help|a star|welcome|the best)(?: help)?\\b"
              + "|\\bnot (?:right now|now|at the moment|today|yet|this time)\\b|\\bmaybe (?:later|another time)\\b|ไม่มีแล้ว\\S*|แค่นี้\\S*|เท่านี้\\S*");
  private static final Pattern WAITING =
      Pattern.compile(
          "\\b(?:(?:just |wait |hold on )?(?:one|a|1) (?:moment|second|sec|minute)(?: please)?|hold on|hang on|be right back|let me think|i'll be back)\\b|รอสักครู่|เดี๋ยวก่อน");
  private static final Pattern GREETING =
      Pattern.compile(
          "^\\W*(?:hello|hi|hey|hiya|howdy|greetings|good (?:morning|afternoon|evening|day))(?: (?:there|again|everyone|all|team))?\\b|\\bhow are you(?: doing)?(?: today)?\\b|\\bnice to meet you\\b|สวัสดี(?:ค่ะ|ครับ|คะ|จ้า)?|หวัดดี");
  private static final Pattern CLAUSE = Pattern.compile("[.,;!\\n]|\\b(?:and|but|then)\\b");
  private static final Set<String> YES =
      Set.of(
          "yes",
          "yeah",
          "yep",
          "yup",
          "sure",
          "ok",
          "okay",
          "okey",
          "correct",
          "right",
          "exactly",
          "absolutely",
          "definitely",
          "confirmed",
          "confirm",
          "alright",
          "fine",
          "perfect",
          "great",
          "good",
          "agreed",
          "indeed",
          "ใช่",
          "ใช่ค่ะ",
          "ใช่ครับ",
          "ตกลง",
          "โอเค",
          "ได้",
          "ได้ค่ะ",
          "ได้ครับ",
          "ค่ะ",
          "ครับ",
          "ถูกต้อง",
          "ยืนยัน");
  private static final Set<String> NO =
      Set.of("no", "nope", "nah", "not", "never", "ไม่", "ไม่ค่ะ", "ไม่ครับ", "ไม่ใช่", "ไม่เอา");
  private static final Set<String> FILLERS =
      Set.of(
          "please",
          "that",
          "thats",
          "is",
          "it",
          "its",
          "the",
          "works",
          "work",
          "sounds",
          "sound",
          "do",
          "i",
          "me",
          "for",
          "go",
          "ahead",
          "you",
          "can",
          "very",
          "so",
          "just",
          "all",
          "this",
          "one",
          "will",
          "would",
          "be",
          "and",
          "but",
          "to",
          "a",
          "of",
          "course",
          "with",
          "let",
          "lets",
          "nice",
          "well",
          "now",
          "then",
          "like",
          "love",
          "want",
          "really",
          "much",
          "too",
          "oh",
          "im",
          "am",
          "ill",
          "cool",
          "awesome",
          "excellent",
          "wonderful",
          "lovely",
          "amazing",
          "fantastic",
          "super",
          "fun",
          "ค่ะ",
          "ครับ",
          "นะ",
          "คะ");
  private static final Pattern MARK =
      Pattern.compile(
          "\\?|\\b(?:can|could|would|will) (?:you|i|we)\\b|\\b(?:i|we)(?:'d| would| want| need| wanna|'m| am| have to| wish| must| should)(?: also)?(?: like| love| want| looking| trying| interested| to)?\\b"
              + "|\\bplease\\b|\\blet(?:'s| me)\\b|\\bhelp me\\b|\\b(?:what|which|when|where|who|how|do you|is there|are there)\\b"
              + "|ขอ|อยาก|ต้องการ|ช่วย|ไหม|มั้ย|หน่อย|อะไร|เมื่อไร|เท่าไร|เท่าไหร่");
  private static final Set<String> ACTIONS =
      Set.of(
          "find",
          "search",
          "list",
          "show",
          "check",
          "book",
          "reserv",
          "schedul",
          "arrang",
          "buy",
          "purchas",
          "order",
          "cancel",
          "delet",
          "remov",
          "mov",
          "reschedul",
          "chang",
          "postpon",
          "add",
          "creat",
          "set",
          "send",
          "transfer",
          "rent",
          "play",
          "watch",
          "get",
          "giv",
          "tell",
          "look",
          "mak",
          "pay",
          "start",
          "display",
          "view",
          "put",
          "shift",
          "browse",
          "call",
          "wak");

  static Chat of(String line) {
    String plain = Said.of(line).plain();
    boolean thanks = THANKS.matcher(plain).find();
    boolean farewell = FAREWELL.matcher(plain).find();
    boolean closes = CLOSING.matcher(plain).find();
    boolean greets = GREETING.matcher(plain).find();
    String rest = plain;
    for (Pattern phrase : List.of(CLOSING, THANKS, FAREWELL, GREETING, WAITING)) {
      rest = phrase.matcher(rest).replaceAll(" . ");
    }
    boolean requests = requests(rest);
    Kind talk = kind(plain, rest, requests);
    if (talk != Kind.MATTER || requests) return new Chat(talk, rest, requests);
    if (farewell) return new Chat(Kind.FAREWELL, rest, false);
    if (thanks || (closes && saysLittle(rest))) return new Chat(Kind.THANKS, rest, false);
    if (greets && saysNothing(rest)) return new Chat(Kind.GREETING, rest, false);
    return new Chat(agreement(rest), rest, false);
  }

  /// Whether a stem is a verb by which customers order something done.
  static boolean isAction(String stem) {
    return ACTIONS.contains(stem);
  }

  /// The verbs by which a line orders something: the first of each clause.
  static Set<String> orders(String line) {
    var verbs = new LinkedHashSet<String>();
    for (String clause : CLAUSE.split(line, -1)) {
      Words.tokens(clause).stream()
          .filter(t -> !Words.isStop(t) && !FILLERS.contains(t))
          .findFirst()
          .map(Words::stem)
          .filter(ACTIONS::contains)
          .ifPresent(verbs::add);
    }
    return verbs;
  }

  boolean isSmallTalk() {
    return kind != Kind.MATTER;
  }

  private static Kind kind(String plain, String rest, boolean requests) {
    if (BOT.matcher(plain).find()) return Kind.BOT;
    if (DROP.matcher(plain).find() && (!requests || saysLittle(rest))) return Kind.DROP;
    return HELP.matcher(plain).find() ? Kind.HELP : Kind.MATTER;
  }

  /// Only a yes or a no, with words around it that add nothing.
  private static Kind agreement(String rest) {
    List<String> tokens = Words.tokens(rest);
    boolean yes = tokens.stream().anyMatch(YES::contains);
    boolean no = tokens.stream().anyMatch(NO::contains);
    boolean only =
        tokens.stream().allMatch(t -> YES.contains(t) || NO.contains(t) || FILLERS.contains(t));
    if (!only || tokens.isEmpty()) return Kind.MATTER;
    if (no) return Kind.NO;
    return yes || tokens.size() > 1 ? Kind.YES : Kind.MATTER;
  }

  /// A wish, a question or an order.
  private static boolean requests(String rest) {
    if (rest.isBlank()) return false;
    if (agreement(rest) != Kind.MATTER) return false;
    if (MARK.matcher(rest).find()) return true;
    for (String clause : CLAUSE.split(rest, -1)) {
      List<String> tokens =
          Words.tokens(clause).stream()
              .filter(t -> !FILLERS.contains(t) && !YES.contains(t))
              .toList();
      if (!tokens.isEmpty() && ACTIONS.contains(Words.stem(tokens.getFirst()))) return true;
    }
    return false;
  }

  private static boolean saysNothing(String rest) {
    return Words.of(rest).isEmpty();
  }

  private static boolean saysLittle(String rest) {
    return Words.of(rest).size() <= 2;
  }
}
