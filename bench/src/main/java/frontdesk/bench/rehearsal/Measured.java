package frontdesk.bench.rehearsal;

import frontdesk.conversation.Json;
import frontdesk.conversation.Made;
import frontdesk.engine.Deadline;
import frontdesk.json.JsonSchema;
import frontdesk.json.Jsons;
import frontdesk.model.Message;
import frontdesk.model.ModelRequest;
import frontdesk.model.Wishes;
import frontdesk.rehearsal.Hearing;
import frontdesk.rehearsal.Hearing.Decision;
import frontdesk.tool.ToolSpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Measures the keyless model on a corpus of dialogues: which tool comes first, whether thanks and
/// small talk are left alone, which values are found, and that no argument breaks its schema.
public final class Measured {
  /// What the dialogues' "today" is, a Friday.
  private static final Instant NOW = Instant.parse("2019-03-01T08:00:00Z");

  private final Corpus corpus;
  private final PrintStream out;
  private int fresh;
  private int first;
  private int second;
  private int closing;
  private int closingLeft;
  private int small;
  private int smallLeft;
  private int right;
  private int found;
  private int said;
  private int arguments;
  private int invalid;
  private final boolean verbose;

  private Measured(Corpus corpus, PrintStream out, boolean verbose) {
    this.corpus = corpus;
    this.out = out;
    this.verbose = verbose;
  }

  /// Prints the figures, each with its denominator.
  public static void run(Path folder, boolean misses, PrintStream out) throws IOException {
    new Measured(Corpus.read(folder), out, misses).run();
  }

  private void run() throws IOException {
    corpus.dialogues().forEach(this::dialogue);
    smallTalk();
    out.println("dialogues                              " + corpus.dialogues().size());
    figure("right tool first (new intents)", first, fresh);
    figure("right tool in the first two", second, fresh);
    figure("thanks and goodbyes without a tool", closingLeft, closing);
    figure("own cases of small talk without a tool", smallLeft, small);
    figure("both of these", closingLeft + smallLeft, closing + small);
    figure("precision of values", right, found);
    figure("recall of values", right, said);
    out.printf(
        Locale.ROOT, "%-38s %.3f%n", "F1 of values", 2.0 * right / Math.max(1, found + said));
    figure("arguments that break their schema", invalid, arguments);
  }

  private void figure(String name, int count, int of) {
    out.printf(
        Locale.ROOT, "%-38s %.3f  (%d of %d)%n", name, (double) count / Math.max(1, of), count, of);
  }

  private void dialogue(Dialogue dialogue) {
    List<ToolSpec> tools = corpus.tools(dialogue.services(), Optional.of(dialogue));
    var before = new ArrayList<Message>();
    List<String> asks = List.of();
    String active = "";
    for (Dialogue.Turn turn : dialogue.turns()) {
      if (!turn.customer()) {
        before.add(new Message.Assistant(turn.text(), List.of(), turn.asks(), Made.UNKNOWN));
        asks = turn.asks();
        continue;
      }
      before.add(new Message.Customer(turn.text()));
      measure(turn, Hearing.of(request(tools, before, active, asks)), tools);
      if (!turn.intent().equals("NONE")) active = turn.intent();
    }
  }

  private void measure(Dialogue.Turn turn, Hearing hearing, List<ToolSpec> tools) {
    valid(hearing, tools);
    if (turn.closing()) {
      closing++;
      if (hearing.decision() == Decision.NONE) closingLeft++;
      else if (verbose) out.println("CLOSING " + turn.text() + " -> " + hearing.ranked());
    }
    if (turn.fresh()) tool(turn, hearing);
    if (!turn.intent().equals("NONE")) values(turn, hearing);
  }

  private void tool(Dialogue.Turn turn, Hearing hearing) {
    fresh++;
    List<String> ranked = hearing.ranked().stream().map(Hearing.Fit::tool).toList();
    int place = ranked.indexOf(turn.intent());
    if (place == 0) first++;
    else if (verbose)
      out.println("TOOL " + turn.intent() + " <- " + turn.text() + " " + hearing.ranked());
    if (place <= 1) second++;
  }

  private void values(Dialogue.Turn turn, Hearing hearing) {
    ObjectNode read = Jsons.parseObject(hearing.arguments().text());
    boolean rightTool = hearing.ranked().getFirst().tool().equals(turn.intent());
    var wanted = new ArrayList<String>(turn.said().keySet());
    said += wanted.size();
    found += read.size();
    var wrong = new ArrayList<String>();
    for (Map.Entry<String, List<String>> slot : turn.said().entrySet()) {
      String value = read.path(slot.getKey()).asString("");
      if (slot.getValue().stream().anyMatch(s -> same(s, value))) right++;
      else wrong.add(slot.getKey() + "=" + slot.getValue().getFirst());
    }
    boolean extra = read.propertyNames().stream().anyMatch(name -> !turn.said().containsKey(name));
    if (verbose && (extra || !wrong.isEmpty())) {
      out.println(
          (rightTool ? "VALUES " : "VALUES(other tool) ")
              + turn.text()
              + " | missed "
              + wrong
              + " | read "
              + read);
    }
  }

  private void valid(Hearing hearing, List<ToolSpec> tools) {
    ObjectNode read = Jsons.parseObject(hearing.arguments().text());
    if (read.isEmpty()) return;
    String name = hearing.ranked().getFirst().tool();
    Json schema =
        tools.stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow().parameters();
    arguments += read.size();
    invalid += JsonSchema.of(schema).violations(read).size();
  }

  private void smallTalk() throws IOException {
    List<ToolSpec> tools = corpus.tools(corpus.services(), Optional.empty());
    var in = Objects.requireNonNull(Measured.class.getResourceAsStream("small-talk.txt"));
    try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line : lines.readAllLines()) {
        if (line.isBlank()) continue;
        small++;
        Hearing hearing =
            Hearing.of(request(tools, List.of(new Message.Customer(line)), "", List.of()));
        if (hearing.decision() == Decision.NONE) smallLeft++;
        else if (verbose) out.println("SMALL " + line + " -> " + hearing.ranked().subList(0, 2));
      }
    }
  }

  private static ModelRequest request(
      List<ToolSpec> tools, List<Message> messages, String active, List<String> asks) {
    List<ModelRequest.Form> forms =
        tools.stream()
            .filter(tool -> tool.name().equals(active) && !asks.isEmpty())
            .map(
                tool ->
                    new ModelRequest.Form(
                        "1", tool.name(), tool.parameters(), new Json("{}"), asks))
            .toList();
    return new ModelRequest(
        "measured",
        "",
        tools,
        messages,
        forms,
        "en",
        "UTC",
        NOW,
        "c",
        Wishes.NONE,
        Optional.empty(),
        false,
        new Deadline(Long.MAX_VALUE));
  }

  /// Times and numbers by what they mean, words by their letters.
  private static boolean same(String one, String other) {
    return normal(one).equals(normal(other));
  }

  private static String normal(String value) {
    String plain = value.strip().toLowerCase(Locale.ROOT).replaceAll("^the |[.,!?]+$", "");
    try {
      if (plain.matches("\\d{1,2}:\\d{2}"))
        return LocalTime.parse(plain.length() == 4 ? "0" + plain : plain).toString();
      return plain.matches("[$€]?[\\d,]+(\\.\\d+)?")
          ? String.valueOf(Double.parseDouble(plain.replaceAll("[$€,]", "")))
          : plain;
    } catch (DateTimeException e) {
      return plain;
    }
  }
}
