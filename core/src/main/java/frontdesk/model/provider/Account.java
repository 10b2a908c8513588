package frontdesk.model.provider;

import frontdesk.engine.Threads;
import frontdesk.model.ChatModel;
import frontdesk.model.ModelException;
import frontdesk.model.ModelException.Kind;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// A model at a provider's account that may fail: asks again what may pass by itself, within the
/// request's deadline and with pauses that grow and differ (or as the provider says); leaves in
/// peace a provider that is down; keeps the tokens in flight within the account's bounds.
///
/// What nobody saw can be asked again: a model acts on nothing by itself, its calls run only once
/// its whole reply is there.
public final class Account implements ChatModel {
  /// Requests for one reply.
  public static final int ATTEMPTS_MAX = 6;

  private static final Duration PAUSE_FIRST = Duration.ofMillis(250);
  private static final Duration PAUSE_MAX = Duration.ofSeconds(8);

  private final ChatModel model;
  private final boolean patient;
  private final Reservations reservations;
  private final Threads threads;
  private final RandomGenerator random;
  private final Watch watch;
  private final Map<String, Circuit> circuits = new ConcurrentHashMap<>();

  /// Sees what fails. Called on the turn's own thread.
  @FunctionalInterface
  public interface Watch {
    /// A request failed. `opens`: and so nothing is asked any more for a while.
    void failed(ModelException failure, boolean opens);
  }

  /// An account.
  ///
  /// @param patient whether it waits for a provider that is left in peace: not where another model
  ///     can answer meanwhile. Nor does it where an agent has form mode answer
  /// @param reservations of the account, shared by all models that are asked with its key
  public Account(
      ChatModel model,
      boolean patient,
      Reservations reservations,
      Threads threads,
      RandomGenerator random,
      Watch watch) {
    this.model = model;
    this.patient = patient;
    this.reservations = reservations;
    this.threads = threads;
    this.random = random;
    this.watch = watch;
  }

  /// Why the provider is not asked now, in a line for operators.
  public Optional<String> problem() {
    return circuits.values().stream().flatMap(circuit -> circuit.problem().stream()).findFirst();
  }

  @Override
  public ModelReply reply(ModelRequest request, Consumer<String> stream) {
    // A model that is gone says nothing about another one of the same account.
    Circuit circuit =
        circuits.computeIfAbsent(request.wishes().model().orElse(""), _ -> new Circuit(threads));
    var shown = new Shown(request, stream);
    for (int attempt = 1; ; attempt++) {
      try {
        return reserved(circuit, request, shown);
      } catch (CircuitOpen e) {
        waitAfter(e.failure(), isPatient(request), attempt, request);
      } catch (ModelException e) {
        waitAfter(e, !shown.toSomebody(), attempt, request);
      }
    }
  }

  private boolean isPatient(ModelRequest request) {
    return patient && !request.wishes().guidedWhenDown();
  }

  /// Those who queued for tokens may find the circuit open when it is their turn.
  private ModelReply reserved(Circuit circuit, ModelRequest request, Shown shown) {
    circuit.look();
    long tokens = request.tokens() + request.wishes().replyTokens();
    reservations.take(tokens, request.deadline());
    try {
      // That there is no time says nothing about the provider.
      if (request.deadline().passed(threads)) throw noTimeLeft();
      return asked(circuit, circuit.enter(), request, shown);
    } finally {
      reservations.giveBack(tokens);
    }
  }

  private ModelReply asked(Circuit circuit, boolean tries, ModelRequest request, Shown shown) {
    try {
      ModelReply reply = model.reply(request, shown);
      circuit.answered(tries);
      return reply;
    } catch (ModelException e) {
      watch.failed(e, circuit.failed(e, tries));
      throw e;
    } catch (RuntimeException | Error e) {
      var broken = new ModelException(Kind.BROKEN, e.getClass().getName(), Optional.empty());
      watch.failed(broken, circuit.failed(broken, tries));
      throw e;
    }
  }

  /// Waits for the next attempt, where there may be one; else throws the failure.
  private void waitAfter(ModelException e, boolean again, int attempt, ModelRequest request) {
    Duration pause = e.retryAfter().map(this::longer).orElseGet(() -> pause(attempt));
    boolean inTime = pause.compareTo(request.deadline().left(threads)) < 0;
    if (!again || attempt == ATTEMPTS_MAX || !mayPass(e) || !inTime) throw e;
    threads.sleep(pause);
  }

  private static ModelException noTimeLeft() {
    return new ModelException(Kind.TIMEOUT, "no time left to ask", Optional.empty());
  }

  private static boolean mayPass(ModelException e) {
    return switch (e.kind()) {
      case RATE_LIMITED, OVERLOADED, TIMEOUT, BROKEN -> true;
      case QUOTA, UNAUTHORISED, NO_SUCH_MODEL, CONTEXT_TOO_LONG, INVALID_REQUEST -> false;
    };
  }

  /// From half the time to all of it, so that those who failed together do not come back together.
  private Duration pause(int attempt) {
    Duration grown = PAUSE_FIRST.multipliedBy(1L << Math.min(attempt - 1, 10));
    Duration most = grown.compareTo(PAUSE_MAX) < 0 ? grown : PAUSE_MAX;
    return Duration.ofNanos((long) (most.toNanos() * (0.5 + random.nextDouble() / 2)));
  }

  /// Up to a quarter longer, for the same reason: all were told the same, and none may be early.
  private Duration longer(Duration told) {
    return Duration.ofNanos((long) (told.toNanos() * (1 + random.nextDouble() / 4)));
  }
}
