package frontdesk.bench;

import frontdesk.bench.peers.Places;
import frontdesk.bench.peers.Talks;
import frontdesk.engine.Threads;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/// A contestant, seen from the process that measures.
final class Runner implements AutoCloseable {
  private static final double NANOS = 1e9;

  private final Contestant contestant;
  private final Work work;
  private final Threads threads;
  private final Child child;
  private final int port;
  private final Load usual;

  private Runner(Contestant contestant, Work work, Threads threads, Child child) {
    this.contestant = contestant;
    this.work = work;
    this.threads = threads;
    this.child = child;
    this.port = Integer.parseInt(child.line());
    this.usual = load(Load.CONVERSATIONS);
  }

  private record Usage(long cpuNanos, long commits, long writes) {
    static Usage parse(String line) {
      String[] numbers = line.split(" ", -1);
      return new Usage(
          Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
    }
  }

  static Runner start(Contestant contestant, Work work, Path data, Places places, Threads threads)
      throws IOException {
    Child child =
        Child.start(
            List.of(),
            Ring.class,
            contestant.name(),
            work.name(),
            data.toString(),
            String.valueOf(places.model()),
            String.valueOf(places.backend()));
    return new Runner(contestant, work, threads, child);
  }

  Contestant contestant() {
    return contestant;
  }

  /// A new connection to it.
  Talks connect() {
    return new RestTalks(port, work.function());
  }

  /// So many customers of it.
  Load load(int conversations) {
    return new Load(work, conversations, threads, this::connect);
  }

  /// 32 conversations, each replaced after 10 turns.
  Round run(Duration time) {
    return port == 0 ? measureItself(time) : measure(() -> usual.run(time));
  }

  Round measure(Supplier<List<Told>> talk) {
    Usage before = usage();
    long start = threads.nanos();
    List<Told> told = talk.get();
    return round(told.size(), start, before, told);
  }

  /// Bytes that its live objects take.
  long heap() {
    return Long.parseLong(child.ask("heap"));
  }

  private Round measureItself(Duration time) {
    Usage before = usage();
    long start = threads.nanos();
    long turns = Long.parseLong(child.ask("run " + time.toSeconds()));
    return round(turns, start, before, List.of());
  }

  private Round round(long turns, long start, Usage before, List<Told> told) {
    double seconds = (threads.nanos() - start) / NANOS;
    Usage after = usage();
    return new Round(
        turns,
        seconds,
        (after.cpuNanos() - before.cpuNanos()) / NANOS,
        after.commits() - before.commits(),
        after.writes() - before.writes(),
        told);
  }

  private Usage usage() {
    return Usage.parse(child.ask("usage"));
  }

  @Override
  public void close() {
    child.close();
  }
}
