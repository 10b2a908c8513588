package frontdesk.adapters.calcom;

import frontdesk.conversation.Outcome;
import java.time.Duration;
import java.util.Optional;

/// The provider did not do as asked, or nobody knows. Says what was asked and the status, never the
/// provider's words: they may repeat what a customer said, or the key.
final class CalComException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// What that means.
  enum Kind {
    /// Nothing was sent: no connection, or no time.
    UNREACHED,
    /// Too many requests: nothing was done.
    THROTTLED,
    /// The key is not taken: nothing was done.
    UNAUTHORISED,
    /// There is none of that id.
    NO_SUCH,
    /// Somebody else has the time, it says. It may say so of what it has just booked.
    TAKEN,
    /// In the past, within the notice, or too far ahead.
    OUT_OF_BOUNDS,
    /// Another refusal.
    REFUSED,
    /// The server failed, the connection broke off, or the answer is not to be believed: it may
    /// have been done.
    UNCLEAR
  }

  private final Kind kind;
  private final int status;
  private final transient Optional<Duration> again;

  /// With a status of 0 there was no answer.
  ///
  /// @param again after how long a look may be tried once more; empty when that would not help
  CalComException(Kind kind, int status, String what, Optional<Duration> again) {
    super(what);
    this.kind = kind;
    this.status = status;
    this.again = again;
  }

  Kind kind() {
    return kind;
  }

  int status() {
    return status;
  }

  Optional<Duration> again() {
    return again;
  }

  String what() {
    return String.valueOf(getMessage());
  }

  /// What came of a look, and of an act that had not begun.
  Outcome.Failed failed() {
    return switch (kind) {
      case UNREACHED, THROTTLED, UNCLEAR -> new Outcome.Failed(what(), true);
      case UNAUTHORISED, NO_SUCH, TAKEN, OUT_OF_BOUNDS, REFUSED ->
          new Outcome.Failed(what(), false);
    };
  }

  /// What came of an attempt to act that asked something first and did not get that far.
  Outcome beforeActing() {
    return switch (kind) {
      case UNREACHED, THROTTLED, UNCLEAR -> new Outcome.NotSent(what());
      case UNAUTHORISED, NO_SUCH, TAKEN, OUT_OF_BOUNDS, REFUSED -> failed();
    };
  }
}
