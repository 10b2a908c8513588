package frontdesk.adapters.openai;

import frontdesk.conversation.Json;
import tools.jackson.core.JsonParser;

/// One item of an output of the Responses API: a message, a call, thoughts, or anything newer.
///
/// @param phase of a message; what is said in the phase `commentary` is not the answer
/// @param text of a message
/// @param refusal of a message: words in place of an answer; empty when it did not refuse
/// @param raw as the provider wrote it
record OutputItem(
    String type,
    String phase,
    String text,
    String refusal,
    String callId,
    String name,
    String arguments,
    Json raw) {

  /// Reads the item at which the parser of `bytes` stands.
  static OutputItem read(JsonParser parser, byte[] bytes) {
    int start = Wire.start(parser);
    var reader = new Reader();
    Wire.members(parser, reader::member);
    return new OutputItem(
        reader.type,
        reader.phase,
        reader.text.toString(),
        reader.refusal.toString(),
        reader.callId,
        reader.name,
        reader.arguments,
        Wire.raw(parser, bytes, start));
  }

  boolean isCall() {
    return type.equals("function_call");
  }

  boolean isMessage() {
    return type.equals("message");
  }

  boolean isCommentary() {
    return phase.equals("commentary");
  }

  private static final class Reader {
    private String type = "";
    private String phase = "";
    private String callId = "";
    private String name = "";
    private String arguments = "";
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder refusal = new StringBuilder();

    private void member(String member, JsonParser value) {
      switch (member) {
        case "type" -> type = Wire.text(value);
        case "phase" -> phase = Wire.text(value);
        case "call_id" -> callId = Wire.text(value);
        case "name" -> name = Wire.text(value);
        case "arguments" -> arguments = Wire.text(value);
        case "content" -> Wire.items(value, part -> Wire.members(part, this::part));
        default -> {}
      }
    }

    /// Only parts that refuse have a `refusal`, and only the text of an answer is left: thoughts
    /// are items of their own.
    private void part(String member, JsonParser value) {
      switch (member) {
        case "text" -> text.append(Wire.text(value));
        case "refusal" -> refusal.append(Wire.text(value));
        default -> {}
      }
    }
  }
}
