package frontdesk.server.proof;

import frontdesk.conversation.Entry.Ending;
import frontdesk.json.Jsons;
import frontdesk.model.ChatModel;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import frontdesk.model.ModelRequest;
import frontdesk.simulation.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// A model for meetings that now and then does what comes to its mind: invents what nobody said,
/// repeats calls, answers blanks, claims what was not done, and reaches for anybody's meeting.
record FickleModel(ChatModel decent, Chance chance, Provider provider) implements ChatModel {

  @Override
  public ModelReply reply(ModelRequest request, Consumer<String> stream) {
    ModelReply reply = decent.reply(request, stream);
    if (!chance.oneIn(4)) return reply;
    return switch (chance.below(8)) {
      case 0 -> ModelReply.text(" ");
      case 1 -> ModelReply.text("Your meeting is booked. Nothing more to do.");
      case 2 -> twice(reply);
      case 3 -> call("book_meeting", invented());
      case 4 -> call("book_meeting", blank());
      case 5 -> call("cancel_meeting", anybodys());
      case 6 -> call("move_meeting", anybodys().put("time", "16:30"));
      default -> call("wipe_calendar", Jsons.object());
    };
  }

  private static ModelReply twice(ModelReply reply) {
    var calls = new ArrayList<AskedCall>(reply.calls());
    calls.addAll(reply.calls());
    return new ModelReply(reply.text(), calls, Ending.COMPLETE);
  }

  private ObjectNode invented() {
    return Jsons.object()
        .put("date", "2026-01-1" + chance.below(9))
        .put("time", chance.pick(List.of("09:00", "11:30", "15:00")))
        .put("name", "Eve Adams")
        .put("email", "eve@example.com")
        .put("topic", "inheritance");
  }

  private static ObjectNode blank() {
    return Jsons.object()
        .put("date", "")
        .put("time", "TBD")
        .put("name", "unknown")
        .put("email", "");
  }

  private ObjectNode anybodys() {
    List<Deed> deeds = provider.deeds();
    String uid = deeds.isEmpty() ? "1" : chance.pick(deeds).uid();
    return Jsons.object().put("meeting_id", uid);
  }

  private static ModelReply call(String tool, ObjectNode arguments) {
    return ModelReply.calls(new AskedCall("", tool, Jsons.json(arguments).text()));
  }
}
