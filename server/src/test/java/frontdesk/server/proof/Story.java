package frontdesk.server.proof;

import frontdesk.conversation.Arrived;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Entry.Voice;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Head;
import frontdesk.conversation.Inbound.Said;
import frontdesk.conversation.Logged;
import frontdesk.store.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All that the store has of one conversation.
///
/// @param turns in the order of the log
/// @param messages the customer's, in the order in which they were read
record Story(
    ConversationId id, Head head, List<Logged> entries, List<Turn> turns, List<Message> messages) {
  private static final int ENTRIES_MAX = 100_000;

  /// @param end the entry that closed it; empty while it is open
  record Turn(Received received, Optional<Logged> end) {

    /// What the customer was told; empty for a turn without a word.
    Optional<String> text() {
      return end.map(Logged::entry)
          .flatMap(
              entry ->
                  switch (entry) {
                    case Asked asked -> Optional.of(asked.text());
                    case Replied replied -> Optional.of(replied.text());
                    case Entry _ -> Optional.empty();
                  });
    }

    boolean isApology() {
      return end.filter(e -> e.entry() instanceof Replied r && r.voice() == Voice.APOLOGY)
          .isPresent();
    }
  }

  /// A message of the customer and the turn that read it.
  record Message(Arrived arrived, String text, Turn turn) {
    EventId event() {
      return arrived.event().id();
    }
  }

  static Story of(Head head, Records records) {
    List<Logged> entries = records.entries(head.id(), 0, ENTRIES_MAX);
    var turns = new ArrayList<Turn>();
    for (Logged logged : entries) {
      if (logged.entry() instanceof Received received) {
        turns.add(new Turn(received, Optional.empty()));
      } else if (logged.entry().closesTurn() && !turns.isEmpty()) {
        turns.add(new Turn(turns.removeLast().received(), Optional.of(logged)));
      }
    }
    return new Story(head.id(), head, entries, turns, messages(turns));
  }

  /// What the customer was told, in order.
  List<String> answers() {
    return turns.stream().flatMap(turn -> turn.text().stream()).toList();
  }

  <T extends Entry> List<T> all(Class<T> kind) {
    return entries.stream().map(Logged::entry).filter(kind::isInstance).map(kind::cast).toList();
  }

  private static List<Message> messages(List<Turn> turns) {
    return turns.stream()
        .flatMap(
            turn ->
                turn.received().events().stream()
                    .flatMap(
                        arrived ->
                            arrived.event().what() instanceof Said said
                                ? Stream.of(new Message(arrived, said.text(), turn))
                                : null))
        .toList();
  }
}
