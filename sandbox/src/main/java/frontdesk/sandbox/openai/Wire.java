package frontdesk.sandbox.openai;

import frontdesk.json.StrictObject;
import frontdesk.sandbox.Trouble;
import frontdesk.sandbox.WrongControl;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a turn of a script does on the wire beyond what its `reply` says: its optional `wire`.
///
/// @param trouble `do`: the vocabulary of faults
/// @param finish why it ends
/// @param usage what its usage says
/// @param ids of its calls
/// @param reasoning whether it shows that it thought
/// @param end how a stream ends
/// @param commentary a message before the answer that is not the answer; empty for none
/// @param repeat how often its text and each of its calls is said
record Wire(
    Trouble trouble,
    Finish finish,
    Counted usage,
    Ids ids,
    Reasoning reasoning,
    End end,
    String commentary,
    int repeat) {
  static final Wire USUAL =
      new Wire(
          new Trouble.None(),
          Finish.USUAL,
          Counted.USUAL,
          Ids.USUAL,
          Reasoning.USUAL,
          End.USUAL,
          "",
          1);
  private static final int REPEAT_MAX = 1_000_000;

  /// Why a reply ends.
  enum Finish {
    USUAL,
    LENGTH,
    CONTENT_FILTER
  }

  /// What the usage says.
  enum Counted {
    USUAL,
    MISSING,
    ABSURD
  }

  /// The ids of calls: those of the script or made up; none at all; one for all.
  enum Ids {
    USUAL,
    MISSING,
    SAME
  }

  /// Whether reasoning is shown: where the model does; never; and nothing else.
  enum Reasoning {
    USUAL,
    NONE,
    ONLY
  }

  /// How a stream ends: with its last event; without it; cut before it; with `error` half-way; with
  /// `response.failed` half-way.
  enum End {
    USUAL,
    MISSING,
    RESET,
    ERROR,
    FAILED
  }

  static Wire parse(StrictObject wire, List<String> problems) {
    Trouble trouble =
        wire.text("do").map(text -> trouble(wire, text, problems)).orElseGet(Trouble.None::new);
    Wire read =
        new Wire(
            trouble,
            one(wire, "finish", Finish.values(), problems),
            one(wire, "usage", Counted.values(), problems),
            one(wire, "ids", Ids.values(), problems),
            one(wire, "reasoning", Reasoning.values(), problems),
            one(wire, "end", End.values(), problems),
            wire.text("commentary").orElse(""),
            wire.wholeNumber("repeat", 1, REPEAT_MAX).orElse(1));
    wire.noMore();
    return read;
  }

  private static Trouble trouble(StrictObject wire, String text, List<String> problems) {
    try {
      return Trouble.parse(wire.name("do"), text, Failures.names());
    } catch (WrongControl e) {
      problems.add(String.valueOf(e.getMessage()));
      return new Trouble.None();
    }
  }

  private static <E extends Enum<E>> E one(
      StrictObject wire, String key, E[] values, List<String> problems) {
    String word = wire.text(key).orElse(word(values[0]));
    for (E value : values) {
      if (word(value).equals(word)) return value;
    }
    String all = Arrays.stream(values).map(Wire::word).collect(Collectors.joining(", "));
    problems.add(wire.name(key) + ": must be one of " + all);
    return values[0];
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
