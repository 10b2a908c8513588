package frontdesk.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// One item of a conversation's log: something that happened, never changed afterwards.
///
/// A turn is `Received`, then what the model said and what came of its calls, then one entry that
/// closes it: `Replied`, `Asked` or `Closed`.
public sealed interface Entry {

  /// A turn begins with these events. `epoch` is the conversation's when it began; `agent` and
  /// `version` say who answers; `locale` and `zone` are the customer's.
  record Received(
      List<Arrived> events, String agent, String version, long epoch, String locale, String zone)
      implements Entry {
    public Received {
      events = List.copyOf(events);
    }
  }

  /// The model replied: a text, calls, or both.
  record ModelSaid(String text, List<Call> calls, Ending ending) implements Entry {
    public ModelSaid {
      calls = List.copyOf(calls);
    }
  }

  /// How a model's reply ended.
  enum Ending {
    COMPLETE,
    CUT,
    REFUSED
  }

  /// The model failed, after whatever was retried. `detail` is for operators.
  record ModelFailed(String kind, String detail) implements Entry {}

  /// We are about to act. Durable before the request is written; the request may be written only
  /// within `allowance` of this entry's time in the store, and takes `timeLimit` at most. `epoch`
  /// is that of the first attempt's turn.
  record Intended(
      CallId call,
      String tool,
      Json arguments,
      IdempotencyKey key,
      Principal principal,
      int attempt,
      long epoch,
      Duration allowance,
      Duration timeLimit)
      implements Entry {}

  /// What came of a call. `attempt` counts from 1 for acts and is 0 for calls without an intent.
  record Returned(CallId call, int attempt, Outcome outcome) implements Entry {}

  /// An act whose outcome we could not find out: a person decides, and the customer is told.
  record Escalated(CallId call, String why) implements Entry {}

  /// A fact was learned, checked against the agent's schema. A later one of the same name
  /// replaces it.
  record Noted(String name, Json value) implements Entry {}

  /// Another agent of the same folder goes on with the conversation; `call` handed it over.
  record HandedTo(String agent, CallId call) implements Entry {}

  /// A timer that becomes an event at `at`. Setting one of the same name again moves it.
  record TimerSet(String name, Instant at) implements Entry {}

  /// The turn ends with a question; `fields` are the facts it asks for.
  record Asked(String text, List<String> fields, List<EventId> answers) implements Entry {
    public Asked {
      fields = List.copyOf(fields);
      answers = List.copyOf(answers);
    }
  }

  /// The turn ends with an answer. `apology`: the model failed, and this is what the customer is
  /// told.
  record Replied(String text, boolean apology, List<EventId> answers) implements Entry {
    public Replied {
      answers = List.copyOf(answers);
    }
  }

  /// The turn ends without a word. Its events were consumed, or go to the next turn.
  record Closed(String why) implements Entry {}

  /// Whether it ends a turn.
  default boolean closesTurn() {
    return switch (this) {
      case Asked _, Replied _, Closed _ -> true;
      case Received _, ModelSaid _, ModelFailed _, Intended _, Returned _ -> false;
      case Escalated _, Noted _, HandedTo _, TimerSet _ -> false;
    };
  }

  /// Whether it shows or costs something, and so may be appended only in the epoch that was loaded.
  default boolean needsEpoch() {
    return switch (this) {
      case Intended _, Asked _, Replied _ -> true;
      case Received _, ModelSaid _, ModelFailed _, Returned _, Escalated _ -> false;
      case Noted _, HandedTo _, TimerSet _, Closed _ -> false;
    };
  }
}
