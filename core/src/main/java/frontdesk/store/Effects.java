package frontdesk.store;

import frontdesk.conversation.CallId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What is written together with a log's entries.
///
/// @param consumedThrough the events up to this place are answered
/// @param outbox messages that leave by a push channel, in their order
/// @param wakeAt the turn waits until then; empty ends a wait
public record Effects(
    OptionalLong consumedThrough,
    List<Outbound> outbox,
    List<Timer> timers,
    List<Document> documents,
    Optional<Instant> wakeAt) {
  public static final Effects NONE =
      new Effects(OptionalLong.empty(), List.of(), List.of(), List.of(), Optional.empty());

  public Effects {
    outbox = List.copyOf(outbox);
    timers = List.copyOf(timers);
    documents = List.copyOf(documents);
  }

  public static Effects waitUntil(Instant moment) {
    return new Effects(OptionalLong.empty(), List.of(), List.of(), List.of(), Optional.of(moment));
  }

  /// The same, and these messages leave.
  public Effects with(List<Outbound> messages) {
    return new Effects(consumedThrough, messages, timers, documents, wakeAt);
  }

  /// A message on its way out.
  ///
  /// @param text what the customer is to read
  /// @param approval the call whose preview it shows
  /// @param timeLimit how long one request of its channel takes at most
  public record Outbound(String text, Optional<CallId> approval, Duration timeLimit) {}

  /// Becomes an event of the conversation at `at`. One of the same name is replaced.
  public record Timer(String name, Instant at) {}
}
