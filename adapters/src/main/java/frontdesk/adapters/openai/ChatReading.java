package frontdesk.adapters.openai;

import frontdesk.conversation.Entry.Ending;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads a chat completion: an object, or chunks of one. One choice is asked for; were there more,
/// all would be read as one.
final class ChatReading implements Dialect.Reading {
  private final Draft draft;
  private final ChatCalls calls;
  private boolean inPieces;
  private boolean counted;
  private boolean ended;

  ChatReading(Draft draft) {
    this.draft = draft;
    this.calls = new ChatCalls(draft);
  }

  @Override
  public boolean ended() {
    return ended;
  }

  /// Usage comes with the end or behind it.
  @Override
  public boolean saidAll() {
    return ended && counted;
  }

  @Override
  public void whole(byte[] body) {
    read(body, body.length);
  }

  @Override
  public void event(byte[] data, int length, String name) {
    inPieces = true;
    read(data, length);
  }

  private void read(byte[] data, int length) {
    counted = false;
    try (var parser = Wire.parser(data, length)) {
      Wire.members(parser, (member, value) -> member(member, value, data));
    }
  }

  private void member(String member, JsonParser value, byte[] data) {
    switch (member) {
      case "choices" -> Wire.items(value, c -> Wire.members(c, (m, v) -> choice(m, v, data)));
      case "usage" -> {
        counted = value.isExpectedStartObjectToken();
        if (counted) draft.count(Counts.read(value));
      }
      case "error" -> {
        if (value.currentToken() != JsonToken.VALUE_NULL) {
          throw new ProviderError.Told(ProviderError.of(value));
        }
      }
      default -> {}
    }
  }

  private void choice(String member, JsonParser value, byte[] data) {
    switch (member) {
      case "message" -> message(value, data);
      case "delta" -> Wire.members(value, (m, v) -> said(m, v, data));
      case "finish_reason" -> finish(Wire.text(value));
      default -> {}
    }
  }

  private void message(JsonParser value, byte[] data) {
    if (inPieces) return; // what the pieces have said
    Wire.members(value, (m, v) -> said(m, v, data));
    ended = true; // a whole one needs no reason to end
  }

  private void said(String member, JsonParser value, byte[] data) {
    switch (member) {
      case "content" -> content(value);
      case "refusal" -> {
        String words = Wire.text(value);
        if (!words.isEmpty()) draft.refuse(words);
      }
      case "tool_calls" -> Wire.items(value, call -> calls.read(call, data, inPieces));
      default -> {} // thoughts of servers that show them, and whatever is newer
    }
  }

  /// A text, or a list of parts as some servers write it, of which those of type `text` are said.
  private void content(JsonParser value) {
    draft.say(Wire.text(value));
    Wire.items(value, part -> Wire.members(part, this::part));
  }

  private void part(String member, JsonParser value) {
    if (member.equals("text")) draft.say(Wire.text(value));
  }

  private void finish(String reason) {
    if (reason.isEmpty()) return;
    ended = true;
    switch (reason) {
      case "length" -> draft.end(Ending.CUT);
      case "content_filter" -> draft.end(Ending.REFUSED);
      default -> draft.end(Ending.COMPLETE);
    }
  }
}
