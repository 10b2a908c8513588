package frontdesk.server.chat;

import java.util.List;

/// One conversation, as somebody at a terminal has it: in this process, or with a server.
public interface Talk extends AutoCloseable {
  /// What is said instead of an answer while a person has the conversation.
  String WITH_A_PERSON =
      "A person has taken over. They have your message; what they answer will be in the"
          + " conversation.";

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

  /// What came of a message.
  sealed interface Reply {
    String text();

    /// The agent, or a person, answered.
    record Answer(String text) implements Reply {}

    /// The message was taken in, and nobody answers it now: this is why.
    record Notice(String text) implements Reply {}

    /// There is no answer, and this is why.
    record Problem(String text) implements Reply {}
  }

  /// Something that was said.
  record Line(boolean byCustomer, String text) {}
}
