package frontdesk.server.chat;

/// A conversation could not be begun or read; the message is for whoever sits at the terminal.
public final class TalkException extends RuntimeException {
  private static final long serialVersionUID = 1;

  TalkException(String message) {
    super(message);
  }
}
