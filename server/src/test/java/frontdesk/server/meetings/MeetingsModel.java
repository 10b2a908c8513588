package frontdesk.server.meetings;

import frontdesk.json.Jsons;
import frontdesk.model.ChatModel;
import frontdesk.model.Message;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import frontdesk.model.ModelRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Calls for what the customer wrote, with nothing but that, and tells what came of it: a pure
/// function of the request.
final class MeetingsModel implements ChatModel {
  static final String NOTHING_OPEN = "There is nothing to confirm.";
  static final String WAITS = "It waits for your yes.";
  static final String A_PERSON = "I do not know yet whether that worked. A person will find out.";
  static final String A_PERSON_SAYS_YES = "A person looked: it worked.";
  static final String DROPPED = "I let that go.";

  private static final Pattern BOOK =
      Pattern.compile("book .*on ([-\\d]+) at ([\\d:]+) for ([^,]+), (\\S+@\\S+)");
  private static final Pattern MOVE = Pattern.compile("move .*to ([-\\d]+) at ([\\d:]+)");
  private static final Pattern CANCEL = Pattern.compile("cancel my meeting");
  private static final Pattern TIME = Pattern.compile("at (\\d\\d:\\d\\d)");
  private static final Pattern NOTE = Pattern.compile("(?s)The outcome of .* is now known: (.*)");

  @Override
  public ModelReply reply(ModelRequest request, Consumer<String> stream) {
    List<Message> news = sinceAnswer(request.messages());
    Optional<Message> newest = news.isEmpty() ? Optional.empty() : Optional.of(news.getLast());
    if (newest.isPresent() && newest.get() instanceof Message.ToolSaid(_, var tool, var content)) {
      JsonNode outcome = Jsons.parse(content);
      return tool.equals("list_meetings") ? listed(news, outcome) : said(told(outcome));
    }
    return outcomes(news).map(MeetingsModel::said).orElseGet(() -> wished(request, wish(news)));
  }

  private static ModelReply wished(ModelRequest request, String text) {
    Matcher book = BOOK.matcher(text);
    if (book.find()) return booking(book);
    boolean aboutOne = MOVE.matcher(text).find() || CANCEL.matcher(text).find();
    if (aboutOne || text.contains("list")) return call("list_meetings", Jsons.object());
    Matcher time = TIME.matcher(text);
    if (time.find()) return call("book_meeting", Jsons.object().put("time", time.group(1)));
    if (text.contains("forget") && !request.forms().isEmpty()) {
      return call("drop_pending", Jsons.object());
    }
    return said(standing(request.messages()));
  }

  private static ModelReply booking(Matcher book) {
    return call(
        "book_meeting",
        Jsons.object()
            .put("date", book.group(1))
            .put("time", book.group(2))
            .put("duration_minutes", 30)
            .put("name", book.group(3))
            .put("email", book.group(4)));
  }

  /// The meetings are there: now for what was wished about one of them.
  private static ModelReply listed(List<Message> news, JsonNode outcome) {
    String id = outcome.path("meetings").path(0).path("meeting_id").asString("");
    Matcher move = MOVE.matcher(wish(news));
    if (id.isEmpty()) return said(told(outcome));
    ObjectNode arguments = Jsons.object().put("meeting_id", id);
    if (move.find()) {
      return call("move_meeting", arguments.put("date", move.group(1)).put("time", move.group(2)));
    }
    boolean cancels = CANCEL.matcher(wish(news)).find();
    return cancels ? call("cancel_meeting", arguments) : said(told(outcome));
  }

  /// What came of calls of earlier turns, the newest last.
  private static Optional<String> outcomes(List<Message> news) {
    Optional<String> told = Optional.empty();
    for (Message message : news) {
      if (!(message instanceof Message.Note(var note))) continue;
      Matcher late = NOTE.matcher(note);
      if (late.matches()) told = Optional.of(told(Jsons.parse(late.group(1))));
    }
    return told;
  }

  private static String told(JsonNode outcome) {
    String text = outcome.path("text").asString("");
    if (!text.isEmpty()) return text;
    String status = outcome.path("status").asString("");
    if (status.contains("not known yet")) return A_PERSON;
    if (status.contains("a person found")) return A_PERSON_SAYS_YES;
    if (!outcome.has("error")) return DROPPED;
    return "Not done: "
        + outcome.path("error").asString("")
        + outcome.path("invalid")
        + " instead "
        + outcome.path("offers");
  }

  /// Where the newest call stands, for somebody who says yes to nothing in particular.
  private static String standing(List<Message> messages) {
    for (Message message : messages.reversed()) {
      if (!(message instanceof Message.ToolSaid(_, _, var content))) continue;
      if (content.contains("not known yet")) return A_PERSON;
      if (content.contains("waits for the customer's approval")) return WAITS;
      break;
    }
    return NOTHING_OPEN;
  }

  private static String wish(List<Message> news) {
    String wish = "";
    for (Message message : news) if (message instanceof Message.Customer(var text)) wish = text;
    return wish;
  }

  private static List<Message> sinceAnswer(List<Message> messages) {
    int from = 0;
    for (int i = 0; i < messages.size(); i++) {
      boolean answer =
          messages.get(i) instanceof Message.Assistant(_, var calls, _, _) && calls.isEmpty();
      if (answer) from = i + 1;
    }
    return messages.subList(from, messages.size());
  }

  private static ModelReply call(String tool, ObjectNode arguments) {
    return ModelReply.calls(new AskedCall("", tool, Jsons.json(arguments).text()));
  }

  private static ModelReply said(String text) {
    return ModelReply.text(text);
  }
}
