package frontdesk.server;

import frontdesk.model.ChatModel;
import java.util.Optional;
import java.util.function.Supplier;

/// The model that a server runs with.
///
/// @param answers customers
/// @param sumsUp what gets too long, where it can
/// @param problem why it does not answer now, in a line for operators
public record Model(
    ChatModel answers, Optional<ChatModel> sumsUp, Supplier<Optional<String>> problem) {

  /// One that needs no provider.
  public static Model plain(ChatModel model) {
    return new Model(model, Optional.empty(), Optional::empty);
  }
}
