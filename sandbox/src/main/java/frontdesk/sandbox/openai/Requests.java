package frontdesk.sandbox.openai;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The last 200 requests as the model saw them. Long texts are kept shortened.
final class Requests {
  static final int KEPT_MAX = 200;
  private static final int SEEN_MAX = 400;
  private static final int CHARS_MAX = 4_000;

  private final Deque<Kept> kept = new ArrayDeque<>();

  /// One request and what came of it.
  ///
  /// @param endpoint such as `POST /v1/responses`
  /// @param newest how many of `seen`, from the end, are new
  /// @param answer what was said, in the order it was said; empty where nothing was
  /// @param outcome one line: the usage, or why it was refused
  record Kept(
      Instant at,
      String endpoint,
      String model,
      int status,
      String outcome,
      List<String> tools,
      List<Seen> seen,
      int newest,
      List<Seen> answer) {
    Kept {
      tools = List.copyOf(tools);
      seen = List.copyOf(seen);
      answer = List.copyOf(answer);
    }
  }

  synchronized void add(Kept request) {
    kept.addFirst(shortened(request));
    if (kept.size() > KEPT_MAX) kept.removeLast();
  }

  /// Newest first.
  synchronized List<Kept> all() {
    return List.copyOf(kept);
  }

  synchronized void reset() {
    kept.clear();
  }

  private static Kept shortened(Kept all) {
    List<Seen> seen = all.seen();
    if (seen.size() > SEEN_MAX) seen = seen.subList(seen.size() - SEEN_MAX, seen.size());
    return new Kept(
        all.at(),
        all.endpoint(),
        all.model(),
        all.status(),
        all.outcome(),
        all.tools(),
        shortened(seen),
        Math.min(all.newest(), seen.size()),
        shortened(all.answer()));
  }

  private static List<Seen> shortened(List<Seen> seen) {
    var shortened = new ArrayList<Seen>();
    for (Seen one : seen) {
      shortened.add(
          switch (one) {
            case Seen.Said(var role, var text) -> new Seen.Said(role, shortened(text));
            case Seen.Called(var id, var tool, var arguments) ->
                new Seen.Called(id, tool, shortened(arguments));
            case Seen.CameTo(var call, var output) -> new Seen.CameTo(call, shortened(output));
            case Seen.Thought thought -> thought;
          });
    }
    return shortened;
  }

  private static String shortened(String text) {
    if (text.length() <= CHARS_MAX) return text;
    return text.substring(0, CHARS_MAX) + " … " + (text.length() - CHARS_MAX) + " characters more";
  }
}
