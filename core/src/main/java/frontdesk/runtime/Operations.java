package frontdesk.runtime;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Head;
import frontdesk.conversation.Logged;
import frontdesk.json.Jsons;
import frontdesk.store.Archives;
import frontdesk.store.Document;
import frontdesk.store.EntryFormat;
import frontdesk.store.Records;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What operators do with conversations, from a shell or over the API.
public final class Operations {
  private static final int LIST_MAX = 200;
  private static final int ENTRIES_MAX = 10_000;

  /// What to tell somebody who has to try again.
  public static final String NOT_AT_REST =
      "the conversation is being worked on; try again when it rests";

  private final Records records;
  private final Archives archives;

  public Operations(Records records, Archives archives) {
    this.records = records;
    this.archives = archives;
  }

  /// `[{"conversation","agent","status","open_events","appends"}]`, the newest first.
  public ArrayNode list() {
    ArrayNode list = Jsons.array();
    for (Head head : records.conversations(LIST_MAX)) list.add(summary(head));
    return list;
  }

  /// A conversation with its whole log; empty when there is none.
  public Optional<ObjectNode> show(ConversationId id) {
    return records.head(id).map(this::shown);
  }

  /// The lines of a conversation at rest; empty when there is none. It stays in the store.
  ///
  /// @throws NotAtRest it is being worked on
  public Optional<List<String>> export(ConversationId id) {
    return archives
        .read(id)
        .map(
            archived -> {
              if (archived.head().hasOpenEvents()) throw new NotAtRest();
              return ArchiveFile.write(archived);
            });
  }

  /// Removes a conversation whose lines are safe, if nothing happened since they were written.
  ///
  /// @param version that of the archive's first line
  public boolean remove(ConversationId id, long version) {
    return records
        .head(id)
        .filter(head -> head.version() == version && !head.hasOpenEvents())
        .map(archives::remove)
        .orElse(false);
  }

  /// Puts a conversation back. False when there is one of that id.
  ///
  /// @throws frontdesk.json.InvalidSettings the lines are no archive
  public boolean restore(List<String> lines) {
    return archives.restore(ArchiveFile.read(lines));
  }

  private ObjectNode summary(Head head) {
    JsonNode state =
        records
            .document(Projection.CONVERSATION, head.id().value())
            .map(Document::body)
            .map(Jsons::parse)
            .orElseGet(Jsons::object);
    ObjectNode summary = Jsons.object().put("conversation", head.id().value());
    summary.put("agent", state.path("agent").asString(""));
    summary.put("status", state.path("status").asString("open"));
    summary.put("open_events", head.inboxSeq() - head.consumedThrough());
    summary.put("appends", head.version());
    return summary;
  }

  private ObjectNode shown(Head head) {
    ObjectNode shown = summary(head);
    shown.put("epoch", head.epoch());
    head.wakeAt().ifPresent(at -> shown.put("waits_until", at.toString()));
    ArrayNode entries = shown.putArray("entries");
    for (Logged logged : records.entries(head.id(), 0, ENTRIES_MAX)) {
      ObjectNode entry = entries.addObject().put("seq", logged.seq());
      entry.put("at", logged.at().toString()).set("entry", json(logged.entry()));
    }
    ArrayNode open = shown.putArray("open");
    records.open(head.id()).forEach(a -> open.add(Jsons.parse(EntryFormat.write(a.event()))));
    return shown;
  }

  private static JsonNode json(Entry entry) {
    return Jsons.parse(EntryFormat.write(entry));
  }

  /// The conversation is being worked on: try again when it rests.
  public static final class NotAtRest extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotAtRest() {
      super(NOT_AT_REST);
    }
  }
}
