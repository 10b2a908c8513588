package frontdesk.model;

import frontdesk.conversation.Json;
import frontdesk.engine.Deadline;
import frontdesk.tool.ToolSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a model is asked. Instructions, tools and older messages are the same from turn to turn,
/// so a provider can cache them; forms and time come after them.
///
/// @param agent name of the agent that speaks
/// @param forms what is being collected: known values and what is still open
/// @param locale language of the customer, `en` or `th`
/// @param zone IANA time zone of the customer
/// @param now the store's time
/// @param conversation stable name for a provider's cache and abuse checks
/// @param format JSON Schema that the text of the reply must follow, where it is not for a customer
/// @param watched whether somebody sees the pieces of the reply as they come: then one that broke
///     off is not begun anew
public record ModelRequest(
    String agent,
    String instructions,
    List<ToolSpec> tools,
    List<Message> messages,
    List<Form> forms,
    String locale,
    String zone,
    Instant now,
    String conversation,
    Wishes wishes,
    Optional<Json> format,
    boolean watched,
    Deadline deadline) {
  public ModelRequest {
    tools = List.copyOf(tools);
    messages = List.copyOf(messages);
    forms = List.copyOf(forms);
  }

  /// The same, to be answered by then.
  public ModelRequest by(Deadline other) {
    return with(wishes, other);
  }

  /// The same, of whichever model.
  public ModelRequest withoutModel() {
    return with(wishes.withoutModel(), deadline);
  }

  /// What all of it takes, estimated.
  public long tokens() {
    return Tokens.estimate(instructions)
        + tools.stream().mapToLong(ModelRequest::tokens).sum()
        + messages.stream().mapToLong(Message::tokens).sum()
        + forms.stream().mapToLong(form -> Tokens.estimate(form.known().text())).sum()
        + format.map(schema -> Tokens.estimate(schema.text())).orElse(0L);
  }

  private static long tokens(ToolSpec tool) {
    return Tokens.estimate(tool.name())
        + Tokens.estimate(tool.description())
        + Tokens.estimate(tool.parameters().text());
  }

  /// The same, with every reply told from its text and calls.
  public ModelRequest withoutItems() {
    List<Message> told = messages.stream().map(ModelRequest::withoutItems).toList();
    return new ModelRequest(
        agent,
        instructions,
        tools,
        told,
        forms,
        locale,
        zone,
        now,
        conversation,
        wishes,
        format,
        watched,
        deadline);
  }

  private static Message withoutItems(Message message) {
    return message instanceof Message.Assistant(var text, var calls, var asked, var made)
        ? new Message.Assistant(text, calls, asked, made.withoutItems())
        : message;
  }

  private ModelRequest with(Wishes otherWishes, Deadline otherDeadline) {
    return new ModelRequest(
        agent,
        instructions,
        tools,
        messages,
        forms,
        locale,
        zone,
        now,
        conversation,
        otherWishes,
        format,
        watched,
        otherDeadline);
  }

  /// Arguments being collected for a tool: schema, what is known, what is still missing.
  ///
  /// @param pending id of the pending call, to name it by; empty for the agent's facts
  public record Form(String pending, String tool, Json schema, Json known, List<String> missing) {
    public Form {
      missing = List.copyOf(missing);
    }
  }
}
