package frontdesk.runtime;

import frontdesk.agent.Agent;
import frontdesk.agent.Limits;
import frontdesk.conversation.Call;
import frontdesk.conversation.CallId;
import frontdesk.conversation.Entry.Ending;
import frontdesk.conversation.Entry.ModelSaid;
import frontdesk.conversation.Log;
import frontdesk.conversation.Made;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/// Takes a model's reply into the log: within its bounds, and with call ids that are ours.
final class Replies {
  private Replies() {}

  static ModelSaid said(Agent agent, Log log, ModelReply reply) {
    String text = Texts.cut(reply.text(), Limits.REPLY_CHARACTERS);
    boolean cut = !text.equals(reply.text());
    Ending ending = cut && reply.ending() == Ending.COMPLETE ? Ending.CUT : reply.ending();
    List<Call> calls = calls(agent, log, reply.calls());
    return new ModelSaid(text, calls, ending, made(reply, text, calls));
  }

  /// The provider's own items stand for the reply only while they say what the log says: a call
  /// that was left out would stand there without an outcome.
  private static Made made(ModelReply reply, String text, List<Call> calls) {
    int length = reply.made().items().stream().mapToInt(item -> item.text().length()).sum();
    boolean same = text.equals(reply.text()) && same(calls, reply.calls());
    return same && length <= Limits.ITEMS_CHARACTERS ? reply.made() : reply.made().withoutItems();
  }

  private static boolean same(List<Call> calls, List<AskedCall> asked) {
    if (calls.size() != asked.size()) return false;
    return IntStream.range(0, calls.size())
        .allMatch(i -> calls.get(i).arguments().equals(asked.get(i).arguments()));
  }

  /// A call id is the place of the reply in the log and of the call in the reply: providers leave
  /// ids out and repeat them. The same call under the same id is one call.
  private static List<Call> calls(Agent agent, Log log, List<AskedCall> asked) {
    var calls = new ArrayList<Call>();
    var seen = new HashSet<AskedCall>();
    int length = 0;
    for (AskedCall one : asked) {
      if (calls.size() == agent.limits().callsPerReply()) break;
      if (!one.id().isEmpty() && !seen.add(one)) continue;
      String arguments = Texts.cut(one.arguments(), Limits.ARGUMENT_CHARACTERS);
      length += Texts.length(arguments);
      if (length > Limits.ARGUMENTS_CHARACTERS) break;
      var id = new CallId((log.lastSeq() + 1) + "." + calls.size());
      calls.add(new Call(id, one.tool(), arguments));
    }
    return calls;
  }
}
