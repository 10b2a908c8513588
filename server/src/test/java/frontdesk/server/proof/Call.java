package frontdesk.server.proof;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.EventId;
import frontdesk.json.Jsons;
import java.util.Locale;
import java.util.Optional;

/// What a client asks for, however often it has to ask.
///
/// @param customer who asks; each has a letter, which stands in all that they write
/// @param account name of the API key that is sent
/// @param owner the account that made the conversation: another one has no right to it
/// @param peer the conversation's id as the client knows it; empty to create one
/// @param key the Idempotency-Key; empty: none
/// @param text the message, or the external reference of what is created
record Call(
    Kind kind, char customer, String account, String owner, String peer, String key, String text) {

  /// How it is asked for.
  enum Kind {
    CREATE("POST"),
    WRITE("PATCH"),
    READ("GET");

    private final String method;

    Kind(String method) {
      this.method = method;
    }

    String method() {
      return method;
    }
  }

  /// The same, asked for with another account's key.
  Call with(String otherAccount) {
    return new Call(kind, customer, otherAccount, owner, peer, key, text);
  }

  boolean isForeign() {
    return !account.equals(owner);
  }

  boolean hasKey() {
    return !key.isEmpty();
  }

  String path() {
    return "/api/conversations/" + (peer.isEmpty() ? "" : peer + "/");
  }

  /// @param function of the agent that is asked for a conversation
  String body(String function) {
    return switch (kind) {
      case CREATE ->
          Jsons.json(Jsons.object().put("function", function).put("external_ref", text)).text();
      case WRITE -> Jsons.json(Jsons.object().put("message", text)).text();
      case READ -> "";
    };
  }

  ConversationId conversation() {
    return ConversationId.of("rest", owner, peer);
  }

  /// The event that the message becomes, as far as the client chose its name.
  Optional<EventId> event() {
    return hasKey() ? Optional.of(new EventId(conversation() + ":key:" + key)) : Optional.empty();
  }

  @Override
  public String toString() {
    String what = kind == Kind.READ ? "" : " \"" + text + "\"";
    String as = isForeign() ? " as " + account : "";
    return customer
        + as
        + " "
        + kind.toString().toLowerCase(Locale.ROOT)
        + (hasKey() ? " key " + key : "")
        + what;
  }
}
