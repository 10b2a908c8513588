package frontdesk.runtime;

/// What became of what an operator wanted.
public sealed interface Handled {

  /// It is durable. What takes effect when accepted is in force; what needs a turn gets one.
  ///
  /// @param status of the conversation, as of now
  record Accepted(String status) implements Handled {}

  /// There is no conversation of that id.
  record NoConversation() implements Handled {}

  /// What was given cannot be taken, and why.
  record Wrong(String problem) implements Handled {}

  /// There is nothing that it could be about, and why. Nothing was changed.
  record InVain(String why) implements Handled {}
}
