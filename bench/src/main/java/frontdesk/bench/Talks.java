package frontdesk.bench;

/// Something to talk to. Throws when an answer does not come.
interface Talks extends AutoCloseable {

  /// Begins a conversation; its id.
  String open();

  /// Says something; the answer.
  String say(String conversation, String text);

  /// The conversation will not be used again.
  default void leave(String conversation) {}

  @Override
  default void close() {}
}
