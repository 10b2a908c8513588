package frontdesk.conversation;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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

    private static final Set<String> STOP_WORDS = Set.of("stop", "cancel", "หยุด", "ยกเลิก");
    private static final Pattern AROUND = Pattern.compile("^[\\s\\p{P}]+|[\\s\\p{P}]+$");

    /// Whether a channel may take the text: it is no longer than a message may be, nor longer
    /// than twice that as JSON, where a control character takes six bytes.
    public static boolean fits(String text) {
      return text.getBytes(StandardCharsets.UTF_8).length <= BYTES_MAX
          && new Said(text).keptBytes() <= 2 * BYTES_MAX;
    }

    /// Whether it is only a word that means stop: then it stops, like the button.
    public boolean isStop() {
      return STOP_WORDS.contains(AROUND.matcher(text).replaceAll("").toLowerCase(Locale.ROOT));
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

  /// The customer pressed a button of the question with this id.
  record Pressed(CallId question, boolean yes) implements Inbound {}

  /// The question for approval of this call was shown to the customer: what was sent before it
  /// cannot be its answer.
  record Shown(CallId question) implements Inbound {}

  /// A timer that a turn set is due.
  record TimerFired(String name) implements Inbound {}

  /// The outcome of an act, come back after its worker lost the conversation or its patience.
  record OutcomeArrived(CallId call, int attempt, Outcome outcome) implements Inbound {}

  /// A message of the entry at this place did not reach the customer, or nobody knows.
  record Undelivered(long entry, String why) implements Inbound {
    /// Why a message was not sent that a stop or a person came before.
    public static final String WITHDRAWN = "it was withdrawn before it was sent";

    private static final int WHY_MAX = 500;

    public Undelivered {
      // What a platform says about it may be a page of HTML.
      why = why.length() > WHY_MAX ? why.substring(0, WHY_MAX) : why;
    }

    /// Whether it was never to arrive.
    public boolean wasWithdrawn() {
      return why.equals(WITHDRAWN);
    }
  }

  /// A person answers from now on.
  record TakenOver() implements Inbound {}

  /// A person answers with this, and from now on.
  record PersonSaid(String text) implements Inbound {}

  /// The agent answers again.
  record HandedBack() implements Inbound {}

  /// A person found out what became of an act.
  record Decided(CallId call, boolean happened) implements Inbound {}

  /// A person wants what failed before to be tried again.
  record Replayed() implements Inbound {}

  /// A summary of what was said up to this place of the log stands for it from now on, towards a
  /// model.
  record Summarised(long through, String text, Usage usage) implements Inbound {}

  /// Whether it counts against the limit of the inbox: only what customers send does, so that a
  /// flood cannot keep out an outcome or a stop.
  default boolean fromCustomer() {
    return switch (this) {
      case Opened _, Said _, Pressed _ -> true;
      case Stopped _, Shown _, TimerFired _, OutcomeArrived _, Undelivered _ -> false;
      case TakenOver _, PersonSaid _, HandedBack _, Decided _, Replayed _ -> false;
      case Summarised _ -> false;
    };
  }

  /// Whether it takes effect when accepted: a turn that is running can then commit no intent,
  /// question or answer.
  default boolean raisesEpoch() {
    return switch (this) {
      case Stopped _, TakenOver _, PersonSaid _, HandedBack _ -> true;
      case Said said -> said.isStop();
      case Opened _, Pressed _, Shown _, TimerFired _, OutcomeArrived _, Undelivered _ -> false;
      case Decided _, Replayed _, Summarised _ -> false;
    };
  }

  /// Who answers from its acceptance on, if it changes that. Who speaks has taken over: two must
  /// not answer at once.
  default Optional<Owner> owner() {
    return switch (this) {
      case TakenOver _, PersonSaid _ -> Optional.of(Owner.PERSON);
      case HandedBack _ -> Optional.of(Owner.AGENT);
      case Opened _, Said _, Stopped _, Pressed _, Shown _, TimerFired _ -> Optional.empty();
      case OutcomeArrived _, Undelivered _, Decided _, Replayed _, Summarised _ -> Optional.empty();
    };
  }

  /// Whether the customer wants what is being done to end.
  default boolean stops() {
    return this instanceof Stopped || (this instanceof Said said && said.isStop());
  }

  /// Whether a turn that waits for a moment is woken by it at once.
  default boolean endsWait() {
    return switch (this) {
      case OutcomeArrived _, Decided _, Replayed _ -> true;
      case Opened _, Said _, Stopped _, Pressed _, Shown _, TimerFired _ -> raisesEpoch();
      case Undelivered _, TakenOver _, PersonSaid _, HandedBack _, Summarised _ -> raisesEpoch();
    };
  }
}
