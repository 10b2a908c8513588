package frontdesk.simulation.world;

import frontdesk.channel.Delivery;
import frontdesk.channel.PushChannel.Doubt;
import frontdesk.channel.Sending;
import frontdesk.conversation.CallId;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.simulation.Chance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The platforms behind the push channels: they keep what customers got to see. Like the {@link
/// Backend} it needs no thread: what flies towards it arrives by itself.
final class Platform {
  /// Within this time after it was written a message arrives, or never.
  static final Duration TIME_LIMIT = Duration.ofSeconds(2);

  private static final Duration LATE_MAX = Duration.ofSeconds(30);

  private final Chance chance;
  private final Threads threads;
  private final InstantSource storeTime;
  private final Ledger ledger;
  private final Customers customers;
  private final List<Post> posts = new ArrayList<>();
  private final List<Post> delivered = new ArrayList<>();
  private final Set<IdempotencyKey> keys = new HashSet<>();

  /// What becomes of a message that is sent.
  enum Fate {
    TAKEN,
    LOST_ON_THE_WAY,
    /// It is delivered, and nobody hears so.
    ANSWER_LOST,
    /// Not now: too many messages.
    BUSY,
    /// Not this one, ever.
    BLOCKED
  }

  private static final List<Fate> FATES =
      List.of(
          Fate.TAKEN,
          Fate.TAKEN,
          Fate.TAKEN,
          Fate.TAKEN,
          Fate.TAKEN,
          Fate.LOST_ON_THE_WAY,
          Fate.ANSWER_LOST,
          Fate.ANSWER_LOST,
          Fate.BUSY);

  /// A message that was written to a platform.
  static final class Post {
    private final Sending sending;
    private final Doubt doubt;
    private final Fate fate;
    private final Instant writtenAt;
    private final Instant arrivesAt;
    private final long arrives;
    private final long answers;
    private Optional<Delivery> answer = Optional.empty();

    private Post(
        Sending sending, Doubt doubt, Fate fate, Instant now, long nanos, long arrives, long back) {
      this.sending = sending;
      this.doubt = doubt;
      this.fate = fate;
      this.writtenAt = now;
      this.arrivesAt = now.plusNanos(arrives - nanos);
      this.arrives = arrives;
      this.answers = back;
    }

    Sending sending() {
      return sending;
    }

    ConversationId conversation() {
      return sending.conversation();
    }

    Fate fate() {
      return fate;
    }

    Doubt doubt() {
      return doubt;
    }

    /// The store's time when it was written.
    Instant writtenAt() {
      return writtenAt;
    }

    /// The store's time when the customer can see it, if ever.
    Instant arrivesAt() {
      return arrivesAt;
    }

    /// When its answer is back, if it has one.
    Deadline answers() {
      return new Deadline(answers);
    }

    boolean isNeverAnswered() {
      return fate == Fate.LOST_ON_THE_WAY || fate == Fate.ANSWER_LOST;
    }

    private boolean isTaken() {
      return fate == Fate.TAKEN || fate == Fate.ANSWER_LOST;
    }
  }

  Platform(
      Chance chance,
      Threads threads,
      InstantSource storeTime,
      Ledger ledger,
      Customers customers) {
    this.chance = chance;
    this.threads = threads;
    this.storeTime = storeTime;
    this.ledger = ledger;
    this.customers = customers;
  }

  /// Writes a message. No yield: between the sender's last check and this nothing happens.
  Post write(Sending sending, Doubt doubt) {
    Chance ofThese = chance(sending);
    Fate fate = ofThese.oneIn(30) ? Fate.BLOCKED : ofThese.pick(FATES);
    long now = threads.nanos();
    long arrives = now + below(TIME_LIMIT, ofThese);
    boolean late = ofThese.oneIn(8);
    long back = arrives + below(late ? LATE_MAX : TIME_LIMIT, ofThese);
    var post = new Post(sending, doubt, fate, storeTime.instant(), now, arrives, back);
    posts.add(post);
    ledger.saw("messages " + fate);
    if (late) ledger.saw("late answers of the platform");
    if (post.isTaken()) isAboutToArrive(post, ofThese);
    return post;
  }

  /// The answer to a message whose answer is back.
  Delivery answer(Post post) {
    advance();
    return post.answer.orElseThrow();
  }

  /// Whether the customer has it.
  Delivery find(Sending sending) {
    advance();
    ledger.saw("messages read back");
    if (chance(sending).oneIn(6)) return new Delivery.Unknown("it does not know");
    return isDelivered(sending.key()) ? new Delivery.Sent() : new Delivery.NotSent("not there");
  }

  List<Post> posts() {
    return List.copyOf(posts);
  }

  /// What customers got, in the order of its arrival.
  List<Post> delivered() {
    advance();
    return List.copyOf(delivered);
  }

  /// When the last answer is back.
  Deadline lastAnswer() {
    return new Deadline(posts.stream().mapToLong(post -> post.answers).max().orElse(0));
  }

  /// When a customer could see the question for this approval for the first time.
  Optional<Instant> seenAt(ConversationId id, CallId question) {
    return delivered().stream()
        .filter(post -> post.conversation().equals(id))
        .filter(post -> post.sending.approval().filter(question::equals).isPresent())
        .map(Post::arrivesAt)
        .findFirst();
  }

  private void isAboutToArrive(Post post, Chance ofThese) {
    Duration until = Duration.ofNanos(post.arrives - threads.nanos());
    post.sending.approval().ifPresent(q -> customers.willSee(post.conversation(), q, until));
    if (post.doubt == Doubt.NOTHING || !ofThese.oneIn(3)) return;
    int times = ofThese.oneIn(3) ? 2 : 1;
    for (int i = 0; i < times; i++) {
      Duration delay = until.plusMillis(ofThese.below(ofThese.oneIn(2) ? 500 : 20_000));
      customers.echo(post.conversation(), post.sending.key(), delay);
    }
  }

  /// Lets all arrive whose time has come, in the order of their arrival.
  private void advance() {
    posts.stream()
        .filter(post -> post.answer.isEmpty() && post.arrives <= threads.nanos())
        .sorted(Comparator.comparingLong(post -> post.arrives))
        .forEach(post -> post.answer = Optional.of(arrived(post)));
  }

  private Delivery arrived(Post post) {
    return switch (post.fate) {
      case LOST_ON_THE_WAY -> new Delivery.Unknown("it never arrived");
      case BUSY -> new Delivery.RetryAfter(Duration.ofSeconds(chance(post.sending).below(5)));
      case BLOCKED -> new Delivery.Undeliverable("not allowed");
      case TAKEN, ANSWER_LOST -> {
        // A platform that enforces keys has it once; others know no keys.
        boolean again = !keys.add(post.sending.key()) && post.doubt == Doubt.KEY;
        if (!again) delivered.add(post);
        yield new Delivery.Sent();
      }
    };
  }

  private boolean isDelivered(IdempotencyKey key) {
    return delivered.stream().anyMatch(post -> post.sending.key().equals(key));
  }

  private Chance chance(Sending sending) {
    return chance.named(sending.conversation().value());
  }

  private static long below(Duration time, Chance chance) {
    return Duration.ofMillis(chance.below(Math.toIntExact(time.toMillis()))).toNanos();
  }
}
