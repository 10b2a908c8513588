package frontdesk.runtime;

import frontdesk.model.Message;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Keeps what a model is shown of a conversation within bounds, by hiding its oldest turns. Half of
/// what may be shown is hidden at once: so what is sent begins the same for many turns, which a
/// provider can keep, and is not cut anew in each.
final class Shortening {
  private Shortening() {}

  /// The place of the log up to which to hide, when more than this many tokens are shown. Empty
  /// when that is not so, or nothing but the open turn is shown.
  static OptionalLong through(Prompt.Shown shown, long tokensMax) {
    if (tokens(shown.messages()) <= tokensMax) return OptionalLong.empty();
    OptionalLong through = OptionalLong.empty();
    for (Map.Entry<Integer, Long> turn : shown.turns().entrySet()) {
      // Hiding what is hidden already would come to no end.
      if (isFirst(shown, turn.getKey())) continue;
      through = OptionalLong.of(turn.getValue() - 1);
      List<Message> left = shown.messages().subList(turn.getKey(), shown.messages().size());
      if (tokens(left) <= tokensMax / 2) break;
    }
    return through;
  }

  static long tokens(List<Message> messages) {
    return messages.stream().mapToLong(Message::tokens).sum();
  }

  private static boolean isFirst(Prompt.Shown shown, int message) {
    return shown.turns().keySet().iterator().next() == message;
  }
}
