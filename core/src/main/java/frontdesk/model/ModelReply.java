package frontdesk.model;

import frontdesk.conversation.Entry.Ending;
import java.util.List;

/// What a model replied: a text, calls, or both. As the provider said it: call ids may be missing
/// or repeated, arguments may be anything.
public record ModelReply(String text, List<AskedCall> calls, Ending ending) {
  public ModelReply {
    calls = List.copyOf(calls);
  }

  public static ModelReply text(String text) {
    return new ModelReply(text, List.of(), Ending.COMPLETE);
  }

  public static ModelReply calls(AskedCall... calls) {
    return new ModelReply("", List.of(calls), Ending.COMPLETE);
  }

  /// A call as the provider wrote it. `id` is empty when it gave none.
  public record AskedCall(String id, String tool, String arguments) {}
}
