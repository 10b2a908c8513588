package frontdesk.conversation;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What an inbound event says.
public sealed interface Inbound {

  /// The conversation begins, with this agent. `attributes` are the channel's own ids.
  record Opened(String agent, Map<String, String> attributes) implements Inbound {
    public Opened {
      // In the order given: the same event is the same text, in every process.
      attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
  }

  /// The customer wrote a message.
  record Said(String text) implements Inbound {
    /// Bytes of a message in UTF-8; channels refuse a longer one.
    public static final int BYTES_MAX = 64 * 1024;

    /// Whether a channel may take the text: it is no longer than a message may be, nor longer
    /// than twice that as JSON, where a control character takes six bytes.
    public static boolean fits(String text) {
      return text.getBytes(StandardCharsets.UTF_8).length <= BYTES_MAX
          && new Said(text).keptBytes() <= 2 * BYTES_MAX;
    }

    /// Bytes of the text as it stands in a log.
    public int keptBytes() {
      return text.chars().map(Said::keptBytes).sum();
    }

    private static int keptBytes(int c) {
      if (c < ' ') return 6;
      if (c == '"' || c == '\\') return 2;
      if (c < 0x80) return 1;
      return c < 0x800 ? 2 : 3;
    }
  }

  /// The customer stopped what is running.
  record Stopped() implements Inbound {}

  /// A timer that a turn set is due.
  record TimerFired(String name) implements Inbound {}

  /// The outcome of an act, come back after its worker lost the conversation or its patience.
  record OutcomeArrived(CallId call, int attempt, Outcome outcome) implements Inbound {}

  /// Whether it counts against the limit of the inbox: only what customers send does, so that a
  /// flood cannot keep out an outcome or a stop.
  default boolean fromCustomer() {
    return switch (this) {
      case Opened _, Said _ -> true;
      case Stopped _, TimerFired _, OutcomeArrived _ -> false;
    };
  }

  /// Whether it takes effect when accepted: a turn that is running can then commit no intent,
  /// question or answer.
  default boolean raisesEpoch() {
    return switch (this) {
      case Stopped _ -> true;
      case Opened _, Said _, TimerFired _, OutcomeArrived _ -> false;
    };
  }

  /// Whether a turn that waits for a moment is woken by it at once.
  default boolean endsWait() {
    return switch (this) {
      case Stopped _, OutcomeArrived _ -> true;
      case Opened _, Said _, TimerFired _ -> false;
    };
  }
}
