package frontdesk.model;

import java.util.function.Consumer;

/// Something that answers a conversation: a provider, or one of the models that need none.
@FunctionalInterface
public interface ChatModel {

  /// The next reply. Pieces of its text are passed to `stream` as they come; the returned reply is
  /// the only truth.
  ///
  /// @throws ModelException no reply could be had
  ModelReply reply(ModelRequest request, Consumer<String> stream);
}
