package frontdesk.bench;

import frontdesk.engine.Threads;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A contestant, seen from the process that measures.
final class Runner implements AutoCloseable {
  private static final double NANOS = 1e9;

  private final Contestant contestant;
  private final Threads threads;
  private final Child child;
  private final Optional<Load> clients;

  private Runner(Contestant contestant, Threads threads, Child child, Optional<Load> clients) {
    this.contestant = contestant;
    this.threads = threads;
    this.child = child;
    this.clients = clients;
  }

  /// One round: how many turns, in what time, for what CPU time of the contestant's process alone.
  record Round(long turns, double seconds, double cpuSeconds, long commits, long writes) {
    double perSecond() {
      return turns / seconds;
    }

    double cpuPerThousand() {
      return 1_000 * cpuSeconds / turns;
    }

    double commitsPerTurn() {
      return (double) commits / turns;
    }

    double writesPerTurn() {
      return (double) writes / turns;
    }
  }

  private record Usage(long cpuNanos, long commits, long writes) {
    static Usage parse(String line) {
      String[] numbers = line.split(" ", -1);
      return new Usage(
          Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
    }
  }

  static Runner start(Contestant contestant, Work work, Path data, Threads threads)
      throws IOException {
    Child child =
        Child.start(List.of(), Ring.class, contestant.name(), work.name(), data.toString());
    int port = Integer.parseInt(child.line());
    Optional<Load> clients =
        contestant.rest
            ? Optional.of(new Load(work, threads, () -> new RestTalks(port, work.function())))
            : Optional.empty();
    return new Runner(contestant, threads, child, clients);
  }

  Contestant contestant() {
    return contestant;
  }

  Round run(Duration time) {
    Usage before = Usage.parse(child.ask("usage"));
    long start = threads.nanos();
    long turns =
        clients
            .map(load -> load.run(time))
            .orElseGet(() -> Long.parseLong(child.ask("run " + time.toSeconds())));
    double seconds = (threads.nanos() - start) / NANOS;
    Usage after = Usage.parse(child.ask("usage"));
    return new Round(
        turns,
        seconds,
        (after.cpuNanos() - before.cpuNanos()) / NANOS,
        after.commits() - before.commits(),
        after.writes() - before.writes());
  }

  @Override
  public void close() {
    child.close();
  }
}
