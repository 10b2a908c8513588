package frontdesk.model;

import frontdesk.conversation.Entry.Ending;
import frontdesk.conversation.Made;
import java.util.List;

/// What a model replied: a text, calls, or both. As the provider said it: call ids may be missing
/// or repeated, arguments may be anything.
public record ModelReply(String text, List<AskedCall> calls, Ending ending, Made made) {
  public ModelReply {
    calls = List.copyOf(calls);
  }

  /// Of a model that says nothing about itself.
  public ModelReply(String text, List<AskedCall> calls, Ending ending) {
    this(text, calls, ending, Made.UNKNOWN);
  }

  public static ModelReply text(String text) {
    return new ModelReply(text, List.of(), Ending.COMPLETE);
  }

  public static ModelReply calls(AskedCall... calls) {
    return new ModelReply("", List.of(calls), Ending.COMPLETE);
  }

  public ModelReply with(Made other) {
    return new ModelReply(text, calls, ending, other);
  }

  /// A call as the provider wrote it. `id` is empty when it gave none.
  public record AskedCall(String id, String tool, String arguments) {}
}
