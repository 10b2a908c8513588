package frontdesk.simulation.world;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.json.Jsons;
import frontdesk.simulation.Chance;
import frontdesk.tool.Recovery;
import frontdesk.tool.ToolContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A remote system that counts what it did. It needs no thread: what flies towards it arrives
/// by itself once its time has come, whatever happened to the sender since.
final class Backend {
  /// Within this time after it was written a request arrives, or never.
  static final Duration TIME_LIMIT = Duration.ofSeconds(2);

  private static final Duration LATE_MAX = Duration.ofSeconds(40);

  private final Chance chance;
  private final Threads threads;
  private final InstantSource storeTime;
  private final Ledger ledger;
  private final List<Request> requests = new ArrayList<>();
  private final List<LookedUp> lookUps = new ArrayList<>();
  private final Map<IdempotencyKey, List<Integer>> effects = new LinkedHashMap<>();
  private final Map<IdempotencyKey, Outcome> kept = new LinkedHashMap<>();
  private int receipts;

  /// What becomes of a request.
  enum Fate {
    DONE,
    REFUSED,
    /// It failed before anything was done. Says nothing about other requests of the same key.
    FAILED,
    LOST_ON_THE_WAY,
    /// It is done, and nobody hears so.
    ANSWER_LOST,
    /// The answer comes after the sender's patience.
    ANSWER_LATE
  }

  private static final List<Fate> FATES =
      List.of(
          Fate.DONE,
          Fate.DONE,
          Fate.DONE,
          Fate.REFUSED,
          Fate.FAILED,
          Fate.LOST_ON_THE_WAY,
          Fate.ANSWER_LOST,
          Fate.ANSWER_LOST,
          Fate.ANSWER_LATE);

  /// A request that was written.
  static final class Request {
    private final ConversationId conversation;
    private final IdempotencyKey key;
    private final Recovery recovery;
    private final Json bound;
    private final Fate fate;
    private final Instant writtenAt;
    private final long arrives;
    private final long answers;
    private Optional<Outcome> answer = Optional.empty();

    private Request(
        ToolContext context, Recovery recovery, Fate fate, Instant at, long arrives, long answers) {
      this.conversation = context.conversation();
      this.key = context.key();
      this.recovery = recovery;
      this.bound = context.bound();
      this.fate = fate;
      this.writtenAt = at;
      this.arrives = arrives;
      this.answers = answers;
    }

    ConversationId conversation() {
      return conversation;
    }

    IdempotencyKey key() {
      return key;
    }

    Fate fate() {
      return fate;
    }

    Recovery recovery() {
      return recovery;
    }

    /// What was approved, as the sender knew it.
    Json bound() {
      return bound;
    }

    /// The store's time when it was written.
    Instant writtenAt() {
      return writtenAt;
    }

    /// When its answer is back, if it has one.
    Deadline answers() {
      return new Deadline(answers);
    }

    boolean isNeverAnswered() {
      return fate == Fate.LOST_ON_THE_WAY || fate == Fate.ANSWER_LOST;
    }
  }

  /// Somebody asked whether an act happened.
  record LookedUp(ConversationId conversation, IdempotencyKey key, Instant at) {}

  Backend(Chance chance, Threads threads, InstantSource storeTime, Ledger ledger) {
    this.chance = chance;
    this.threads = threads;
    this.storeTime = storeTime;
    this.ledger = ledger;
  }

  /// Writes a request. No yield: between the sender's last check and this nothing happens.
  Request write(ToolContext context, Recovery recovery) {
    Chance ofThese = chance.named(context.conversation().value());
    Fate fate = ofThese.pick(FATES);
    long arrives = threads.nanos() + below(TIME_LIMIT, ofThese);
    long answers = arrives + below(fate == Fate.ANSWER_LATE ? LATE_MAX : TIME_LIMIT, ofThese);
    var request = new Request(context, recovery, fate, storeTime.instant(), arrives, answers);
    requests.add(request);
    ledger.saw("requests " + fate);
    return request;
  }

  /// The answer to a request whose answer is back.
  Outcome answer(Request request) {
    advance();
    return request.answer.orElseThrow();
  }

  /// The receipt of an act, if it happened.
  Optional<Outcome> find(ToolContext context) {
    advance();
    IdempotencyKey key = context.key();
    lookUps.add(new LookedUp(context.conversation(), key, storeTime.instant()));
    ledger.saw("look-ups");
    return effects.containsKey(key)
        ? Optional.of(receipt(effects.get(key).getFirst()))
        : Optional.empty();
  }

  /// When the last answer is back.
  Deadline lastAnswer() {
    return new Deadline(requests.stream().mapToLong(request -> request.answers).max().orElse(0));
  }

  /// Receipts of all effects of an act.
  List<Outcome> applied(IdempotencyKey key) {
    advance();
    return effects.getOrDefault(key, List.of()).stream().map(Backend::receipt).toList();
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  List<LookedUp> lookUps() {
    return List.copyOf(lookUps);
  }

  int effects() {
    advance();
    return effects.values().stream().mapToInt(List::size).sum();
  }

  /// Lets all arrive whose time has come, in the order of their arrival.
  private void advance() {
    requests.stream()
        .filter(request -> request.answer.isEmpty() && request.arrives <= threads.nanos())
        .sorted((one, other) -> Long.compare(one.arrives, other.arrives))
        .forEach(request -> request.answer = Optional.of(arrived(request)));
  }

  private Outcome arrived(Request request) {
    Optional<Outcome> before = Optional.ofNullable(kept.get(request.key));
    return switch (request.fate) {
      case LOST_ON_THE_WAY -> new Outcome.Unknown("it never arrived");
      case FAILED -> new Outcome.Failed("the system is busy", true);
      case REFUSED -> before.orElseGet(() -> keep(request, new Outcome.Refused("sold out")));
      case DONE, ANSWER_LOST, ANSWER_LATE -> before.orElseGet(() -> keep(request, apply(request)));
    };
  }

  private Outcome apply(Request request) {
    effects.computeIfAbsent(request.key, _ -> new ArrayList<>()).add(++receipts);
    return receipt(receipts);
  }

  /// A system that enforces keys gives the same answer again; others know no keys.
  private Outcome keep(Request request, Outcome outcome) {
    if (request.recovery == Recovery.RETRY_WITH_KEY) kept.put(request.key, outcome);
    return outcome;
  }

  private static Outcome receipt(int number) {
    Json content = Jsons.json(Jsons.object().put("receipt", number));
    return new Outcome.Done(content);
  }

  private static long below(Duration time, Chance chance) {
    return Duration.ofMillis(chance.below(Math.toIntExact(time.toMillis()))).toNanos();
  }
}
