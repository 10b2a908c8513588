package frontdesk.server.proof;

import frontdesk.conversation.Arrived;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Head;
import frontdesk.conversation.Logged;
import frontdesk.store.Document;
import frontdesk.store.Records;
import java.util.List;
import java.util.Optional;

/// Records to put a bug into.
abstract class PlantedRecords implements Records {
  private final Records records;

  PlantedRecords(Records records) {
    this.records = records;
  }

  @Override
  public Optional<Head> head(ConversationId id) {
    return records.head(id);
  }

  @Override
  public List<Logged> entries(ConversationId id, long afterSeq, int max) {
    return records.entries(id, afterSeq, max);
  }

  @Override
  public List<Arrived> open(ConversationId id) {
    return records.open(id);
  }

  @Override
  public Optional<Place> place(EventId event) {
    return records.place(event);
  }

  @Override
  public Optional<Logged> answer(ConversationId id, long inboxSeq) {
    return records.answer(id, inboxSeq);
  }

  @Override
  public Optional<Document> document(String kind, String key) {
    return records.document(kind, key);
  }

  @Override
  public List<Head> conversations(int max) {
    return records.conversations(max);
  }
}
