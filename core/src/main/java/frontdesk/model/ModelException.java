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
    /// There is no such model, or not any more.
    NO_SUCH_MODEL,
    CONTEXT_TOO_LONG,
    INVALID_REQUEST,
    BROKEN
  }

  private final Kind kind;
  private final String code;
  private final transient Optional<Duration> retryAfter;

  /// @param code the provider's own, empty where it gave none
  public ModelException(Kind kind, String code, String message, Optional<Duration> retryAfter) {
    super(message);
    this.kind = kind;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  public ModelException(Kind kind, String message, Optional<Duration> retryAfter) {
    this(kind, "", message, retryAfter);
  }

  public Kind kind() {
    return kind;
  }

  public String code() {
    return code;
  }

  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
