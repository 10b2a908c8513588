package frontdesk.bench;

import static frontdesk.bench.Figures.median;
import static frontdesk.bench.Table.number;

import frontdesk.bench.outside.Knobs;
import frontdesk.bench.outside.Orders;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// What becomes of turns when the model fails now and then: 5 of 100 answers are 429 or 500.
final class Faults {
  private static final String SCENARIO = "s5";
  private static final int ERROR_PERCENT = 5;
  private static final long SEEDS_APART = 1_000_000_000L;

  private final Options options;

  /// A round, and what its turns met.
  ///
  /// @param struck turns with an error of the model
  /// @param delays what it added to those of them that were answered, in milliseconds: over the
  ///     median of the turns without
  private record Struck(Round round, long struck, List<Double> delays) {
    double answeredPercent() {
      return 100.0 * round.answered() / round.turns();
    }

    double struckPercent() {
      return 100.0 * struck / round.turns();
    }

    double delay(int percent) {
      double[] all = delays.stream().mapToDouble(Double::doubleValue).toArray();
      return Figures.percentile(all, percent);
    }

    ObjectNode json() {
      return Report.round(round)
          .put("answered", round.answered())
          .put("met_an_error", struck)
          .put("added_ms_p50", delay(50))
          .put("added_ms_p95", delay(95));
    }
  }

  Faults(Options options) {
    this.options = options;
  }

  void run(PrintStream out) throws IOException {
    Map<Contestant, List<Struck>> rounds;
    try (var arena = new Arena(Work.ORDERS, Contestant.BESIDE, options)) {
      arena.warmUp();
      var seeds = new EnumMap<Contestant, Long>(Contestant.class);
      rounds =
          arena.rounds(
              // The same errors for all, others in each round.
              one -> measure(arena, one, seeds.merge(one.contestant(), 1L, Long::sum)));
    }
    print(out, rounds);
    Report.write(options, SCENARIO, rounds, Struck::json);
  }

  private Struck measure(Arena arena, Runner runner, long seed) {
    Knobs failing = Knobs.PLAIN.withErrors(ERROR_PERCENT, seed * SEEDS_APART);
    Duration time = options.seconds(Options.ROUND);
    Round round = arena.measured(SCENARIO, runner, failing, Knobs.PLAIN, one -> one.run(time));
    return struck(round, arena.outside().errors());
  }

  private static Struck struck(Round round, Set<String> errors) {
    Map<Boolean, List<Told>> told =
        round.told().stream().collect(Collectors.partitioningBy(t -> errors.contains(order(t))));
    List<Told> struck = told.getOrDefault(true, List.of());
    double usual = median(told.getOrDefault(false, List.of()), Told::millis);
    return new Struck(
        round,
        struck.size(),
        struck.stream().filter(Told::isAnswered).map(t -> t.millis() - usual).toList());
  }

  private static String order(Told told) {
    return Orders.order(told.conversation(), told.turn());
  }

  private void print(PrintStream out, Map<Contestant, List<Struck>> rounds) {
    out.printf(
        "%ns5: as s1, and %d %% of the model's answers are 429 or 500; medians of %d rounds%n%n",
        ERROR_PERCENT, options.rounds());
    var table =
        new Table(
            "",
            "turns/s",
            "turns that met an error",
            "turns answered",
            "added ms by retries p50",
            "added ms by retries p95");
    for (Contestant contestant : Contestant.BESIDE) {
      List<Struck> all = rounds.getOrDefault(contestant, List.of());
      table.row(
          contestant.title,
          number(median(all, struck -> struck.round().perSecond()), 0),
          number(median(all, Struck::struckPercent), 1) + " %",
          number(median(all, Struck::answeredPercent), 2) + " %",
          number(median(all, struck -> struck.delay(50)), 0),
          number(median(all, struck -> struck.delay(95)), 0));
    }
    table.print(out);
  }
}
