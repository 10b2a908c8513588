package frontdesk.channel;

import frontdesk.engine.Deadline;
import java.time.Duration;

/// A channel to which messages are sent, such as LINE or Messenger. (The answers of the others,
/// REST or a terminal, are read from the log.)
public interface PushChannel {

  /// The first part of its conversations' ids.
  String name();

  /// Sends a message. The request is written only if `sendBy` has not passed, asked just before it
  /// is written (else `NotSent`), and takes {@link #timeLimit} at most. `Unknown` whenever the
  /// message may have been delivered and the answer does not say.
  Delivery send(Sending sending, Deadline sendBy);

  /// What can be done about a message that may have been delivered.
  Doubt doubt();

  /// How long one request takes at most.
  Duration timeLimit();

  /// How long to wait for a customer to finish writing.
  Quiet quiet();

  /// What can be done about a message that may have been delivered.
  enum Doubt {
    /// The platform enforces our key: the same message with the same key is safe.
    KEY,
    /// The platform can be asked ({@link ReadsBack}).
    READ_BACK,
    /// Nothing. It is sent once more, which may be one time too many, and then given up.
    NOTHING
  }

  /// A turn begins when no message came for `window`, or when the oldest has waited for `most`.
  record Quiet(Duration window, Duration most) {
    /// It begins at once.
    public static final Quiet NONE = new Quiet(Duration.ZERO, Duration.ZERO);

    public Quiet {
      if (window.isNegative() || most.compareTo(window) < 0) {
        throw new IllegalArgumentException("A quiet window is not negative, nor above its most");
      }
    }
  }
}
