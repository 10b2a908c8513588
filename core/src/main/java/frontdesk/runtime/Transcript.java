package frontdesk.runtime;

import frontdesk.conversation.Arrived;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Inbound.Opened;
import frontdesk.conversation.Inbound.Said;
import frontdesk.conversation.Logged;
import frontdesk.store.Records;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What was said in a conversation, oldest first, with the messages that no turn has read yet.
///
/// @param opened how it began
/// @param unanswered a message waits for its answer
public record Transcript(List<Message> messages, Optional<Opened> opened, boolean unanswered) {
  private static final int PAGE = 500;

  public Transcript {
    messages = List.copyOf(messages);
  }

  /// One message. `id` is unique in the conversation and sorts nothing.
  public record Message(String id, boolean byCustomer, String text, Instant at) {}

  public static Transcript of(Records records, ConversationId id) {
    // Open events first: one that is answered in between is then found twice, and told once.
    List<Arrived> open = records.open(id);
    var reading = new Reading();
    entries(records, id).forEach(reading::tell);
    return reading.finish(open);
  }

  /// All entries, oldest first.
  static List<Logged> entries(Records records, ConversationId id) {
    var all = new ArrayList<Logged>();
    while (true) {
      List<Logged> page = records.entries(id, all.isEmpty() ? 0 : all.getLast().seq(), PAGE);
      all.addAll(page);
      if (page.size() < PAGE) return all;
    }
  }

  private static final class Reading {
    private final List<Message> messages = new ArrayList<>();
    private final Set<Long> told = new HashSet<>();
    private Optional<Opened> opened = Optional.empty();

    void tell(Logged logged) {
      switch (logged.entry()) {
        case Received received -> received.events().forEach(this::said);
        case Replied replied -> answer(logged, replied.text());
        case Asked asked -> answer(logged, asked.text());
        default -> {}
      }
    }

    Transcript finish(List<Arrived> open) {
      boolean unanswered = false;
      for (Arrived arrived : open) {
        said(arrived);
        unanswered |= arrived.event().what() instanceof Said;
      }
      return new Transcript(messages, opened, unanswered);
    }

    private void said(Arrived arrived) {
      if (!told.add(arrived.seq())) return;
      switch (arrived.event().what()) {
        case Opened o -> opened = Optional.of(o);
        case Said said ->
            messages.add(new Message("u" + arrived.seq(), true, said.text(), arrived.sentAt()));
        default -> {}
      }
    }

    private void answer(Logged logged, String text) {
      messages.add(new Message("a" + logged.seq(), false, text, logged.at()));
    }
  }
}
