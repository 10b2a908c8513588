package frontdesk.bench;

import static frontdesk.bench.Table.number;

import frontdesk.bench.outside.Knobs;
import frontdesk.bench.outside.Orders;
import frontdesk.bench.peers.Talks;
import frontdesk.json.Jsons;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the model is sent in one conversation of 200 turns.
final class LongTalk {
  private static final String SCENARIO = "s3";
  private static final int TURNS = 200;
  private static final int EARLY = 20;
  private static final List<Integer> SHOWN = List.of(1, EARLY, 50, 100, TURNS);
  private static final int CUSTOMER_BYTES = 200;
  private static final Knobs MODEL = Knobs.PLAIN.withBytes(300).recording();
  private static final Knobs BACKEND = Knobs.PLAIN.withBytes(600);

  private final Options options;

  /// The first request of a turn.
  ///
  /// @param shared bytes of its beginning that are those of the request before
  private record Sent(int bytes, int shared) {
    ObjectNode json() {
      return Jsons.object().put("bytes", bytes).put("shared", shared);
    }
  }

  LongTalk(Options options) {
    this.options = options;
  }

  void run(PrintStream out) throws IOException {
    var sent = new EnumMap<Contestant, List<Sent>>(Contestant.class);
    try (var arena = new Arena(Work.ORDERS, Contestant.BESIDE, options)) {
      for (Runner runner : arena.runners()) {
        arena.checked(SCENARIO, runner, MODEL, BACKEND, one -> one.measure(() -> talk(one, arena)));
        sent.put(runner.contestant(), firstOfTurns(arena.outside().requests()));
      }
    }
    print(out, sent);
    Report.write(options, SCENARIO, sent, Sent::json);
  }

  private static List<Told> talk(Runner runner, Arena arena) {
    var told = new ArrayList<Told>();
    try (Talks with = runner.connect()) {
      String id = with.open();
      for (int turn = 0; turn < TURNS; turn++) {
        String order = Orders.order(0, turn);
        long began = arena.threads().nanos();
        String answer = with.say(id, Orders.question(order, CUSTOMER_BYTES));
        if (!Orders.isRight(order, answer)) throw new IllegalStateException("Wrong: " + answer);
        told.add(new Told(0, turn, began, arena.threads().nanos(), Optional.empty()));
      }
    }
    return told;
  }

  private static List<Sent> firstOfTurns(JsonNode requests) {
    var first = new ArrayList<Sent>();
    for (JsonNode request : requests) {
      if (request.path("first").asBoolean()) {
        first.add(new Sent(request.path("bytes").asInt(), request.path("shared").asInt()));
      }
    }
    return first;
  }

  private static void print(PrintStream out, Map<Contestant, List<Sent>> sent) {
    out.printf(
        "%ns3: one conversation of %d turns; bytes of the first request of a turn, and the share"
            + " of it that is the beginning of the request before%n%n",
        TURNS);
    var heads = new ArrayList<String>();
    heads.add("");
    for (int turn : SHOWN) heads.add("turn " + turn);
    heads.add("most");
    heads.add("turn %d / turn %d".formatted(TURNS, EARLY));
    heads.add("same beginning, of all bytes");
    var table = new Table(heads.toArray(String[]::new));
    sent.forEach((contestant, all) -> table.row(cells(contestant, all)));
    table.print(out);
  }

  private static String[] cells(Contestant contestant, List<Sent> sent) {
    var cells = new ArrayList<String>();
    cells.add(contestant.title);
    for (int turn : SHOWN) cells.add(number(sent.get(turn - 1).bytes(), 0));
    cells.add(number(sent.stream().mapToInt(Sent::bytes).max().orElse(0), 0));
    Sent early = sent.get(EARLY - 1);
    Sent late = sent.get(TURNS - 1);
    cells.add(number((double) late.bytes() / early.bytes(), 2));
    double bytes = sent.stream().mapToInt(Sent::bytes).sum();
    cells.add(number(100.0 * sent.stream().mapToInt(Sent::shared).sum() / bytes, 0) + " %");
    return cells.toArray(String[]::new);
  }
}
