package frontdesk.simulation.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What many runs came to.
final class Tally {
  /// Told first.
  private static final List<String> WHOLE =
      List.of(
          "crashes",
          "pauses",
          "moves",
          "clock jumps",
          "deaths of the store",
          "stops",
          "takeovers",
          "effects",
          "messages TAKEN");

  private static final int A_LINE = 6;

  /// In every second run at least, on average.
  private static final List<String> COMMON =
      List.of(
          "crashes",
          "pauses",
          "moves",
          "clock jumps",
          "stops",
          "takeovers",
          "words of people",
          "hand-backs",
          "previews",
          "messages TAKEN",
          "messages ANSWER_LOST",
          "messages LOST_ON_THE_WAY",
          "messages BUSY",
          "messages in doubt",
          "messages read back",
          "late answers of the platform",
          "echoes",
          "answers to questions of approval",
          "claims of the model",
          "effects",
          "deaths of the store",
          "moves in a pause after an intent",
          "false beliefs to own",
          "wake-ups left to the owner",
          "events sent twice",
          "events sent to two servers at once",
          "clients that gave up",
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

  /// In every tenth run at least.
  private static final List<String> OCCASIONAL =
      List.of(
          "approvals",
          "presses in vain",
          "refusals of a full inbox",
          "approvals by somebody else",
          "approvals given twice",
          "approvals sent before the question was seen",
          "acts decided by people",
          "messages BLOCKED",
          "duplicates that nobody could prevent");

  /// In every hundredth run at least: they are dear.
  private static final List<String> RARE =
      List.of(
          "bursts",
          "long bursts",
          "floods",
          "full turns",
          "long turns",
          "approvals that come too late",
          "poisonous messages",
          "turns poisoned: ERROR",
          "turns poisoned: THROWS",
          "turns poisoned: KILLS",
          "dead letters",
          "replays");

  private final Map<String, Long> counts = new LinkedHashMap<>();
  private long seeds;
  private long steps;
  private long violations;
  private long traces;

  void add(Result result) {
    seeds++;
    steps += result.steps();
    traces = 31 * traces + result.trace().hash().hashCode();
    violations += result.violations().size();
    result.counts().forEach((what, times) -> counts.merge(what, (long) times, Long::sum));
  }

  /// What happened too seldom for the runs to prove something.
  List<String> tooRare() {
    return Stream.of(
            below(COMMON, seeds / 2), below(OCCASIONAL, seeds / 10), below(RARE, seeds / 100))
        .flatMap(List::stream)
        .toList();
  }

  private List<String> below(List<String> kinds, long least) {
    return kinds.stream().filter(what -> count(what) < least).toList();
  }

  private long count(String what) {
    return counts.getOrDefault(what, 0L);
  }

  /// The whole in a line, and what befell whom in more.
  @Override
  public String toString() {
    String first =
        "simulation: %d seeds, %d steps, %s, %d violations, traces %016x"
            .formatted(seeds, steps, counted(WHOLE), violations, traces);
    List<String> rest = counts.keySet().stream().filter(w -> !WHOLE.contains(w)).sorted().toList();
    return IntStream.range(0, (rest.size() + A_LINE - 1) / A_LINE)
        .mapToObj(i -> rest.subList(i * A_LINE, Math.min(rest.size(), (i + 1) * A_LINE)))
        .map(some -> "\nsimulation:   " + counted(some))
        .collect(Collectors.joining("", first, ""));
  }

  private String counted(List<String> kinds) {
    return kinds.stream().map(what -> count(what) + " " + what).collect(Collectors.joining(", "));
  }
}
