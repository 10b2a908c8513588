package frontdesk.bench;

import static frontdesk.bench.Figures.median;
import static frontdesk.bench.Table.number;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/// What a turn costs each contestant when model and tool take no time: 32 conversations, each
/// replaced after 10 turns.
final class Turns {
  private final String scenario;
  private final String title;
  private final Work work;
  private final List<Contestant> contestants;
  private final Options options;

  Turns(String scenario, String title, Work work, List<Contestant> contestants, Options options) {
    this.scenario = scenario;
    this.title = title;
    this.work = work;
    this.contestants = List.copyOf(contestants);
    this.options = options;
  }

  void run(PrintStream out) throws IOException {
    Map<Contestant, List<Round>> rounds;
    try (var arena = new Arena(work, contestants, options)) {
      arena.warmUp();
      rounds = arena.rounds(one -> arena.plain(scenario, one, options.seconds(Options.ROUND)));
    }
    out.printf(
        "%n%s: %s; 32 conversations, each replaced after 10 turns; medians of %d rounds%n%n",
        scenario, title, options.rounds());
    table(rounds).print(out);
    Report.write(options, scenario, rounds, Report::round);
  }

  private Table table(Map<Contestant, List<Round>> rounds) {
    var table =
        new Table(
            "",
            "turns/s",
            "CPU s per 1,000 turns",
            "lowest to highest",
            "× the first",
            "commits/turn",
            "writes/turn");
    double first = cpu(rounds, contestants.getFirst());
    for (Contestant contestant : contestants) {
      List<Round> all = rounds.getOrDefault(contestant, List.of());
      boolean durable = median(all, Round::writes) > 0;
      table.row(
          contestant.title,
          number(median(all, Round::perSecond), 0),
          number(cpu(rounds, contestant), 3),
          spread(all),
          number(cpu(rounds, contestant) / first, 2),
          durable ? number(median(all, Round::commitsPerTurn), 2) : "",
          durable ? number(median(all, Round::writesPerTurn), 2) : "");
    }
    return table;
  }

  private static double cpu(Map<Contestant, List<Round>> rounds, Contestant contestant) {
    return median(rounds.getOrDefault(contestant, List.of()), Round::cpuPerThousand);
  }

  private static String spread(List<Round> rounds) {
    var summary = rounds.stream().mapToDouble(Round::cpuPerThousand).summaryStatistics();
    return number(summary.getMin(), 3) + " to " + number(summary.getMax(), 3);
  }
}
