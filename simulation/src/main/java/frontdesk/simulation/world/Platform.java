package frontdesk.simulation.world;

import frontdesk.channel.Delivery;
import frontdesk.channel.PushChannel.Doubt;
import frontdesk.channel.Sending;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.simulation.Chance;
import frontdesk.simulation.world.Post.Fate;
import frontdesk.simulation.world.Post.Flight;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
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

  Platform(
      Chance chance, Threads threads, InstantSource storeTime, Ledger ledger, Customers customers) {
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
    var post = new Post(sending, doubt, fate, storeTime.instant(), flight(ofThese));
    posts.add(post);
    ledger.saw("messages " + fate);
    if (post.isTaken()) isAboutToArrive(post, ofThese);
    return post;
  }

  private Flight flight(Chance ofThese) {
    long arrives = threads.nanos() + below(TIME_LIMIT, ofThese);
    boolean late = ofThese.oneIn(8);
    if (late) ledger.saw("late answers of the platform");
    long answers = arrives + below(late ? LATE_MAX : TIME_LIMIT, ofThese);
    return new Flight(arrives, answers, Duration.ofSeconds(ofThese.below(5)));
  }

  /// The answer to a message whose answer is back.
  Delivery answer(Post post) {
    advance();
    return post.answer();
  }

  /// Whether the customer has it.
  Delivery find(Sending sending) {
    advance();
    ledger.saw("messages read back");
    if (chance(sending).oneIn(6)) return new Delivery.Unknown("it does not know");
    return keys.contains(sending.key()) ? new Delivery.Sent() : new Delivery.NotSent("not there");
  }

  List<Post> posts() {
    advance();
    return List.copyOf(posts);
  }

  /// What customers got, in the order of its arrival.
  List<Post> delivered() {
    advance();
    return List.copyOf(delivered);
  }

  /// When the last answer is back.
  Deadline lastAnswer() {
    return new Deadline(posts.stream().mapToLong(post -> post.flight().answers()).max().orElse(0));
  }

  /// The customer will see it; and some platforms tell us of each message that left, ours too.
  private void isAboutToArrive(Post post, Chance ofThese) {
    Duration until = Duration.ofNanos(post.flight().arrives() - threads.nanos());
    customers.willSee(post.sending(), until);
    if (post.doubt() == Doubt.NOTHING || !ofThese.oneIn(3)) return;
    for (int i = ofThese.oneIn(3) ? 2 : 1; i > 0; i--) {
      Duration delay = until.plusMillis(ofThese.below(ofThese.oneIn(2) ? 500 : 20_000));
      customers.echo(post.key(), delay);
    }
  }

  /// Lets all arrive whose time has come, in the order of their arrival.
  private void advance() {
    posts.stream()
        .filter(post -> !post.hasArrived() && post.flight().arrives() <= threads.nanos())
        .sorted(Comparator.comparingLong(post -> post.flight().arrives()))
        .forEach(this::arrive);
  }

  private void arrive(Post post) {
    // A platform that enforces keys has each message once; others know no keys.
    boolean again = post.doubt() == Doubt.KEY && keys.contains(post.key());
    boolean isNew = post.isTaken() && !again;
    post.arrived(again ? new Delivery.Sent() : decision(post), isNew);
    if (!isNew) return;
    keys.add(post.key());
    delivered.add(post);
  }

  private static Delivery decision(Post post) {
    return switch (post.fate()) {
      case TAKEN, ANSWER_LOST -> new Delivery.Sent();
      case LOST_ON_THE_WAY -> new Delivery.Unknown("it never arrived");
      case BUSY -> new Delivery.RetryAfter(post.flight().busyFor());
      case BLOCKED -> new Delivery.Undeliverable("not allowed");
    };
  }

  /// Of this conversation alone, so that what others do changes nothing about it.
  private Chance chance(Sending sending) {
    return chance.named(sending.conversation().value());
  }

  private static long below(Duration time, Chance chance) {
    return Duration.ofMillis(chance.below(Math.toIntExact(time.toMillis()))).toNanos();
  }
}
