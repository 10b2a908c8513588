package frontdesk.bench;

import frontdesk.bench.Runner.Round;
import frontdesk.edge.Edge;
import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// What a turn costs each contestant: rounds that alternate, after a warm-up, so that what else
/// the machine does strikes all of them.
final class Turns {
  private static final long WARM_TURNS = 20_000;
  private static final Duration WARM_UP_STEP = Duration.ofSeconds(5);

  private final Work work;
  private final List<Contestant> contestants;
  private final Options options;
  private final Threads threads = Edge.real().threads();
  private final Map<Contestant, List<Round>> rounds = new EnumMap<>(Contestant.class);

  Turns(Work work, List<Contestant> contestants, Options options) {
    this.work = work;
    this.contestants = List.copyOf(contestants);
    this.options = options;
  }

  void run(PrintStream out) throws IOException {
    try (var directory = new Scratch()) {
      measure(directory.path());
    }
    print(out);
    Report.write(options, work.name().toLowerCase(Locale.ROOT), rounds);
  }

  private void measure(Path directory) throws IOException {
    var runners = new ArrayList<Runner>();
    try {
      for (Contestant contestant : contestants) {
        Path data = directory.resolve(contestant.name());
        runners.add(Runner.start(contestant, work, data, threads));
      }
      for (Runner runner : runners) {
        warmUp(runner);
      }
      for (int round = 1; round <= options.rounds(); round++) {
        for (Runner runner : runners) {
          Round measured = runner.run(options.round());
          rounds.computeIfAbsent(runner.contestant(), _ -> new ArrayList<>()).add(measured);
          progress("round " + round, runner, measured);
        }
      }
    } finally {
      runners.forEach(Runner::close);
    }
  }

  /// Until it has made enough turns for the compiler to be done with them, or the time is over.
  private void warmUp(Runner runner) {
    Deadline deadline = Deadline.in(options.warmUp(), threads);
    long turns = 0;
    while (turns < WARM_TURNS && !deadline.passed(threads)) {
      Round round = runner.run(WARM_UP_STEP);
      turns += round.turns();
      progress("warming up", runner, round);
    }
  }

  private static void progress(String what, Runner runner, Round round) {
    System.err.printf(
        "%-10s  %-28s  %,9.0f turns/s  %7.3f CPU s per 1,000%n",
        what, runner.contestant().title, round.perSecond(), round.cpuPerThousand());
  }

  private void print(PrintStream out) {
    out.printf(
        "%n%s: 32 conversations, each replaced after 10 turns; medians of %d rounds%n%n",
        work.title, options.rounds());
    out.printf(
        "%-28s  %9s  %15s  %21s  %12s  %11s%n",
        "", "turns/s", "CPU s per 1,000", "(lowest to highest)", "commits/turn", "writes/turn");
    for (Contestant contestant : contestants) {
      List<Round> all = roundsOf(contestant);
      out.printf(
          "%-28s  %,9.0f  %15.4f  %21s  %12.2f  %11.2f%n",
          contestant.title,
          median(all, Round::perSecond),
          median(all, Round::cpuPerThousand),
          spread(all),
          median(all, Round::commitsPerTurn),
          median(all, Round::writesPerTurn));
    }
    out.println();
    ratio(out, Contestant.SPINE_REST, Contestant.BARE_REST);
    ratio(out, Contestant.SPINE_REST, Contestant.BARE_JDK);
    ratio(out, Contestant.SPINE, Contestant.BARE);
  }

  private List<Round> roundsOf(Contestant contestant) {
    return rounds.getOrDefault(contestant, List.of());
  }

  private void ratio(PrintStream out, Contestant one, Contestant other) {
    if (!rounds.containsKey(one) || !rounds.containsKey(other)) return;
    double ratio =
        median(roundsOf(one), Round::cpuPerThousand)
            / median(roundsOf(other), Round::cpuPerThousand);
    out.printf("CPU, %s / %s: %.1f%n", one.title, other.title, ratio);
  }

  private static String spread(List<Round> rounds) {
    var summary = rounds.stream().mapToDouble(Round::cpuPerThousand).summaryStatistics();
    return "%.4f to %.4f".formatted(summary.getMin(), summary.getMax());
  }

  private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
