package frontdesk.simulation.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What many runs came to.
final class Tally {
  /// In every second run at least, on average.
  private static final List<String> COMMON =
      List.of(
          "crashes",
          "pauses",
          "moves",
          "clock jumps",
          "stops",
          "effects",
          "deaths of the store",
          "moves in a pause after an intent",
          "false beliefs to own",
          "wake-ups left to the owner",
          "events sent twice",
          "events sent to two servers at once",
          "clients that gave up",
          "refusals of a full inbox",
          "requests LOST_ON_THE_WAY",
          "requests ANSWER_LOST",
          "requests ANSWER_LATE",
          "requests FAILED",
          "requests REFUSED",
          "requests not sent",
          "look-ups",
          "repetitions of calls",
          "repetitions of calls without success",
          "calls with wrong arguments",
          "replies with several acts");

  /// In every hundredth run at least: they are dear.
  private static final List<String> RARE =
      List.of("bursts", "long bursts", "floods", "full turns", "long turns");

  private final Map<String, Long> counts = new LinkedHashMap<>();
  private long seeds;
  private long steps;
  private long violations;

  void add(Result result) {
    seeds++;
    steps += result.steps();
    violations += result.violations().size();
    result.counts().forEach((what, times) -> counts.merge(what, (long) times, Long::sum));
  }

  /// What happened too seldom for the runs to prove something.
  List<String> tooRare() {
    var common = COMMON.stream().filter(what -> count(what) < seeds / 2);
    var rare = RARE.stream().filter(what -> count(what) < seeds / 100);
    return Stream.concat(common, rare).toList();
  }

  private long count(String what) {
    return counts.getOrDefault(what, 0L);
  }

  @Override
  public String toString() {
    return counts.entrySet().stream()
        .map(count -> count.getValue() + " " + count.getKey())
        .collect(
            Collectors.joining(
                ", ",
                "simulation: " + seeds + " seeds, " + steps + " steps, ",
                ", " + violations + " violations"));
  }
}
