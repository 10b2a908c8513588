package frontdesk.server.killed;

import frontdesk.edge.Edge;
import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.json.Jsons;
import frontdesk.server.killed.Local.Peer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// What reached the platform, as it counted it: at most a moment old.
final class Counted {
  private static final Duration OLD = Duration.ofMillis(20);
  private static final Threads THREADS = Edge.real().threads();

  private final Peer platform;
  private final List<JsonNode> all = new ArrayList<>();
  private Deadline fresh = Deadline.in(Duration.ZERO, THREADS);

  Counted(Peer platform) {
    this.platform = platform;
  }

  /// A message as the platform showed it.
  record Shown(String text, String question) {}

  /// What a customer has on the screen.
  List<Shown> messages(String conversation) {
    return of("message", request -> request.path("conversation").asString("").equals(conversation))
        .stream()
        .map(r -> new Shown(r.path("text").asString(""), r.path("question").asString("")))
        .toList();
  }

  long actsWithKey(String key) {
    return of("act", request -> request.path("key").asString("").equals(key)).size();
  }

  /// A slot stands for one wish of one customer.
  long actsOnSlot(String slot) {
    return of("act", request -> request.path("slot").asString("").equals(slot)).size();
  }

  int all(String what) {
    return of(what, _ -> true).size();
  }

  private synchronized List<JsonNode> of(String what, Predicate<JsonNode> which) {
    if (fresh.passed(THREADS)) read();
    return all.stream()
        .filter(request -> request.path("what").asString("").equals(what))
        .filter(which)
        .toList();
  }

  /// What was counted until now.
  synchronized void read() {
    var news = platform.post("/counted", Jsons.object().put("from", all.size()));
    news.body().path("counted").forEach(all::add);
    fresh = Deadline.in(OLD, THREADS);
  }
}
