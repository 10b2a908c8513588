package frontdesk.adapters.openai;

import frontdesk.conversation.Entry.Ending;
import frontdesk.model.ModelReply.AskedCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What a model might say, whatever the API that carries it.
///
/// @param messages its text, in one or two messages
/// @param refusal words in place of an answer; empty when it does not refuse
/// @param filtered whether the provider took the answer away
/// @param cut whether it ended at the limit of its length
/// @param counted whether its tokens are told
record RandomReply(
    List<String> messages,
    String refusal,
    String commentary,
    boolean thinks,
    List<AskedCall> calls,
    boolean filtered,
    boolean cut,
    boolean counted) {
  private static final List<String> WORDS =
      List.of(
          "Yes",
          " ",
          "สวัสดีครับ",
          "\n",
          "👍🏽",
          "\"quoted\"",
          "back\\slash",
          "é",
          "\u2028",
          "data: x",
          "\t",
          "<b>",
          "a long run of plain words that goes on",
          "\r\n",
          "[DONE]",
          "\u0000");

  /// @param wild whether ids may be missing or repeated, and arguments may be anything
  static RandomReply of(RandomGenerator random, boolean wild) {
    boolean refuses = random.nextInt(10) == 0;
    int messages = refuses ? 0 : random.nextInt(3);
    var texts = new ArrayList<String>();
    for (int i = 0; i < messages; i++) texts.add(text(random, 1));
    return new RandomReply(
        texts,
        refuses ? text(random, 1) : "",
        random.nextInt(4) == 0 ? text(random, 1) : "",
        random.nextBoolean(),
        refuses ? List.of() : calls(random, wild),
        random.nextInt(12) == 0,
        random.nextInt(12) == 0,
        random.nextInt(4) > 0);
  }

  private static List<AskedCall> calls(RandomGenerator random, boolean wild) {
    var calls = new ArrayList<AskedCall>();
    int count = random.nextInt(3) == 0 ? 0 : random.nextInt(6);
    for (int i = 0; i < count; i++) {
      String id = wild ? wildId(random) : "call_" + i + "_" + random.nextInt(1_000);
      String arguments =
          wild && random.nextInt(4) == 0 ? text(random, 0) : "{\"day\":\"" + i + "\",\"ก\":1.50}";
      calls.add(new AskedCall(id, random.nextBoolean() ? "find_slots" : "note", arguments));
    }
    return calls;
  }

  private static String wildId(RandomGenerator random) {
    return switch (random.nextInt(4)) {
      case 0 -> "";
      case 1 -> "call_1";
      default -> "call_" + random.nextInt(1_000_000);
    };
  }

  private static String text(RandomGenerator random, int wordsMin) {
    var text = new StringBuilder(wordsMin > 0 ? "T" : "");
    int words = random.nextInt(wordsMin, 12);
    for (int i = 0; i < words; i++) text.append(WORDS.get(random.nextInt(WORDS.size())));
    return text.toString();
  }

  /// Pieces of a text, never half a character.
  static List<String> pieces(String text, RandomGenerator random) {
    var pieces = new ArrayList<String>();
    int[] characters = text.codePoints().toArray();
    for (int from = 0; from < characters.length; ) {
      int length = Math.min(characters.length - from, random.nextInt(1, 8));
      pieces.add(new String(characters, from, length));
      from += length;
    }
    return pieces;
  }

  boolean isRefused() {
    return filtered || !refusal.isEmpty();
  }

  String expectedText() {
    return refusal.isEmpty() ? String.join("\n\n", messages) : refusal;
  }

  List<AskedCall> expectedCalls() {
    return isRefused() ? List.of() : calls;
  }

  Ending expectedEnding() {
    if (isRefused()) return Ending.REFUSED;
    return cut ? Ending.CUT : Ending.COMPLETE;
  }

  /// Why it is not whole, in the words of the Responses API.
  Optional<String> incomplete() {
    if (filtered) return Optional.of("content_filter");
    return cut ? Optional.of("max_output_tokens") : Optional.empty();
  }
}
