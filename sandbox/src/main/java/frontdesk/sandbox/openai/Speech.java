package frontdesk.sandbox.openai;

import frontdesk.conversation.Entry.Ending;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import frontdesk.sandbox.openai.Wire.Finish;
import frontdesk.sandbox.openai.Wire.Ids;
import frontdesk.sandbox.openai.Wire.Reasoning;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// What the model says to one request, whichever API it came by.
///
/// @param speaks whether there is a message at all, which may be empty
/// @param calls an id is empty where none is to be given
record Speech(
    boolean thinks,
    String commentary,
    boolean speaks,
    String text,
    String refusal,
    List<AskedCall> calls,
    Finish finish) {
  private static final int TEXT_MAX = 16 * 1024 * 1024;
  private static final int CALLS_MAX = 1_000;

  Speech {
    calls = List.copyOf(calls);
  }

  static Speech of(Play.Cue cue, Asked asked, Supplier<String> newId) {
    Wire wire = cue.wire();
    ModelReply reply = cue.reply();
    boolean only = wire.reasoning() == Reasoning.ONLY;
    boolean thinks = only || (asked.reasons() && wire.reasoning() != Reasoning.NONE);
    List<AskedCall> calls = only ? List.of() : calls(reply.calls(), wire, newId);
    boolean refused = reply.ending() == Ending.REFUSED;
    String text = refused || only ? "" : repeated(reply.text(), wire.repeat());
    String refusal = refused ? reply.text() : "";
    boolean speaks = !only && (!text.isEmpty() || refused || calls.isEmpty());
    var speech = new Speech(thinks, wire.commentary(), speaks, text, refusal, calls, wire.finish());
    return speech.within(asked.outputMax());
  }

  long tokens() {
    long bytes = bytes(commentary) + bytes(text) + bytes(refusal);
    for (AskedCall call : calls) bytes += bytes(call.tool()) + bytes(call.arguments());
    return Usage.tokens(bytes);
  }

  /// What has room: a text that is too long is cut, and what comes after it is not said.
  private Speech within(OptionalInt max) {
    if (max.isEmpty() || tokens() <= max.getAsInt()) return this;
    byte[] all = text.getBytes(StandardCharsets.UTF_8);
    int end = Math.min(all.length, max.getAsInt() * Usage.BYTES_PER_TOKEN);
    while (end > 0 && end < all.length && (all[end] & 0xc0) == 0x80) end--;
    String cut = new String(all, 0, end, StandardCharsets.UTF_8);
    return new Speech(thinks, commentary, true, cut, "", List.of(), Finish.LENGTH);
  }

  private static String repeated(String text, int times) {
    long room = text.isEmpty() ? 1 : TEXT_MAX / text.length();
    return text.repeat((int) Math.min(times, Math.max(1, room)));
  }

  private static List<AskedCall> calls(List<AskedCall> wanted, Wire wire, Supplier<String> newId) {
    var calls = new ArrayList<AskedCall>();
    String same = wanted.isEmpty() ? "" : id(wanted.getFirst(), 0, newId);
    for (AskedCall call : wanted) {
      for (int i = 0; i < wire.repeat() && calls.size() < CALLS_MAX; i++) {
        String id =
            switch (wire.ids()) {
              case Ids.USUAL -> id(call, i, newId);
              case Ids.MISSING -> "";
              case Ids.SAME -> same;
            };
        calls.add(new AskedCall(id, call.tool(), call.arguments()));
      }
    }
    return calls;
  }

  private static String id(AskedCall call, int repetition, Supplier<String> newId) {
    if (call.id().isEmpty()) return "call_" + newId.get();
    return repetition == 0 ? call.id() : call.id() + "_" + repetition;
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
