package frontdesk.bench.peers;

/// Something to talk to. Throws when an answer does not come.
public interface Talks extends AutoCloseable {

  /// Begins a conversation; its id.
  String open();

  /// Says something; the answer.
  String say(String conversation, String text);

  @Override
  default void close() {}
}
