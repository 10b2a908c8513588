package frontdesk.simulation.world;

import frontdesk.channel.Delivery;
import frontdesk.channel.PushChannel;
import frontdesk.channel.ReadsBack;
import frontdesk.channel.Sending;
import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.simulation.Chance;
import java.time.Duration;
import java.util.List;

/// Sends to a platform. What can go wrong with a client does: no connection, no answer, an
/// exception, an answer long after its time.
record ShopChannel(
    String name,
    Doubt doubt,
    Quiet quiet,
    Platform platform,
    Meddling meddling,
    Threads threads,
    Chance chance)
    implements PushChannel {
  /// The one whose platform has no keys and cannot be asked.
  static final String WITHOUT_REMEDY = "sms";

  /// The channels of the shop, one of each doubt.
  static final List<String> NAMES = List.of("line", "messenger", WITHOUT_REMEDY);

  private static final Quiet SHORT = new Quiet(Duration.ofMillis(800), Duration.ofSeconds(3));

  static List<PushChannel> all(
      Platform platform, Meddling meddling, Threads threads, Chance chance) {
    var line = new ShopChannel("line", Doubt.KEY, Quiet.NONE, platform, meddling, threads, chance);
    var messenger =
        new ShopChannel("messenger", Doubt.READ_BACK, SHORT, platform, meddling, threads, chance);
    var sms =
        new ShopChannel(WITHOUT_REMEDY, Doubt.NOTHING, SHORT, platform, meddling, threads, chance);
    return List.of(line, new ReadBack(messenger), sms);
  }

  @Override
  public Duration timeLimit() {
    return Platform.TIME_LIMIT;
  }

  @Override
  public Delivery send(Sending sending, Deadline sendBy) {
    Chance ofThese = chance.named(sending.conversation().value());
    meddling.at(sending.conversation());
    if (ofThese.oneIn(15)) return new Delivery.NotSent("no connection");
    if (sendBy.passed(threads)) return new Delivery.NotSent("its allowance is over");
    Post post = platform.write(sending, doubt);
    if (post.isNeverAnswered()) return noAnswer(ofThese);
    threads.sleep(post.answers().left(threads));
    return platform.answer(post);
  }

  private Delivery noAnswer(Chance ofThese) {
    if (ofThese.oneIn(2)) {
      threads.sleep(Duration.ofMillis(ofThese.below(1_000)));
      throw new IllegalStateException("The connection was reset");
    }
    threads.sleep(Platform.TIME_LIMIT);
    return new Delivery.Unknown("no answer");
  }

  /// A channel whose platform can be asked what it has.
  private record ReadBack(ShopChannel channel) implements ReadsBack {

    @Override
    public String name() {
      return channel.name();
    }

    @Override
    public Delivery send(Sending sending, Deadline sendBy) {
      return channel.send(sending, sendBy);
    }

    @Override
    public Doubt doubt() {
      return channel.doubt();
    }

    @Override
    public Duration timeLimit() {
      return channel.timeLimit();
    }

    @Override
    public Quiet quiet() {
      return channel.quiet();
    }

    @Override
    public Delivery find(Sending sending) {
      Chance ofThese = channel.chance.named(sending.conversation().value());
      channel.threads.sleep(Duration.ofMillis(ofThese.below(1_500)));
      return channel.platform.find(sending);
    }
  }
}
