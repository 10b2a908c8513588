package frontdesk.server.proof;

import frontdesk.json.Jsons;
import frontdesk.model.ChatModel;
import frontdesk.model.Message;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import frontdesk.model.ModelRequest;
import frontdesk.model.ModelRequest.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A model for meetings that does as it is told: calls the tool with what the customer said, asks
/// for what is missing, and says what came of it. Reads no more English than {@link Wishes} has.
final class DecentModel implements ChatModel {
  static final String NEEDS = "I need";
  static final String FREE = "Free would be:";
  static final String SMALL_TALK = "I can book, list, move and cancel meetings.";
  private static final String KNOWN = " is now known: ";
  private static final Map<String, Pattern> VALUES =
      Map.of(
          "date", Pattern.compile("\\bon (\\d{4}-\\d\\d-\\d\\d)"),
          "time", Pattern.compile("\\bat (\\d\\d:\\d\\d)"),
          "name", Pattern.compile("\\bname is (\\w+ \\w+)"),
          "email", Pattern.compile("\\bmail is (\\S+@\\S+\\.com)"));

  @Override
  public ModelReply reply(ModelRequest request, Consumer<String> stream) {
    String said = said(request.messages());
    return switch (request.messages().getLast()) {
      case Message.ToolSaid told -> told(said, told);
      case Message.Note(var text) when text.contains(KNOWN) -> {
        JsonNode known = Jsons.parse(text.substring(text.indexOf(KNOWN) + KNOWN.length()));
        yield ModelReply.text(inWords(known));
      }
      case Message.Note _, Message.Customer _, Message.Assistant _ -> heard(request, said);
    };
  }

  /// What the customer said since they were answered last.
  private static String said(List<Message> messages) {
    var texts = new ArrayList<String>();
    for (Message message : messages.reversed()) {
      if (message instanceof Message.Assistant a && a.calls().isEmpty()) break;
      if (message instanceof Message.Customer(var text)) texts.addFirst(text);
    }
    return String.join("\n", texts);
  }

  private static ModelReply heard(ModelRequest request, String said) {
    Optional<Form> open = request.forms().reversed().stream().findFirst();
    ObjectNode values = values(said);
    if (said.contains(Wishes.FORGET)) {
      return open.isEmpty()
          ? ModelReply.text("All right.")
          : call("drop_pending", Jsons.object().put("pending", open.get().pending()));
    }
    boolean ofOne = said.contains(Wishes.CANCEL) || said.contains(Wishes.MOVE);
    if (ofOne || said.contains(Wishes.LIST)) return call("list_meetings", Jsons.object());
    if (said.contains(Wishes.BOOK)) return call("book_meeting", values);
    if (open.isPresent() && !values.isEmpty()) {
      return call(open.get().tool(), fitting(open.get().tool(), values));
    }
    return ModelReply.text(SMALL_TALK);
  }

  private static ObjectNode fitting(String tool, ObjectNode values) {
    if (tool.equals("move_meeting")) values.retain("date", "time");
    if (tool.equals("cancel_meeting")) values.removeAll();
    return values;
  }

  private static ModelReply told(String said, Message.ToolSaid told) {
    JsonNode content = Jsons.parse(told.content());
    boolean which = content.path("missing").toString().contains("\"pending\"");
    if (which && content.path("offers").size() > 0) {
      JsonNode newest = content.path("offers").get(content.path("offers").size() - 1);
      ObjectNode arguments = fitting(told.tool(), values(said));
      return call(told.tool(), arguments.put("pending", newest.path("pending").asString("")));
    }
    JsonNode first = content.path("meetings").path(0);
    if (told.tool().equals("list_meetings") && first.isObject()) {
      ObjectNode one = Jsons.object().put("meeting_id", first.path("meeting_id").asString(""));
      if (said.contains(Wishes.CANCEL)) return call("cancel_meeting", one);
      if (said.contains(Wishes.MOVE)) {
        return call("move_meeting", one.setAll(fitting("move_meeting", values(said))));
      }
    }
    return ModelReply.text(inWords(content));
  }

  private static String inWords(JsonNode outcome) {
    if (outcome.has("text")) return outcome.path("text").asString("");
    if (outcome.has("missing")) return needs(outcome);
    if (outcome.has("error")) return "That did not work: " + outcome.path("error").asString("");
    if (outcome.has("dropped")) return "All right, I will not do that.";
    return "I do not know yet what came of it: " + outcome.path("note").asString("");
  }

  private static String needs(JsonNode outcome) {
    var parts = new ArrayList<String>();
    String missing =
        outcome
            .path("missing")
            .valueStream()
            .map(JsonNode::asString)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) parts.add(NEEDS + " " + missing + ".");
    outcome
        .path("invalid")
        .properties()
        .forEach(p -> parts.add("The " + p.getKey() + " will not do: " + p.getValue().asString()));
    String offers =
        outcome
            .path("offers")
            .valueStream()
            .map(o -> o.path("date").asString("") + " " + o.path("time").asString(""))
            .collect(Collectors.joining("; "));
    if (!offers.isEmpty()) parts.add(FREE + " " + offers);
    return String.join("\n", parts);
  }

  /// What is said last counts.
  private static ObjectNode values(String said) {
    ObjectNode values = Jsons.object();
    for (String name : List.of("date", "time", "name", "email")) {
      Matcher found = Optional.ofNullable(VALUES.get(name)).orElseThrow().matcher(said);
      while (found.find()) values.put(name, found.group(1));
    }
    return values;
  }

  private static ModelReply call(String tool, ObjectNode arguments) {
    return ModelReply.calls(new AskedCall("", tool, Jsons.json(arguments).text()));
  }
}
