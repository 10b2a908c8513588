package frontdesk.simulation.world;

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
  private final Assignment assignment;

  Fleet(Assignment assignment) {
    this.assignment = assignment;
  }

  /// Starts whatever does not run, and gives what it owned to others.
  void tend(Function<String, Server> start) {
    for (String name : NAMES) {
      Optional<Server> before = Optional.ofNullable(servers.get(name));
      if (before.filter(Server::isAlive).isPresent()) continue;
      before.ifPresent(dead -> assignment.leaves(dead.name()));
      servers.put(name, start.apply(name));
    }
    assignment.tend();
  }

  /// The one that a request happens to reach, dead or alive; empty while the first one starts.
  Optional<Server> any(Chance chance) {
    return servers.isEmpty() ? Optional.empty() : Optional.of(chance.pick(all()));
  }

  List<Server> all() {
    return List.copyOf(servers.values());
  }
}
