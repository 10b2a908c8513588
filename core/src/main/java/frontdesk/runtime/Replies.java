package frontdesk.runtime;

import frontdesk.agent.Agent;
import frontdesk.agent.Limits;
import frontdesk.conversation.Call;
import frontdesk.conversation.CallId;
import frontdesk.conversation.Entry.Ending;
import frontdesk.conversation.Entry.ModelSaid;
import frontdesk.conversation.Log;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Takes a model's reply into the log: within its bounds, and with call ids that are ours.
final class Replies {
  private Replies() {}

  static ModelSaid said(Agent agent, Log log, ModelReply reply) {
    String text = Texts.cut(reply.text(), Limits.REPLY_CHARACTERS);
    boolean cut = !text.equals(reply.text());
    Ending ending = cut && reply.ending() == Ending.COMPLETE ? Ending.CUT : reply.ending();
    return new ModelSaid(text, calls(agent, log, reply.calls()), ending);
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
