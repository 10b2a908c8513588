package frontdesk.conversation;

import java.util.List;

/// Who speaks. Set by the channel from what it verified, never by a model.
public sealed interface Principal {

  /// Somebody whom the channel tells apart from others, and nothing more.
  record Visitor(String id) implements Principal {}

  /// Somebody with identities, each verified or only claimed.
  record Customer(String id, List<Identity> identities) implements Principal {
    public Customer {
      identities = List.copyOf(identities);
    }
  }

  /// Somebody of the business, who may see every customer's data.
  record Staff(String id) implements Principal {}

  /// Somebody who watches over conversations and may take them over.
  record Operator(String id) implements Principal {}

  /// The server itself: timers, late outcomes.
  record Server() implements Principal {}

  /// One identity of a customer, such as an e-mail address or a card number.
  record Identity(String kind, String value, boolean verified) {}

  /// Whether the conversation is theirs: what it does is done for them.
  default boolean converses() {
    return switch (this) {
      case Visitor _, Customer _, Staff _ -> true;
      case Operator _, Server _ -> false;
    };
  }
}
