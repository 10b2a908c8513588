package frontdesk.sqlite;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Snapshot;
import frontdesk.store.BodyCodec;
import frontdesk.store.Effects.Outbound;
import frontdesk.store.EntryFormat;
import frontdesk.store.UnreadableEntry;
import java.util.function.Function;

/// Bodies as they are kept: in the format of the store, sealed by its codec.
record Bodies(BodyCodec codec) {

  String seal(ConversationId id, Entry entry) {
    return codec.seal(id, EntryFormat.write(entry));
  }

  String seal(InboundEvent event) {
    return codec.seal(event.conversation(), EntryFormat.write(event));
  }

  String seal(ConversationId id, Snapshot snapshot) {
    return codec.seal(id, EntryFormat.write(snapshot));
  }

  String seal(ConversationId id, Outbound outbound) {
    return codec.seal(id, EntryFormat.write(outbound));
  }

  Outbound outbound(ConversationId id, String sealed) {
    return read(id, sealed, EntryFormat::readOutbound);
  }

  Entry entry(ConversationId id, String sealed) {
    return read(id, sealed, EntryFormat::readEntry);
  }

  InboundEvent event(ConversationId id, String sealed) {
    return read(id, sealed, EntryFormat::readEvent);
  }

  Snapshot snapshot(ConversationId id, String sealed) {
    return read(id, sealed, EntryFormat::readSnapshot);
  }

  private <T> T read(ConversationId id, String sealed, Function<String, T> format) {
    try {
      return format.apply(codec.open(id, sealed));
    } catch (UnreadableEntry e) {
      throw new UnreadableEntry("Conversation " + id + " is refused: " + e.getMessage());
    }
  }
}
