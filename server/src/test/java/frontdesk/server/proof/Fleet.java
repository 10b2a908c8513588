package frontdesk.server.proof;

import frontdesk.simulation.Chance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Two servers over one store: each is the other's stale worker, and each takes over from the
/// other.
final class Fleet {
  private static final List<String> NAMES = List.of("server-a", "server-b");

  private final Map<String, Server> servers = new LinkedHashMap<>();
  private final Chance chance;

  Fleet(Chance chance) {
    this.chance = chance;
  }

  /// Starts whatever does not run.
  void tend(Function<String, Server> start) {
    for (String name : NAMES) {
      boolean runs = Optional.ofNullable(servers.get(name)).filter(Server::isAlive).isPresent();
      if (!runs) servers.put(name, start.apply(name));
    }
  }

  /// The one that a request happens to reach, dead or alive.
  Server any() {
    return chance.pick(List.copyOf(servers.values()));
  }
}
