package frontdesk.store;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Log;
import java.util.List;

/// Where logs are kept. Offers whole intentions, no locks. What it returns from is durable.
///
/// All methods throw {@link StoreException} when the store cannot be used.
public interface Journal {
  /// At most this many events in one `accept`.
  int ACCEPT_MAX = 50;

  /// At most this many entries in one `append`: what the weakest store takes.
  int APPEND_MAX = 25;

  /// Bytes of one entry.
  int ENTRY_BYTES_MAX = 256 * 1024;

  /// Takes events in, in one transaction: each gets its place in its conversation's inbox. An
  /// event whose id is known is not taken again. Never changes a version, so a running turn goes
  /// on; raises the epoch and ends waits where the event says so.
  List<Acceptance> accept(List<InboundEvent> events);

  /// The log as it stands. Of a conversation that does not exist: an empty one.
  Log load(ConversationId id);

  /// Appends the log's unsaved entries and applies the effects, in one transaction, if nobody
  /// else appended since it was loaded and if entries that need the epoch still have it. The
  /// returned log continues it; it keeps the epoch of the load, so that a turn cannot outlive a
  /// stop.
  ///
  /// @throws Fenced somebody else was first, and nothing was written
  Log append(Log log, Effects effects);

  /// Conversations with something to do: open events, and no wait or one that is over. Due timers
  /// become events here, in the same transaction as they are removed.
  List<ConversationId> waiting(int max);

  /// Removes all content and leaves a tombstone: the ids of its events stay taken.
  void erase(ConversationId id);
}
