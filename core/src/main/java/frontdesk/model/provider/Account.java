package frontdesk.model.provider;

import frontdesk.engine.Threads;
import frontdesk.model.ChatModel;
import frontdesk.model.Message;
import frontdesk.model.ModelException;
import frontdesk.model.ModelException.Kind;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelRequest;
import frontdesk.model.Tokens;
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
  ///     can answer meanwhile
  /// @param tokensInFlight the most that requests and the replies to them may take at one time
  public Account(
      ChatModel model,
      boolean patient,
      long tokensInFlight,
      Threads threads,
      RandomGenerator random,
      Watch watch) {
    this.model = model;
    this.patient = patient;
    this.reservations = new Reservations(tokensInFlight, threads);
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
    var shown = new Shown(stream);
    for (int attempt = 1; ; attempt++) {
      Optional<ModelException> refused = circuit.refuses();
      try {
        if (refused.isPresent()) throw refused.get();
        return asked(circuit, request, shown);
      } catch (ModelException e) {
        Duration pause = e.retryAfter().orElse(pause(attempt));
        boolean again =
            attempt < ATTEMPTS_MAX
                && mayPass(e)
                && (refused.isEmpty() || patient)
                && !(request.watched() && shown.something)
                && pause.compareTo(request.deadline().left(threads)) < 0;
        if (!again) throw e;
        threads.sleep(pause);
      }
    }
  }

  private ModelReply asked(Circuit circuit, ModelRequest request, Shown shown) {
    try {
      ModelReply reply = reserved(request, shown);
      circuit.answered();
      return reply;
    } catch (ModelException e) {
      watch.failed(e, circuit.failed(e));
      throw e;
    } catch (RuntimeException | Error e) {
      circuit.failed(new ModelException(Kind.BROKEN, e.getClass().getName(), Optional.empty()));
      throw e;
    }
  }

  private ModelReply reserved(ModelRequest request, Shown shown) {
    long tokens = estimate(request) + request.wishes().replyTokens();
    reservations.take(tokens, request.deadline());
    try {
      return model.reply(request, shown);
    } finally {
      reservations.giveBack(tokens);
    }
  }

  private static long estimate(ModelRequest request) {
    long messages = request.messages().stream().mapToLong(Message::tokens).sum();
    return Tokens.estimate(request.instructions()) + messages;
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

  /// Passes pieces on, and remembers whether there were any.
  private static final class Shown implements Consumer<String> {
    private final Consumer<String> stream;
    private boolean something;

    Shown(Consumer<String> stream) {
      this.stream = stream;
    }

    @Override
    public void accept(String piece) {
      something = true;
      stream.accept(piece);
    }
  }
}
