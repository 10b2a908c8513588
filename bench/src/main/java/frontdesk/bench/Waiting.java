package frontdesk.bench;

import static frontdesk.bench.Figures.median;
import static frontdesk.bench.Table.number;

import com.sun.management.UnixOperatingSystemMXBean;
import frontdesk.bench.outside.Knobs;
import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.json.Jsons;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// What a conversation takes of the heap while it waits for a slow model. The model answers nobody
/// until all wait; then they are let go, and each has to be answered.
final class Waiting {
  private static final String SCENARIO = "s6";
  private static final int CONVERSATIONS = 10_000;

  /// For all that is not a conversation's two connections.
  private static final int OTHER_FILES = 600;

  /// They speak, and are answered, at a pace that all contestants keep up with: this is about how
  /// many wait, not how many come at once.
  private static final int PER_SECOND = 400;

  private static final Duration PATIENCE = Duration.ofSeconds(50);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private final Options options;
  private final int conversations = conversations();

  /// @param waited how many were kept waiting at once
  /// @param wrong how many were not answered rightly in the end
  private record Took(int waited, long heapBefore, long heapAfter, int wrong) {
    double kilobytesEach() {
      return (heapAfter - heapBefore) / 1024.0 / waited;
    }

    ObjectNode json() {
      return Jsons.object()
          .put("waited", waited)
          .put("heap_before", heapBefore)
          .put("heap_waiting", heapAfter)
          .put("wrong", wrong);
    }
  }

  Waiting(Options options) {
    this.options = options;
  }

  void run(PrintStream out) throws IOException {
    var took = new EnumMap<Contestant, List<Took>>(Contestant.class);
    for (int round = 1; round <= Math.min(options.rounds(), 3); round++) {
      for (Contestant contestant : Contestant.BESIDE) {
        // One at a time: each takes a process to itself, for what a round leaves behind is no heap
        // of the next.
        try (var arena = new Arena(Work.ORDERS, List.of(contestant), options)) {
          Took measured = measure(arena);
          took.computeIfAbsent(contestant, _ -> new ArrayList<>()).add(measured);
        }
      }
    }
    print(out, took);
    Report.write(options, SCENARIO, took, Took::json);
  }

  /// As many as the open files of one process allow: each takes a connection from its customer and
  /// one to the model.
  private static int conversations() {
    var system = ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class);
    return (int) Math.min(CONVERSATIONS, (system.getMaxFileDescriptorCount() - OTHER_FILES) / 2);
  }

  private Took measure(Arena arena) {
    Runner runner = arena.runners().getFirst();
    arena.plain("warming up", runner, options.seconds(Options.ROUND));
    long before = runner.heap();
    arena.outside().set(Knobs.PLAIN.holding(), Knobs.PLAIN);
    try (var crowd = new Crowd(runner, conversations, arena.threads())) {
      crowd.speak(PER_SECOND);
      int waited = waited(arena);
      long after = runner.heap();
      Progress.show(
          SCENARIO,
          runner,
          "%,d wait, %.1f KB each".formatted(waited, (after - before) / 1024.0 / waited));
      arena.outside().release(PER_SECOND);
      int wrong = crowd.wrong();
      if (wrong > 0) crowd.complaint().ifPresent(System.err::println);
      return new Took(waited, before, after, wrong);
    }
  }

  /// How many wait, once all do or patience ends.
  private int waited(Arena arena) {
    Threads threads = arena.threads();
    Deadline deadline = Deadline.in(PATIENCE, threads);
    int waiting = arena.outside().waiting();
    while (waiting < conversations && !deadline.passed(threads)) {
      threads.sleep(LOOK_EVERY);
      waiting = arena.outside().waiting();
    }
    return waiting;
  }

  private void print(PrintStream out, Map<Contestant, List<Took>> took) {
    out.printf(
        "%ns6: %,d conversations wait for the model at once; medians of %d rounds%n%n",
        conversations, Math.min(options.rounds(), 3));
    if (conversations < CONVERSATIONS) {
      out.printf(
          "This system's limit of open files (ulimit -n) allows no more than %,d.%n%n",
          conversations);
    }
    var table = new Table("", "waited", "KB of heap each", "× the first", "not answered");
    double first =
        median(took.getOrDefault(Contestant.BESIDE.getFirst(), List.of()), Took::kilobytesEach);
    took.forEach(
        (contestant, all) ->
            table.row(
                contestant.title,
                number(median(all, Took::waited), 0),
                number(median(all, Took::kilobytesEach), 1),
                number(median(all, Took::kilobytesEach) / first, 2),
                number(median(all, Took::wrong), 0)));
    table.print(out);
  }
}
