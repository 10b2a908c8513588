package frontdesk.bench;

import static frontdesk.bench.Figures.median;
import static frontdesk.bench.Table.number;

import frontdesk.bench.outside.Knobs;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// What is added to the time that model and backend take, when turns come at a given pace; and the
/// most turns that the machine carries, when everybody speaks as soon as they are answered.
final class Paced {
  private static final String SCENARIO = "s2";
  private static final double OFFERED = 300;
  private static final int CONVERSATIONS = 1_000;

  /// So many that, at the pace of model and backend, they say more than two cores carry.
  private static final int CONVERSATIONS_AT_MOST = 2_000;

  private static final Knobs MODEL = Knobs.PLAIN.withLatency(300);
  private static final Knobs BACKEND = Knobs.PLAIN.withLatency(50);
  private static final double FLOOR_MILLIS = 2 * 300 + 50;
  private static final double NANOS = 1e9;
  private static final Duration ROUND = Duration.ofSeconds(10);

  private final Options options;

  Paced(Options options) {
    this.options = options;
  }

  void run(PrintStream out) throws IOException {
    Map<Contestant, List<Round>> paced;
    Map<Contestant, List<Round>> most;
    Duration round = options.seconds(ROUND);
    try (var arena = new Arena(Work.ORDERS, Contestant.BESIDE, options)) {
      arena.warmUp();
      paced = rounds(arena, "s2 paced", CONVERSATIONS, load -> load.offer(OFFERED, round));
      most = rounds(arena, "s2 most", CONVERSATIONS_AT_MOST, load -> load.run(round));
    }
    print(out, paced, most);
    Report.write(options, SCENARIO, paced, Paced::json);
    Report.write(options, SCENARIO + "-most", most, Paced::json);
  }

  private static Map<Contestant, List<Round>> rounds(
      Arena arena, String what, int conversations, Function<Load, List<Told>> talk) {
    var loads = new EnumMap<Contestant, Load>(Contestant.class);
    return arena.rounds(
        runner -> {
          Load load = loads.computeIfAbsent(runner.contestant(), _ -> runner.load(conversations));
          return arena.measured(
              what, runner, MODEL, BACKEND, one -> one.measure(() -> talk.apply(load)));
        });
  }

  private void print(
      PrintStream out, Map<Contestant, List<Round>> paced, Map<Contestant, List<Round>> most) {
    out.printf(
        "%ns2: model 2 × 300 ms, tool 50 ms; %,.0f turns/s offered by %,d conversations; then %,d"
            + " that speak as soon as they are answered; medians of %d rounds%n%n",
        OFFERED, CONVERSATIONS, CONVERSATIONS_AT_MOST, options.rounds());
    var table =
        new Table(
            "",
            "turns/s reached",
            "added ms p50",
            "added ms p99",
            "CPU s per 1,000 turns",
            "not answered",
            "most turns/s",
            "× the first",
            "not answered");
    Contestant first = Contestant.BESIDE.getFirst();
    for (Contestant contestant : Contestant.BESIDE) {
      List<Round> all = paced.getOrDefault(contestant, List.of());
      table.row(
          contestant.title,
          number(median(all, Paced::reached), 0),
          number(median(all, round -> added(round, 50)), 1),
          number(median(all, round -> added(round, 99)), 1),
          number(median(all, Round::cpuPerThousand), 3),
          number(median(all, Paced::refusedPercent), 1) + " %",
          number(reached(most, contestant), 0),
          number(reached(most, contestant) / reached(most, first), 2),
          number(median(most.getOrDefault(contestant, List.of()), Paced::refusedPercent), 1)
              + " %");
    }
    table.print(out);
    for (Contestant contestant : Contestant.BESIDE) {
      double reached = reached(paced, contestant);
      if (reached < 0.97 * OFFERED) {
        out.printf(
            "%n%s did not reach the %,.0f turns/s that were offered: %,.0f.%n",
            contestant.title, OFFERED, reached);
      }
    }
  }

  private static double reached(Map<Contestant, List<Round>> rounds, Contestant contestant) {
    return median(rounds.getOrDefault(contestant, List.of()), Paced::reached);
  }

  /// Turns answered a second, in the time in which all talk: from when two fifths of the round are
  /// over to the last word.
  private static double reached(Round round) {
    long first = round.told().stream().mapToLong(Told::began).min().orElse(0);
    long last = round.told().stream().mapToLong(Told::began).max().orElse(0);
    long from = first + (last - first) * 2 / 5;
    long answered =
        round.told().stream()
            .filter(Told::isAnswered)
            .filter(told -> told.ended() >= from && told.ended() < last)
            .count();
    return answered / ((last - from) / NANOS);
  }

  private static double refusedPercent(Round round) {
    return 100.0 * (round.turns() - round.answered()) / round.turns();
  }

  private static double added(Round round, int percent) {
    double[] millis =
        round.told().stream().filter(Told::isAnswered).mapToDouble(Told::millis).toArray();
    return Figures.percentile(millis, percent) - FLOOR_MILLIS;
  }

  private static ObjectNode json(Round round) {
    return Report.round(round)
        .put("answered", round.answered())
        .put("reached_per_second", reached(round))
        .put("added_ms_p50", added(round, 50))
        .put("added_ms_p99", added(round, 99));
  }
}
