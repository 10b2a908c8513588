package frontdesk.tool;

/// How an act is settled when we do not know whether it happened. Never by simply calling again.
public enum Recovery {
  /// The provider enforces our idempotency key: the same request with the same key is safe.
  RETRY_WITH_KEY,
  /// The provider can be asked whether it happened ({@link LooksUp}).
  LOOK_UP_FIRST,
  /// Nobody but a person can find out.
  ASK_HUMAN,
  /// Nobody needs to: what it may have done is undone by itself before long ({@link Hold}). Its
  /// answer is awaited, and what is in doubt after that has failed.
  EXPIRES
}
