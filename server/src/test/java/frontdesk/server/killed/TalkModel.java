package frontdesk.server.killed;

import frontdesk.conversation.Call;
import frontdesk.conversation.CallId;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry.Ending;
import frontdesk.json.Jsons;
import frontdesk.model.ChatModel;
import frontdesk.model.Message;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import frontdesk.model.ModelRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Does what the customers wish, and says of each wish by its number what came of it: a pure
/// function of the request, which it refuses if it is not legal (I5).
record TalkModel(Arm arm) implements ChatModel {
  private static final Pattern WISH = Pattern.compile("([a-z]+) (\\d+)");
  private static final Pattern LATE =
      Pattern.compile("The outcome of an earlier call of \\w+ is now known: (.*)");
  private static final Pattern SLOT = Pattern.compile("\"slot\":\"[^\"]*#(\\d+)\"");

  @Override
  public ModelReply reply(ModelRequest request, Consumer<String> stream) {
    var id = new ConversationId(request.conversation());
    arm.pass(Moment.BEFORE_MODEL, id);
    ModelReply reply = reply(request);
    arm.pass(Moment.AFTER_MODEL, id);
    return reply;
  }

  private static ModelReply reply(ModelRequest request) {
    refuseUnpaired(request.messages());
    List<Message> news = sinceLastAnswer(request.messages());
    Map<String, String> outcomes = outcomes(news);
    var calls = new ArrayList<AskedCall>();
    var said = new StringBuilder();
    for (Message message : news) {
      switch (message) {
        case Message.Customer(var text) -> {
          Matcher wish = WISH.matcher(text);
          if (!wish.matches()) throw new IllegalStateException("No wish: " + text);
          String slot = request.conversation() + "#" + wish.group(2);
          if (Wish.of(wish.group(1)) == Wish.SAY) {
            said.append(wish.group(2)).append(":said ");
          } else if (outcomes.containsKey(slot)) {
            said.append(wish.group(2)).append(status(outcomes.get(slot)));
          } else {
            calls.add(new AskedCall("", wish.group(1), arguments(slot)));
          }
        }
        case Message.Note(var text) -> said.append(late(text));
        case Message.Assistant _, Message.ToolSaid _ -> {}
      }
    }
    return calls.isEmpty()
        ? ModelReply.text(said.isEmpty() ? "nothing new" : said.toString())
        : new ModelReply("", calls, Ending.COMPLETE);
  }

  /// Of wishes that were called for since: slot to outcome.
  private static Map<String, String> outcomes(List<Message> news) {
    var slots = new HashMap<CallId, String>();
    var outcomes = new HashMap<String, String>();
    for (Message message : news) {
      if (message instanceof Message.Assistant(_, var calls, _, _)) {
        for (Call call : calls) {
          slots.put(call.id(), Jsons.parseObject(call.arguments()).path("slot").asString(""));
        }
      }
      if (message instanceof Message.ToolSaid(var call, _, var content)) {
        outcomes.put(slots.getOrDefault(call, ""), content);
      }
    }
    return outcomes;
  }

  private static List<Message> sinceLastAnswer(List<Message> messages) {
    int from = 0;
    for (int i = 0; i < messages.size(); i++) {
      if (messages.get(i) instanceof Message.Assistant(_, var calls, _, _) && calls.isEmpty()) {
        from = i + 1;
      }
    }
    return messages.subList(from, messages.size());
  }

  private static String late(String note) {
    Matcher late = LATE.matcher(note);
    if (!late.matches()) return "";
    Matcher slot = SLOT.matcher(late.group(1));
    return "late " + (slot.find() ? slot.group(1) : "") + status(late.group(1));
  }

  private static String status(String outcome) {
    if (outcome.contains("not known yet")) return ":unclear ";
    return outcome.contains("\"error\"") ? ":refused " : ":done ";
  }

  private static String arguments(String slot) {
    return Jsons.json(Jsons.object().put("slot", slot)).text();
  }

  private static void refuseUnpaired(List<Message> messages) {
    var open = new HashSet<CallId>();
    for (Message message : messages) {
      switch (message) {
        case Message.Assistant(_, var calls, _, _) -> {
          refuse(!open.isEmpty());
          calls.forEach(call -> refuse(!open.add(call.id())));
        }
        case Message.ToolSaid(var call, _, _) -> refuse(!open.remove(call));
        case Message.Customer _, Message.Note _ -> refuse(!open.isEmpty());
      }
    }
    refuse(!open.isEmpty());
  }

  private static void refuse(boolean illegal) {
    if (illegal) throw new IllegalStateException("A request whose calls are not paired");
  }
}
