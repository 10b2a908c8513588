package frontdesk.bench;

import frontdesk.bench.rehearsal.Measured;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The entry point of `bin/bench`: runs one scenario, prints its table, and shows progress on
/// standard error. Exit codes: 0 done, 1 failed, 2 wrong usage.
public final class Bench {
  private static final int FAILED = 1;
  private static final int WRONG = 2;
  private static final String USAGE =
      """
      bin/bench SCENARIO [--rounds N] [--seconds N] [--warm-up N] [--json FILE]

      Beside a hand-written loop in memory and LangChain4j, model and backend over HTTP:
        s1      a turn with one look, model and backend at once (2 to 3 min)
        s2      model 2 × 300 ms, tool 50 ms: 300 turns/s offered, then the most (6 to 7 min)
        s3      what the model is sent in a conversation of 200 turns (20 s)
        s4      time from start to the first answered turn, and memory (1 min)
        s5      s1 with 5 % of the model's answers 429 or 500 (2 to 3 min)
        s6      heap of 10,000 conversations that wait for the model (5 to 6 min)
        all     these six

      Frontdesk alone, to be compared with a version before:
        turn    a turn with one look, model and tool plain calls (2 min)
        plain   a turn without a tool, and of the support agent with the guided model (2 min)

      The keyless model on dialogues of the schema-guided corpus (20 s):
        rehearsal FOLDER [--misses]   FOLDER holds dialogues.jsonl and schema.json; --misses prints
                                      what was read otherwise

        --rounds   measured rounds of each contestant; the table shows medians (5; s6: at most 3)
        --seconds  length of a round (3; s2: 10)
        --warm-up  most seconds that each contestant runs before it is measured (40)
        --json     writes the figures of every round to this file
      """;

  private static final List<String> ALL = List.of("s1", "s2", "s3", "s4", "s5", "s6");

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
      if (arguments.getFirst().equals("rehearsal")) return rehearsal(arguments, out);
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

  private static int rehearsal(List<String> arguments, PrintStream out) throws IOException {
    boolean misses = arguments.contains("--misses");
    if (arguments.size() != (misses ? 3 : 2)) {
      throw new IllegalArgumentException("rehearsal: name the folder of dialogues.jsonl");
    }
    Path folder = Path.of(arguments.get(1));
    if (!Files.isReadable(folder.resolve("dialogues.jsonl"))) {
      throw new IllegalArgumentException(folder + ": has no dialogues.jsonl");
    }
    Measured.run(folder, misses, out);
    return 0;
  }

  private static int run(String scenario, Options options, PrintStream out) throws IOException {
    for (String one : scenario.equals("all") ? ALL : List.of(scenario)) measure(one, options, out);
    return 0;
  }

  private static void measure(String scenario, Options options, PrintStream out)
      throws IOException {
    switch (scenario) {
      case "s1" ->
          turns(scenario, "model and backend over HTTP, at once", Work.ORDERS, options).run(out);
      case "s2" -> new Paced(options).run(out);
      case "s3" -> new LongTalk(options).run(out);
      case "s4" -> new Start(options).run(out);
      case "s5" -> new Faults(options).run(out);
      case "s6" -> new Waiting(options).run(out);
      case "turn" -> turns(scenario, "a turn with one look", Work.LOOK, options).run(out);
      case "plain" -> {
        turns(scenario, "a turn without a tool", Work.PLAIN, options).run(out);
        turns("guided", "the support agent, guided model", Work.GUIDED, options).run(out);
      }
      default -> throw new IllegalArgumentException("There is no scenario " + scenario);
    }
  }

  private static Turns turns(String scenario, String title, Work work, Options options) {
    List<Contestant> contestants = work == Work.ORDERS ? Contestant.BESIDE : Contestant.ALONE;
    return new Turns(scenario, title, work, contestants, options);
  }
}
