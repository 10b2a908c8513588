package frontdesk.bench;

import frontdesk.json.Jsons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// Writes the figures of every round as JSON: `{scenario: {contestant: [round, …]}}`. A scenario
/// is added to what the file has.
final class Report {
  private Report() {}

  static <T> void write(
      Options options,
      String scenario,
      Map<Contestant, List<T>> figures,
      Function<T, ObjectNode> json)
      throws IOException {
    ObjectNode measured = Jsons.object();
    figures.forEach(
        (contestant, all) -> {
          var list = measured.putArray(contestant.name());
          for (T one : all) list.add(json.apply(one));
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

  static ObjectNode round(Round round) {
    return Jsons.object()
        .put("turns", round.turns())
        .put("seconds", round.seconds())
        .put("cpu_seconds", round.cpuSeconds())
        .put("commits", round.commits())
        .put("writes", round.writes());
  }
}
