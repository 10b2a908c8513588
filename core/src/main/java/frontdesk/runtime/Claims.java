package frontdesk.runtime;

import frontdesk.agent.Agent;
import frontdesk.conversation.CallId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Outcome;
import frontdesk.tool.Tool;
import frontdesk.tool.ToolSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether an answer may say what it says: one that claims that something was done needs an act
/// that was (M13). Judged by the words that a tool declares ({@link ToolSpec#claims}), sentence by
/// sentence; questions, conditions and negations claim nothing.
final class Claims {
  private static final Pattern SENTENCE = Pattern.compile("[^.!?\\n]+[.!?\\n]?");
  private static final Pattern NO_CLAIM =
      Pattern.compile(
          "\\?$|\\b(not|no|never|cannot|yet|if|once|when|before|would|could|will|shall|should|can|may"
              + "|want|like|to be)\\b|n't\\b|ไม่|ยัง|หาก|ถ้า|ไหม|หรือ");
  private static final Pattern CLAIMS =
      Pattern.compile(
          "\\b(is|are|was|were|been|be|has|have|had|now|i|we|it's|you're)\\b|'ve\\b|แล้ว|เรียบร้อย|สำเร็จ");

  private Claims() {}

  static boolean areProven(Agent agent, Turn turn, Log log, String text) {
    String small = withoutTold(turn, text).toLowerCase(Locale.ROOT);
    return agent.tools().stream()
        .filter(tool -> !tool.spec().claims().isEmpty() && claims(tool.spec(), small))
        .allMatch(tool -> isProven(turn, log, tool));
  }

  /// What a tool has just answered is no claim of the model's: "meetings are booked 2 hours ahead".
  private static String withoutTold(Turn turn, String text) {
    String told =
        turn.entries().stream()
            .flatMap(entry -> entry instanceof Returned returned ? reasons(returned) : null)
            .collect(Collectors.joining("\n"));
    return SENTENCE
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(sentence -> sentence.isBlank() || !told.contains(sentence.strip()))
        .collect(Collectors.joining());
  }

  private static Stream<String> reasons(Returned returned) {
    return switch (returned.outcome()) {
      case Outcome.NeedsInput(_, var invalid, _) -> invalid.values().stream();
      case Outcome.Refused(var why) -> Stream.of(why);
      case Outcome.Failed(var why, _) -> Stream.of(why);
      case Outcome.Done _, Outcome.NotSent _, Outcome.Unknown _ -> Stream.empty();
    };
  }

  private static boolean claims(ToolSpec spec, String text) {
    return SENTENCE
        .matcher(text)
        .results()
        .map(result -> result.group().strip())
        .filter(sentence -> !NO_CLAIM.matcher(sentence).find())
        .filter(sentence -> CLAIMS.matcher(sentence).find())
        .anyMatch(sentence -> spec.claims().stream().anyMatch(word -> has(sentence, word)));
  }

  private static boolean has(String sentence, String word) {
    int at = sentence.indexOf(word);
    if (at < 0) return false;
    // Thai has no spaces between words.
    boolean latin = word.chars().allMatch(c -> c < 0x80);
    return !latin || Pattern.compile("\\b" + Pattern.quote(word) + "\\b").matcher(sentence).find();
  }

  /// By an act of the tool in this turn, if there was one. Else by an earlier one, or by something
  /// that was looked up in this turn: the answer may be about that.
  private static boolean isProven(Turn turn, Log log, Tool tool) {
    Map<CallId, String> acts = acts(log.timeline());
    List<Entry> entries = turn.entries();
    boolean actedNow =
        turn.acts().stream().anyMatch(act -> act.intent().tool().equals(tool.spec().name()))
            || entries.stream().anyMatch(e -> isOutcome(e, acts, tool));
    if (actedNow) return entries.stream().anyMatch(e -> isDone(e, acts, tool));
    return log.timeline().stream().anyMatch(l -> isDone(l.entry(), acts, tool))
        || entries.stream().anyMatch(Claims::isLookedUp);
  }

  private static Map<CallId, String> acts(List<Logged> timeline) {
    var acts = new HashMap<CallId, String>();
    for (Logged logged : timeline) {
      if (logged.entry() instanceof Intended intended) acts.put(intended.call(), intended.tool());
    }
    return acts;
  }

  private static boolean isOutcome(Entry entry, Map<CallId, String> acts, Tool tool) {
    return entry instanceof Returned returned
        && tool.spec().name().equals(acts.get(returned.call()));
  }

  private static boolean isDone(Entry entry, Map<CallId, String> acts, Tool tool) {
    return isOutcome(entry, acts, tool) && entry instanceof Returned(_, _, Outcome.Done _);
  }

  private static boolean isLookedUp(Entry entry) {
    return entry instanceof Returned(_, var attempt, Outcome.Done _) && attempt == 0;
  }
}
