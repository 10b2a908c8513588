package frontdesk.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What is written together with a log's entries.
///
/// @param consumedThrough the events up to this place are answered
/// @param wakeAt the turn waits until then; empty ends a wait
public record Effects(
    OptionalLong consumedThrough,
    List<Timer> timers,
    List<Document> documents,
    Optional<Instant> wakeAt) {
  public static final Effects NONE =
      new Effects(OptionalLong.empty(), List.of(), List.of(), Optional.empty());

  public Effects {
    timers = List.copyOf(timers);
    documents = List.copyOf(documents);
  }

  public static Effects waitUntil(Instant moment) {
    return new Effects(OptionalLong.empty(), List.of(), List.of(), Optional.of(moment));
  }

  /// Becomes an event of the conversation at `at`. One of the same name is replaced.
  public record Timer(String name, Instant at) {}
}
