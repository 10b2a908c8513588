package frontdesk.server.chat;

import java.util.List;

/// One conversation, as somebody at a terminal has it: in this process, or with a server.
public interface Talk extends AutoCloseable {

  /// Says one message and waits for its answer.
  Reply say(String text);

  /// Stops the answer that is being made, if it can.
  void stop();

  /// Begins anew, in another conversation.
  void reset();

  /// What to resume this conversation by.
  String id();

  /// What was said so far, oldest first.
  List<Line> history();

  @Override
  void close();

  /// An answer, or what is said instead of one. `problem`: there is no answer, and this is why.
  record Reply(String text, boolean problem) {}

  /// Something that was said.
  record Line(boolean byCustomer, String text) {}
}
