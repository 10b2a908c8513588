package frontdesk.model;

import frontdesk.conversation.Call;
import frontdesk.conversation.CallId;
import frontdesk.conversation.Made;
import java.util.List;

/// One message as a model sees it. In a request every call of an `Assistant` is followed by its
/// `ToolSaid`, in order, before anything else.
public sealed interface Message {
  /// Tokens of what stands around a message's text: its role, ids, separators.
  int AROUND = 8;

  /// The customer wrote.
  record Customer(String text) implements Message {}

  /// The model replied. `asked`: the facts that the message asked the customer for, if it was a
  /// question. `made`: by which model, and with which items of its own.
  record Assistant(String text, List<Call> calls, List<String> asked, Made made)
      implements Message {
    public Assistant {
      calls = List.copyOf(calls);
      asked = List.copyOf(asked);
    }

    /// The provider's own items are not counted as text: a sealed one is many times longer than
    /// what it takes.
    private long ownTokens() {
      long told = Tokens.estimate(text) + calls.stream().mapToLong(Assistant::tokens).sum();
      long counted = made.usage().output() - made.usage().reasoning();
      return Math.max(told, counted) + (long) AROUND * made.items().size();
    }

    private static long tokens(Call call) {
      return AROUND + Tokens.estimate(call.tool()) + Tokens.estimate(call.arguments());
    }
  }

  /// What a call came to: JSON text.
  record ToolSaid(CallId call, String tool, String content) implements Message {}

  /// What it takes of a request, estimated.
  default long tokens() {
    return switch (this) {
      case Customer(var text) -> AROUND + Tokens.estimate(text);
      case Note(var text) -> AROUND + Tokens.estimate(text);
      case ToolSaid said -> AROUND + Tokens.estimate(said.content());
      case Assistant said -> AROUND + said.ownTokens();
    };
  }

  /// Something that happened, told by the server: a stop, a timer, a late outcome.
  record Note(String text) implements Message {}
}
