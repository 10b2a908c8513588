package frontdesk.runtime;

import frontdesk.conversation.Arrived;
import frontdesk.conversation.Entry.DeadLettered;
import frontdesk.conversation.Entry.Escalated;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Logged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What of a log waits for a person, oldest first.
///
/// @param acts that nobody else can decide about
/// @param deadLetters that were not tried again yet
record ForPeople(List<Undecided> acts, List<DeadLetter> deadLetters) {

  /// An act that may have happened. `since`: when a person was asked for.
  record Undecided(Intended intent, Instant since, String why) {}

  /// Events that failed too often, and what the customer wrote in them.
  record DeadLetter(List<EventId> events, List<String> texts, Instant since, String why) {}

  static ForPeople of(List<Logged> entries) {
    return new ForPeople(undecided(entries), deadLetters(entries));
  }

  private static List<Undecided> undecided(List<Logged> entries) {
    return OpenAct.of(entries).stream()
        .filter(OpenAct::escalated)
        .flatMap(act -> undecided(entries, act.intent()))
        .toList();
  }

  private static Stream<Undecided> undecided(List<Logged> entries, Intended intent) {
    return entries.stream()
        .filter(logged -> logged.entry() instanceof Escalated e && e.call().equals(intent.call()))
        .map(logged -> new Undecided(intent, logged.at(), ((Escalated) logged.entry()).why()))
        .limit(1);
  }

  private static List<DeadLetter> deadLetters(List<Logged> entries) {
    Set<EventId> failed = new HashSet<>();
    for (Logged logged : entries) {
      if (logged.entry() instanceof DeadLettered(var events, _)) failed.addAll(events);
    }
    Map<EventId, String> texts = new HashMap<>();
    var letters = new ArrayList<DeadLetter>();
    for (Logged logged : entries) {
      switch (logged.entry()) {
        case Received received -> {
          received.events().forEach(arrived -> collect(arrived, texts));
          if (received.events().stream().anyMatch(a -> replays(a, failed))) letters.clear();
        }
        case DeadLettered(var events, var why) -> {
          List<String> said = events.stream().filter(texts::containsKey).map(texts::get).toList();
          letters.add(new DeadLetter(events, said, logged.at(), why));
        }
        default -> {}
      }
    }
    return letters;
  }

  private static void collect(Arrived arrived, Map<EventId, String> texts) {
    if (arrived.event().what() instanceof Inbound.Said(var text)) {
      texts.put(arrived.event().id(), text);
    }
  }

  /// A replay that failed itself has replayed nothing.
  private static boolean replays(Arrived arrived, Set<EventId> failed) {
    return arrived.event().what() instanceof Inbound.Replayed
        && !failed.contains(arrived.event().id());
  }
}
