package frontdesk.runtime;

import frontdesk.channel.Delivery;
import frontdesk.channel.ReadsBack;
import frontdesk.channel.Sending;
import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/// A push channel whose platform answers as it is told, and remembers what it was asked.
final class Platform implements ReadsBack {
  static final Duration LIMIT = Duration.ofSeconds(10);

  private final List<Sending> sent = new ArrayList<>();
  private final List<Sending> sought = new ArrayList<>();
  private final List<Duration> times = new ArrayList<>();
  private final Threads threads;
  private final Doubt doubt;
  private Quiet quiet = Quiet.NONE;
  private BiFunction<Sending, Deadline, Delivery> answers = (_, _) -> new Delivery.Sent();
  private Function<Sending, Delivery> finds = _ -> new Delivery.Unknown("cannot tell");

  Platform(Threads threads, Doubt doubt) {
    this.threads = threads;
    this.doubt = doubt;
  }

  Platform answers(BiFunction<Sending, Deadline, Delivery> other) {
    answers = other;
    return this;
  }

  /// To the first request it answers this, later ones it takes.
  Platform answersFirst(Delivery delivery) {
    return answers((_, _) -> sent.size() == 1 ? delivery : new Delivery.Sent());
  }

  Platform finds(Delivery delivery) {
    finds = _ -> delivery;
    return this;
  }

  Platform quiet(Quiet window) {
    quiet = window;
    return this;
  }

  /// Each request, in the order of its coming.
  List<Sending> sent() {
    return sent;
  }

  List<String> texts() {
    return sent.stream().map(Sending::text).toList();
  }

  List<Sending> sought() {
    return sought;
  }

  /// When each request came, in whole seconds since the beginning of the run.
  List<Duration> times() {
    return times;
  }

  @Override
  public String name() {
    return Story.ID.channel();
  }

  @Override
  public Delivery send(Sending sending, Deadline sendBy) {
    sent.add(sending);
    times.add(Duration.ofSeconds(Duration.ofNanos(threads.nanos()).toSeconds()));
    return answers.apply(sending, sendBy);
  }

  @Override
  public Delivery find(Sending sending) {
    sought.add(sending);
    return finds.apply(sending);
  }

  @Override
  public Doubt doubt() {
    return doubt;
  }

  @Override
  public Duration timeLimit() {
    return LIMIT;
  }

  @Override
  public Quiet quiet() {
    return quiet;
  }
}
