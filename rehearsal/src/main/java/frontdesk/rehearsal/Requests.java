package frontdesk.rehearsal;

import frontdesk.rehearsal.Chat.Kind;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether a line asks for something: a wish, a question or an order; and the verbs that order.
final class Requests {
  private static final Pattern CLAUSE = Pattern.compile("[.,;!\\n]|\\b(?:and|but|then)\\b");
  private static final Pattern MARK =
      Pattern.compile(
          "\\?|\\b(?:can|could|would|will) (?:you|i|we)\\b|\\b(?:i|we)(?:'d| would| want| need| wanna|'m| am| have to| wish| must| should)(?: also)?(?: like| love| want| looking| trying| interested| to)?\\b"
              + "|\\bplease\\b|\\blet(?:'s| me)\\b|\\bhelp me\\b|\\b(?:what|which|when|where|who|how|do you|is there|are there)\\b"
              + "|ขอ|อยาก|ต้องการ|ช่วย|ไหม|มั้ย|หน่อย|อะไร|เมื่อไร|เท่าไร|เท่าไหร่");

  /// Stems of the verbs by which customers order something done.
  private static final Set<String> ACTIONS =
      Words.set(
          """
          find search list show check book reserv schedul arrang buy purchas order cancel delet
          remov mov reschedul chang postpon add creat set send transfer rent play watch get giv
          tell look mak pay start display view put shift browse call wak
          """);

  private Requests() {}

  static boolean isIn(String line) {
    if (line.isBlank() || Agreement.of(line) != Kind.MATTER) return false;
    return MARK.matcher(line).find() || CLAUSE.splitAsStream(line).anyMatch(Requests::orders);
  }

  private static boolean orders(String clause) {
    return Words.tokens(clause).stream()
        .filter(token -> !Agreement.isFiller(token) && !Agreement.isYes(token))
        .findFirst()
        .filter(token -> isAction(Words.stem(token)))
        .isPresent();
  }

  /// The verbs by which a line orders something: the first of each clause.
  static Set<String> verbs(String line) {
    var verbs = new LinkedHashSet<String>();
    for (String clause : CLAUSE.split(line, -1)) {
      Words.tokens(clause).stream()
          .filter(token -> !Words.isStop(token) && !Agreement.isFiller(token))
          .findFirst()
          .map(Words::stem)
          .filter(Requests::isAction)
          .ifPresent(verbs::add);
    }
    return verbs;
  }

  /// Whether a stem is a verb by which customers order something done.
  static boolean isAction(String stem) {
    return ACTIONS.contains(stem);
  }
}
