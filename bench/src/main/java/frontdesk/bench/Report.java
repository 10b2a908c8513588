package frontdesk.bench;

import frontdesk.bench.Runner.Round;
import frontdesk.json.Jsons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// Writes the figures of every round as JSON: `{scenario: {contestant: [round, …]}}`. A scenario
/// is added to what the file has.
final class Report {
  private Report() {}

  static void write(Options options, String scenario, Map<Contestant, List<Round>> rounds)
      throws IOException {
    ObjectNode measured = Jsons.object();
    rounds.forEach(
        (contestant, all) -> {
          var list = measured.putArray(contestant.name());
          for (Round round : all) list.add(json(round));
        });
    write(options, scenario, measured);
  }

  static void write(Options options, String scenario, ObjectNode figures) throws IOException {
    if (options.json().isEmpty()) return;
    Path file = options.json().get();
    ObjectNode all =
        Files.exists(file) ? Jsons.parseObject(Files.readString(file)) : Jsons.object();
    all.set(scenario, figures);
    Files.writeString(file, all.toPrettyString() + "\n");
  }

  private static ObjectNode json(Round round) {
    return Jsons.object()
        .put("turns", round.turns())
        .put("seconds", round.seconds())
        .put("cpu_seconds", round.cpuSeconds())
        .put("commits", round.commits())
        .put("writes", round.writes());
  }
}
