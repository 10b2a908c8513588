package frontdesk.rehearsal;

import frontdesk.conversation.Call;
import frontdesk.conversation.CallId;
import frontdesk.conversation.Json;
import frontdesk.conversation.Made;
import frontdesk.engine.Deadline;
import frontdesk.json.Jsons;
import frontdesk.model.Message;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelRequest;
import frontdesk.model.ModelRequest.Form;
import frontdesk.model.Wishes;
import frontdesk.tool.ToolSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// A conversation as it comes to the model, written down step by step. It is Wednesday,
/// 25 November 2026, 10:00 in Bangkok.
final class Conversed {
  private final List<ToolSpec> tools;
  private final List<Message> messages = new ArrayList<>();
  private final List<Form> forms = new ArrayList<>();
  private String locale = "en";
  private int calls;

  private Conversed(List<ToolSpec> tools) {
    this.tools = tools;
  }

  static Conversed with(ToolSpec... tools) {
    return new Conversed(List.of(tools));
  }

  static Conversed aboutMeetings() {
    return new Conversed(Meetings.TOOLS);
  }

  Conversed in(String language) {
    locale = language;
    return this;
  }

  Conversed customer(String text) {
    messages.add(new Message.Customer(text));
    return this;
  }

  Conversed assistant(String text, String... asked) {
    messages.add(new Message.Assistant(text, List.of(), List.of(asked), Made.by("rehearsal")));
    return this;
  }

  Conversed called(String tool, String arguments, String outcome) {
    CallId id = new CallId("c" + calls++);
    var call = new Call(id, tool, arguments);
    messages.add(new Message.Assistant("", List.of(call), List.of(), Made.by("rehearsal")));
    messages.add(new Message.ToolSaid(id, tool, outcome));
    return this;
  }

  Conversed note(String text) {
    messages.add(new Message.Note(text));
    return this;
  }

  Conversed waiting(String tool, String known, String... missing) {
    Json schema =
        tools.stream().filter(t -> t.name().equals(tool)).findFirst().orElseThrow().parameters();
    forms.add(new Form("p" + (forms.size() + 1), tool, schema, new Json(known), List.of(missing)));
    return this;
  }

  ModelRequest request() {
    return new ModelRequest(
        "meetings",
        "",
        tools,
        messages,
        forms,
        locale,
        "Asia/Bangkok",
        Instant.parse("2026-11-25T03:00:00Z"),
        "c",
        Wishes.NONE,
        Optional.empty(),
        false,
        new Deadline(Long.MAX_VALUE));
  }

  ModelReply reply() {
    return new RehearsalModel().reply(request(), _ -> {});
  }

  /// The call that is made, as `tool {arguments}`; of a text, the text.
  String says() {
    ModelReply reply = reply();
    return reply.calls().isEmpty()
        ? reply.text()
        : reply.calls().getFirst().tool() + " " + reply.calls().getFirst().arguments();
  }

  /// The arguments of the call that is made.
  ObjectNode arguments() {
    return Jsons.parseObject(reply().calls().getFirst().arguments());
  }
}
