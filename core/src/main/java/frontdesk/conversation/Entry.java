package frontdesk.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
  record ModelSaid(String text, List<Call> calls, Ending ending, Made made) implements Entry {
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

  /// A call waits for arguments that nobody has given yet, or is complete and not done yet. A newer
  /// one of the same `pending` replaces it, until its newest call was done or it is dropped.
  ///
  /// @param pending the call that began it
  /// @param call the newest one that added to it
  /// @param arguments what is known so far: each fits its own schema
  /// @param sources where each argument of a tool that acts comes from
  /// @param missing required arguments that are not known
  /// @param invalid arguments that were given and not taken, with the reason
  /// @param principal for whom it is
  /// @param expires from when on it is forgotten, in the store's time
  record Gathered(
      CallId pending,
      CallId call,
      String tool,
      Json arguments,
      List<Source> sources,
      List<String> missing,
      Map<String, String> invalid,
      Principal principal,
      Instant expires)
      implements Entry {
    public Gathered {
      sources = List.copyOf(sources);
      missing = List.copyOf(missing);
      invalid = Collections.unmodifiableMap(new LinkedHashMap<>(invalid));
    }
  }

  /// Where an argument comes from: read again there by the normaliser of that name, it is the same.
  ///
  /// @param argument its name
  /// @param entry place in the log of the entry that says it
  /// @param item which of the entry's texts, counted from 0
  /// @param from character of the text where it begins; `to` is behind its end
  /// @param normaliser how it was read
  record Source(String argument, long entry, int item, int from, int to, String normaliser) {}

  /// A pending call is not wanted any more.
  record Dropped(CallId pending, String why) implements Entry {}

  /// What the customer is to approve: made by the tool, not by a model.
  ///
  /// @param text what is shown
  /// @param bound facts that hold for the approval, such as a price; checked again in the act
  /// @param hash of the tool, arguments, bound facts and principal: what is approved is this
  /// @param principal whose approval counts
  /// @param epoch of its turn; a preview of an older one is void
  /// @param expires from when on it is void, in the store's time
  record Previewed(
      CallId call,
      String tool,
      Json arguments,
      String text,
      Json bound,
      String hash,
      Principal principal,
      long epoch,
      Instant expires)
      implements Entry {}

  /// The customer approved, by this event, exactly what the preview of the call showed.
  record Approved(CallId call, EventId by) implements Entry {}

  /// We are about to act. Durable before the request is written; the request may be written only
  /// within `allowance` of this entry's time in the store, and takes `timeLimit` at most. `epoch`
  /// is that of the first attempt's turn; `bound` is what was approved with the preview, null where
  /// none was asked for.
  record Intended(
      CallId call,
      String tool,
      Json arguments,
      Json bound,
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

  /// An attempt at the turn ended early: it threw, or its process died.
  record Interrupted(String why) implements Entry {}

  /// These events failed too often. They are left out of what a model sees until a person wants
  /// them tried again.
  record DeadLettered(List<EventId> events, String why) implements Entry {
    public DeadLettered {
      events = List.copyOf(events);
    }
  }

  /// A conversation got too long for a model: it is not shown any more what came up to this place.
  record Shortened(long through) implements Entry {}

  /// A person should look at the conversation.
  record PersonWanted(String why) implements Entry {}

  /// The turn ends with a question.
  ///
  /// @param fields the facts it asks for
  /// @param approval the call whose preview it shows for approval
  record Asked(String text, List<String> fields, Optional<CallId> approval, List<EventId> answers)
      implements Entry {
    public Asked {
      fields = List.copyOf(fields);
      answers = List.copyOf(answers);
    }
  }

  /// The turn ends with an answer.
  record Replied(String text, Voice voice, List<EventId> answers) implements Entry {
    public Replied {
      answers = List.copyOf(answers);
    }
  }

  /// Who speaks in an answer.
  enum Voice {
    AGENT,
    /// We do, as the agent could not answer.
    APOLOGY,
    /// A person of the business.
    PERSON
  }

  /// The turn ends without a word. Its events were consumed, or go to the next turn.
  record Closed(String why) implements Entry {}

  /// Whether it ends a turn.
  default boolean closesTurn() {
    return switch (this) {
      case Asked _, Replied _, Closed _ -> true;
      case Received _, ModelSaid _, ModelFailed _, Previewed _, Approved _ -> false;
      case Gathered _, Dropped _ -> false;
      case Intended _, Returned _, Escalated _, Noted _, HandedTo _, TimerSet _ -> false;
      case Interrupted _, DeadLettered _, PersonWanted _, Shortened _ -> false;
    };
  }

  /// The tokens that it cost.
  default Usage usage() {
    return switch (this) {
      case ModelSaid said -> said.made().usage();
      case Received received ->
          received.events().stream()
              .map(arrived -> arrived.event().what())
              .map(what -> what instanceof Inbound.Summarised s ? s.usage() : Usage.NONE)
              .reduce(Usage.NONE, Usage::plus);
      default -> Usage.NONE;
    };
  }

  /// Whether it shows or costs something, and so may be appended only in the epoch that was loaded.
  default boolean needsEpoch() {
    return switch (this) {
      case Previewed _, Intended _, Asked _, Replied _ -> true;
      case Received _, ModelSaid _, ModelFailed _, Approved _, Returned _, Escalated _ -> false;
      case Noted _, HandedTo _, TimerSet _, Interrupted _, DeadLettered _ -> false;
      case PersonWanted _, Shortened _, Closed _, Gathered _, Dropped _ -> false;
    };
  }
}
