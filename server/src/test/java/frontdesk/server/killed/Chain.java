package frontdesk.server.killed;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.edge.Edge;
import frontdesk.json.Jsons;
import frontdesk.server.Stores;
import frontdesk.server.killed.Local.Peer;
import frontdesk.server.killed.PlatformProcess.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One desk after the other on the same files, each killed at its moment, and a last one that is
/// left alone until everything is done. What a kill left behind is taken up by the desk after it.
final class Chain {
  private static final int KILLED = 128 + 9;

  private final String name;
  private final Path directory;
  private final Platform platform;
  private final List<Moment> moments;
  private final Random random;
  private final AtomicReference<Peer> desk;
  private final List<Customer> customers = new ArrayList<>();
  private final List<Future<?>> talks = new ArrayList<>();
  private int kills;

  Chain(String name, Path directory, Platform platform, List<Moment> moments, Random random) {
    this.name = name;
    this.directory = directory;
    this.platform = platform;
    this.moments = List.copyOf(moments);
    this.random = random;
    this.desk = new AtomicReference<>(Peer.at(platform.process().port()));
  }

  Tally run() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Moment moment : moments) kill(moment, threads);
      finish();
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + "\n" + reports(), e);
    }
    return check();
  }

  /// What became of those whose talk did not come to an end.
  private String reports() {
    platform.counted().read();
    try (var journal = Stores.open(data(), "test", Edge.real())) {
      return IntStream.range(0, talks.size())
          .filter(i -> talks.get(i).state() != Future.State.SUCCESS)
          .mapToObj(i -> new Oracle(customers.get(i), platform.counted(), journal).report())
          .collect(joining("\n"));
    }
  }

  private void kill(Moment moment, ExecutorService threads) {
    Customer target = target(moment);
    Customer other = customer(channel(), "", List.of(wish(), wish()));
    try (Child process = start(moment.name(), target.conversation())) {
      untilAtRest();
      talks.add(threads.submit(target::talk));
      talks.add(threads.submit(other::talk));
      kill(process, moment);
    }
    if (!moment.comesAgain() || random.nextInt(3) > 0) return;
    try (Child process = start(moment.name(), target.conversation())) {
      kill(process, moment);
    }
  }

  private void kill(Child process, Moment moment) {
    assertThat(process.said(Arm.SAYS)).isEqualTo(moment.name());
    assertThat(process.kill()).isEqualTo(KILLED);
    kills++;
  }

  private void finish() {
    try (Child process = start(DeskProcess.NOT_ARMED, "")) {
      for (Future<?> talk : talks) ended(talk);
      ObjectNode all = Jsons.object();
      ArrayNode names = all.putArray("conversations");
      customers.forEach(customer -> names.add(customer.conversation()));
      Pause.until(() -> isCalm(all), "the end of all conversations");
      assertThat(process.kill()).isEqualTo(KILLED);
    }
  }

  private Tally check() {
    int possible = 0;
    int givenUp = 0;
    platform.counted().read();
    try (var journal = Stores.open(data(), "test", Edge.real())) {
      for (Customer customer : customers) {
        var oracle = new Oracle(customer, platform.counted(), journal);
        oracle.check();
        possible += oracle.repeats();
        givenUp += oracle.undelivered().size();
      }
    }
    int events = customers.stream().mapToInt(customer -> customer.accepted().size()).sum();
    return new Tally(kills, Set.copyOf(moments), customers.size(), events, possible, givenUp);
  }

  private Child start(String moment, String conversation) {
    Child process =
        Child.start(
            directory.resolve(name + ".log"),
            DeskProcess.class,
            data().toString(),
            String.valueOf(platform.process().port()),
            moment,
            conversation);
    desk.set(Peer.at(process.port()));
    return process;
  }

  /// Until the desk has taken up what the one before left, but for what has to wait: so no turn is
  /// killed again and again until it is given up, which would be right, but is another test.
  private void untilAtRest() {
    Pause.until(() -> isCalm(Jsons.object()), "a desk at rest");
  }

  private boolean isCalm(ObjectNode conversations) {
    return desk.get().post("/calm", conversations).body().path("calm").asBoolean();
  }

  private Customer target(Moment moment) {
    List<Wish> wishes = moment.wishes();
    Wish wish = wishes.get(random.nextInt(wishes.size()));
    String channel = moment.needsReadBack() ? Pushing.BACK : channel();
    String trouble =
        moment.needsReadBack()
            ? Trouble.LOST.mark()
            : moment.isLate() ? PlatformProcess.ACT_LOST : "";
    return customer(channel, trouble, List.of(wish, wish()));
  }

  private Customer customer(String channel, String trouble, List<Wish> wishes) {
    String conversation = channel + ":" + name + ":" + customers.size() + trouble;
    var customer =
        new Customer(
            conversation, wishes, desk::get, platform.counted(), new Random(random.nextLong()));
    customers.add(customer);
    return customer;
  }

  /// At random, but for what needs a person, which is asked for once in a conversation at most.
  private Wish wish() {
    List<Wish> some = List.of(Wish.SAY, Wish.LOOK, Wish.RETRY, Wish.LOOKUP, Wish.APPROVE);
    return some.get(random.nextInt(some.size()));
  }

  private String channel() {
    return List.of(Pushing.KEY, Pushing.BACK, Pushing.NONE).get(random.nextInt(3));
  }

  private Path data() {
    return directory.resolve(name);
  }

  private static void ended(Future<?> talk) {
    try {
      talk.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }
}
