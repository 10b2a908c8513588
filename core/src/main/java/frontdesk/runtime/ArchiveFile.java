package frontdesk.runtime;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Head;
import frontdesk.conversation.Json;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Owner;
import frontdesk.json.InvalidJson;
import frontdesk.json.InvalidSettings;
import frontdesk.json.Jsons;
import frontdesk.store.Archives.Archived;
import frontdesk.store.Document;
import frontdesk.store.EntryFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One conversation as JSON lines: first its head, then its entries, oldest first, then its
/// documents. Entries stand in the format of the store, so a file of an older version stays
/// readable.
public final class ArchiveFile {
  private static final int FORMAT = 1;

  private ArchiveFile() {}

  /// The lines of a conversation.
  public static List<String> write(Archived archived) {
    var lines = new ArrayList<String>();
    lines.add(Jsons.json(head(archived)).text());
    for (Logged logged : archived.entries()) {
      ObjectNode line = Jsons.object().put("seq", logged.seq()).put("at", logged.at().toString());
      line.set("entry", Jsons.parse(EntryFormat.write(logged.entry())));
      lines.add(Jsons.json(line).text());
    }
    for (Document document : archived.documents()) {
      ObjectNode line = Jsons.object().put("document", document.kind()).put("key", document.key());
      line.set("body", Jsons.parse(document.body()));
      lines.add(Jsons.json(line).text());
    }
    return lines;
  }

  /// The conversation of such lines.
  ///
  /// @throws InvalidSettings with the number of the line that is wrong
  public static Archived read(List<String> lines) {
    if (lines.isEmpty()) throw new InvalidSettings(List.of("line 1: the file is empty"));
    var entries = new ArrayList<Logged>();
    var documents = new ArrayList<Document>();
    int number = 1;
    try {
      Head head = head(Jsons.parse(lines.getFirst()));
      for (String text : lines.subList(1, lines.size())) {
        number++;
        JsonNode line = Jsons.parse(text);
        if (line.has("entry")) entries.add(entry(line, entries.size() + 1));
        else documents.add(document(line, head.id()));
      }
      if (entries.size() != Jsons.parse(lines.getFirst()).path("entries").asInt(-1)) {
        throw new InvalidSettings(List.of("line " + number + ": the file ends too early"));
      }
      return new Archived(head, entries, documents);
    } catch (InvalidJson | IllegalArgumentException | DateTimeException e) {
      throw new InvalidSettings(List.of("line " + number + ": " + e.getMessage()));
    }
  }

  private static ObjectNode head(Archived archived) {
    Head head = archived.head();
    return Jsons.object()
        .put("format", FORMAT)
        .put("conversation", head.id().value())
        .put("version", head.version())
        .put("inbox_seq", head.inboxSeq())
        .put("epoch", head.epoch())
        .put("owner", head.owner().name())
        .put("entries", archived.entries().size());
  }

  private static Head head(JsonNode line) {
    if (line.path("format").asInt(0) != FORMAT) {
      throw new IllegalArgumentException("not an archive of format " + FORMAT);
    }
    return new Head(
        new ConversationId(line.path("conversation").asString("")),
        line.path("version").asLong(0),
        line.path("inbox_seq").asLong(0),
        line.path("inbox_seq").asLong(0),
        line.path("epoch").asLong(0),
        Owner.valueOf(line.path("owner").asString("")),
        Optional.empty());
  }

  private static Logged entry(JsonNode line, long seq) {
    if (line.path("seq").asLong(0) != seq) {
      throw new IllegalArgumentException("entry " + seq + " is missing");
    }
    Instant at = Instant.parse(line.path("at").asString(""));
    return new Logged(seq, at, EntryFormat.readEntry(line.get("entry").toString()));
  }

  private static Document document(JsonNode line, ConversationId id) {
    if (!line.has("document") || !line.has("body")) {
      throw new IllegalArgumentException("neither an entry nor a document");
    }
    Json body = Jsons.json(line.get("body"));
    return new Document(
        line.path("document").asString(""), line.path("key").asString(""), id, body);
  }
}
