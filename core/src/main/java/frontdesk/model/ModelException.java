package frontdesk.model;

import java.time.Duration;
import java.util.Optional;

/// A model could not reply. The message is for operators, never for customers.
public final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Why, in the terms that decide what to do about it.
  public enum Kind {
    RATE_LIMITED,
    QUOTA,
    OVERLOADED,
    TIMEOUT,
    UNAUTHORISED,
    CONTEXT_TOO_LONG,
    INVALID_REQUEST,
    BROKEN
  }

  private final Kind kind;
  private final transient Optional<Duration> retryAfter;

  public ModelException(Kind kind, String message, Optional<Duration> retryAfter) {
    super(message);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  public Kind kind() {
    return kind;
  }

  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
