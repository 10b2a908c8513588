package frontdesk.model.provider;

import frontdesk.engine.Threads;
import frontdesk.model.ModelException;
import java.time.Duration;
import java.util.Optional;

/// Spares a provider that is down, and those who wait for it: after failures that will not pass by
/// themselves, at once; after many others in a row. While it is open nothing is asked; then one
/// request tries, and the rest waits for what becomes of it.
final class Circuit {
  /// Failures in a row, of all conversations together, that say the provider is down.
  static final int FAILURES_MAX = 10;

  private static final Duration DOWN_MIN = Duration.ofSeconds(5);
  private static final Duration DOWN_MAX = Duration.ofMinutes(1);
  // Whoever set the wrong key, or has to pay, takes longer to notice.
  private static final Duration REFUSED_MIN = Duration.ofMinutes(1);
  private static final Duration REFUSED_MAX = Duration.ofMinutes(10);

  private final Threads threads;
  private int failures;
  private int openings;
  private long closesAt;
  private boolean trying;
  private Optional<ModelException> cause = Optional.empty();

  Circuit(Threads threads) {
    this.threads = threads;
  }

  /// Does nothing while requests are let through.
  ///
  /// @throws CircuitOpen why they are not, and for how long
  synchronized void look() {
    if (cause.isEmpty()) return;
    long left = closesAt - threads.nanos();
    if (left > 0) throw open(cause.get(), Duration.ofNanos(left));
    if (trying) throw open(cause.get(), DOWN_MIN);
  }

  /// Lets a request through. Who asks says what became of it.
  ///
  /// @return whether it is the one that tries
  /// @throws CircuitOpen it is not let through
  synchronized boolean enter() {
    look();
    trying = cause.isPresent();
    return trying;
  }

  /// The provider answered. To one who began to ask before the circuit opened, that says nothing
  /// about now.
  synchronized void answered(boolean tried) {
    if (cause.isPresent() && !tried) return;
    failures = 0;
    openings = 0;
    trying = false;
    cause = Optional.empty();
  }

  /// The provider failed; whether the circuit is open now, and was not before.
  synchronized boolean failed(ModelException e, boolean tried) {
    if (cause.isPresent() && !tried) return false;
    boolean opens =
        switch (e.kind()) {
          case QUOTA, UNAUTHORISED, NO_SUCH_MODEL -> true;
          case OVERLOADED, TIMEOUT, BROKEN -> ++failures >= FAILURES_MAX || tried;
          // It is there, and says what it wants.
          case RATE_LIMITED, CONTEXT_TOO_LONG, INVALID_REQUEST -> {
            answered(tried);
            yield false;
          }
        };
    if (!opens) return false;
    closesAt = threads.nanos() + openFor(e.kind()).toNanos();
    openings++;
    trying = false;
    cause = Optional.of(e);
    return !tried;
  }

  /// Why nothing is asked now, in a line for operators.
  synchronized Optional<String> problem() {
    return cause.map(e -> String.valueOf(e.getMessage()));
  }

  private Duration openFor(ModelException.Kind kind) {
    boolean refused = isRefusal(kind);
    Duration least = refused ? REFUSED_MIN : DOWN_MIN;
    Duration most = refused ? REFUSED_MAX : DOWN_MAX;
    Duration grown = least.multipliedBy(1L << Math.min(openings, 10));
    return grown.compareTo(most) < 0 ? grown : most;
  }

  /// Whether the provider will say the same until somebody changes a key, a model or an account.
  static boolean isRefusal(ModelException.Kind kind) {
    return switch (kind) {
      case QUOTA, UNAUTHORISED, NO_SUCH_MODEL -> true;
      case OVERLOADED, TIMEOUT, BROKEN, RATE_LIMITED, CONTEXT_TOO_LONG, INVALID_REQUEST -> false;
    };
  }

  private static CircuitOpen open(ModelException cause, Duration left) {
    return new CircuitOpen(
        new ModelException(
            cause.kind(),
            cause.code(),
            "not asked again yet: " + cause.getMessage(),
            Optional.of(left)));
  }
}
