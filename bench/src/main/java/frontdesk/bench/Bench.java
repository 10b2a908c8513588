package frontdesk.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The entry point of `bin/bench`: runs one scenario, prints its table, and shows progress on
/// standard error. Exit codes: 0 done, 1 failed, 2 wrong usage.
public final class Bench {
  private static final int FAILED = 1;
  private static final int WRONG = 2;
  private static final String USAGE =
      """
      bin/bench SCENARIO [--rounds N] [--seconds N] [--warm-up N] [--json FILE]

        turn    CPU of a turn with one look, beside a hand-written loop in memory (2 to 3 min)
        plain   the same without a tool, and the support agent with the guided model
        start   time from start to the first answered turn, and memory (about 1 min)

        --rounds   measured rounds of each contestant; the table shows medians (5)
        --seconds  length of a round (3)
        --warm-up  most seconds that each contestant runs before it is measured (25)
        --json     writes the figures of every round to this file
      """;

  private Bench() {}

  /// Runs what the arguments name.
  public static void main(String[] arguments) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(List.of(arguments), out));
  }

  private static int run(List<String> arguments, PrintStream out) {
    if (arguments.isEmpty()) {
      out.print(USAGE);
      return 0;
    }
    try {
      Options options = Options.parse(arguments.subList(1, arguments.size()));
      return run(arguments.getFirst(), options, out);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return WRONG;
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      System.err.println("The measurement failed: " + e.getMessage());
      return FAILED;
    }
  }

  private static int run(String scenario, Options options, PrintStream out) throws IOException {
    switch (scenario) {
      case "turn" -> new Turns(Work.LOOK, Arrays.asList(Contestant.values()), options).run(out);
      case "plain" -> {
        new Turns(Work.PLAIN, Arrays.asList(Contestant.values()), options).run(out);
        new Turns(Work.GUIDED, List.of(Contestant.SPINE_REST), options).run(out);
      }
      case "start" -> new Start(options).run(out);
      default -> throw new IllegalArgumentException("There is no scenario " + scenario);
    }
    return 0;
  }
}
