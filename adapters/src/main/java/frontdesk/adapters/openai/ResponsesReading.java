package frontdesk.adapters.openai;

import frontdesk.conversation.Entry.Ending;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonParser;

/// Reads an answer of the Responses API: an object, or events of which only those that say
/// something of the reply are taken up. The items are those that are done; the deltas before only
/// show their text early.
final class ResponsesReading implements Dialect.Reading {
  private final Draft draft;
  private final Set<Long> commentaries = new HashSet<>();
  private boolean inMessage;
  private boolean hasItems;
  private boolean ended;

  ResponsesReading(Draft draft) {
    this.draft = draft;
  }

  @Override
  public boolean ended() {
    return ended;
  }

  @Override
  public boolean saidAll() {
    return ended;
  }

  @Override
  public void whole(byte[] body) {
    try (var parser = Wire.parser(body, body.length)) {
      end(ResponseObject.read(parser, body));
    }
  }

  @Override
  public void event(byte[] data, int length, String name) {
    if (ended) return;
    var event = new Event(name);
    try (var parser = Wire.parser(data, length)) {
      Wire.members(parser, (member, value) -> event.member(member, value, data));
    }
    switch (event.type) {
      case "response.output_item.added" -> event.items.forEach(item -> added(event, item));
      case "response.output_text.delta" -> delta(event);
      case "response.output_item.done" -> event.items.forEach(this::done);
      case "response.completed", "response.incomplete", "response.failed" ->
          event.responses.forEach(this::end);
      case "error" -> throw new ProviderError.Told(ProviderError.of(data, length));
      default -> {} // thoughts, what comes again in the item, and whatever is newer
    }
  }

  private void added(Event event, OutputItem item) {
    if (item.isCommentary()) commentaries.add(event.outputIndex);
  }

  private void delta(Event event) {
    if (commentaries.contains(event.outputIndex)) return;
    beginMessage();
    draft.say(event.delta);
  }

  private void done(OutputItem item) {
    hasItems = true;
    draft.keep(item.raw());
    if (item.isCall()) draft.call(item.callId(), item.name()).add(item.arguments());
    if (!item.isMessage()) return;
    if (!item.refusal().isEmpty()) draft.refuse(item.refusal());
    if (item.isCommentary()) return;
    if (!item.text().isEmpty()) beginMessage();
    if (inMessage) draft.settle(item.text());
    inMessage = false;
  }

  private void beginMessage() {
    if (!inMessage) draft.beginMessage();
    inMessage = true;
  }

  private void end(ResponseObject response) {
    switch (response.status()) {
      case "failed" -> throw new ProviderError.Told(response.error());
      case "cancelled", "queued", "in_progress" -> {
        return; // not done, and nobody will tell when it is
      }
      default -> {}
    }
    if (!hasItems) response.output().forEach(this::done);
    draft.count(response.counts());
    draft.end(ending(response));
    ended = response.isResponse();
  }

  private static Ending ending(ResponseObject response) {
    if (!response.status().equals("incomplete")) return Ending.COMPLETE;
    return response.reason().equals("content_filter") ? Ending.REFUSED : Ending.CUT;
  }

  /// What is looked at of an event.
  private static final class Event {
    private String type;
    private long outputIndex = -1;
    private String delta = "";
    private List<OutputItem> items = List.of();
    private List<ResponseObject> responses = List.of();

    /// @param name its type, for servers that leave it out of the data
    Event(String name) {
      this.type = name;
    }

    private void member(String member, JsonParser value, byte[] data) {
      switch (member) {
        case "type" -> type = Wire.text(value);
        case "output_index" -> outputIndex = Wire.count(value);
        case "delta" -> delta = Wire.text(value);
        case "item" -> items = List.of(OutputItem.read(value, data));
        case "response" -> responses = List.of(ResponseObject.read(value, data));
        case "error" -> {
          // Alone, an error needs no type.
          if (value.isExpectedStartObjectToken() && type.isEmpty()) type = "error";
        }
        default -> {}
      }
    }
  }
}
