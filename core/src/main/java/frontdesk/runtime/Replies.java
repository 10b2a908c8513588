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
    boolean cut = reply.text().length() > Limits.REPLY_CHARACTERS;
    String text = cut ? cut(reply.text()) : reply.text();
    Ending ending = cut && reply.ending() == Ending.COMPLETE ? Ending.CUT : reply.ending();
    return new ModelSaid(text, calls(agent, log, reply.calls()), ending);
  }

  /// A call id is the place of the reply in the log and of the call in the reply: providers leave
  /// ids out and repeat them. The same call under the same id is one call.
  private static List<Call> calls(Agent agent, Log log, List<AskedCall> asked) {
    var calls = new ArrayList<Call>();
    var seen = new HashSet<AskedCall>();
    for (AskedCall one : asked) {
      if (calls.size() == agent.limits().callsPerReply()) break;
      if (!one.id().isEmpty() && !seen.add(one)) continue;
      var id = new CallId((log.lastSeq() + 1) + "." + calls.size());
      calls.add(new Call(id, one.tool(), bounded(one.arguments())));
    }
    return calls;
  }

  private static String bounded(String arguments) {
    return arguments.length() > Limits.ARGUMENT_CHARACTERS
        ? arguments.substring(0, Limits.ARGUMENT_CHARACTERS)
        : arguments;
  }

  private static String cut(String text) {
    int end = Limits.REPLY_CHARACTERS;
    if (Character.isHighSurrogate(text.charAt(end - 1))) end--;
    return text.substring(0, end) + " […]";
  }
}
