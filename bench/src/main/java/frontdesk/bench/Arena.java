package frontdesk.bench;

import frontdesk.bench.outside.Knobs;
import frontdesk.edge.Edge;
import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The processes of a measurement: contestants, model and backend. Rounds alternate between the
/// contestants, after a warm-up, so that what else the machine does strikes all of them.
final class Arena implements AutoCloseable {
  private static final long WARM_TURNS = 20_000;
  private static final Duration WARM_UP_STEP = Duration.ofSeconds(5);

  private final Work work;
  private final Options options;
  private final Threads threads = Edge.real().threads();
  private final Scratch directory = new Scratch();
  private final Outside outside;
  private final List<Runner> runners = new ArrayList<>();

  Arena(Work work, List<Contestant> contestants, Options options) throws IOException {
    this.work = work;
    this.options = options;
    this.outside = new Outside();
    for (Contestant contestant : contestants) {
      var data = directory.path().resolve(contestant.name());
      runners.add(Runner.start(contestant, work, data, outside.places(), threads));
    }
  }

  List<Runner> runners() {
    return List.copyOf(runners);
  }

  Outside outside() {
    return outside;
  }

  Threads threads() {
    return threads;
  }

  void warmUp() {
    for (Runner runner : runners) warmUp(runner);
  }

  /// Until it has made enough turns for the compiler to be done with them, or the time is over.
  private void warmUp(Runner runner) {
    Deadline deadline = Deadline.in(options.warmUp(), threads);
    long turns = 0;
    while (turns < WARM_TURNS && !deadline.passed(threads)) {
      turns += plain("warming up", runner, WARM_UP_STEP).turns();
    }
  }

  /// What is measured in the rounds of all, one after the other.
  <T> Map<Contestant, List<T>> rounds(Function<Runner, T> one) {
    var rounds = new EnumMap<Contestant, List<T>>(Contestant.class);
    for (int i = 1; i <= options.rounds(); i++) {
      for (Runner runner : runners) {
        rounds.computeIfAbsent(runner.contestant(), _ -> new ArrayList<>()).add(one.apply(runner));
      }
    }
    return rounds;
  }

  /// A round in which model and backend answer at once.
  Round plain(String what, Runner runner, Duration time) {
    return checked(what, runner, Knobs.PLAIN, Knobs.PLAIN, one -> one.run(time));
  }

  /// A round in which model and backend behave so, and every turn is answered rightly and costs one
  /// look.
  ///
  /// @throws IllegalStateException it was not so
  Round checked(
      String what, Runner runner, Knobs model, Knobs backend, Function<Runner, Round> run) {
    Round round = measured(what, runner, model, backend, run);
    for (Told told : round.told()) {
      told.failure()
          .ifPresent(
              failure -> {
                throw new IllegalStateException(failure);
              });
    }
    if (work == Work.ORDERS && outside.looks() != round.turns()) throw looks(round);
    return round;
  }

  /// A round in which turns may fail, and so be tried again; each that is answered costs a look.
  ///
  /// @throws IllegalStateException it was not so
  Round measured(
      String what, Runner runner, Knobs model, Knobs backend, Function<Runner, Round> run) {
    outside.set(model, backend);
    Round round = run.apply(runner);
    Progress.show(what, runner, round);
    if (work == Work.ORDERS && outside.looks() < round.answered()) throw looks(round);
    return round;
  }

  private IllegalStateException looks(Round round) {
    return new IllegalStateException(
        "%d turns, %d of them answered, made %d looks"
            .formatted(round.turns(), round.answered(), outside.looks()));
  }

  @Override
  public void close() throws IOException {
    runners.forEach(Runner::close);
    outside.close();
    directory.close();
  }
}
