package frontdesk.simulation.world;

import frontdesk.conversation.ConversationId;
import frontdesk.engine.Threads;
import frontdesk.simulation.Chance;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which server each conversation belongs to, in the opinion of the fleet: one at a time, as with
/// the partitions of a Kafka topic. Servers hear of it when they ask, and until then believe what
/// they heard before. In some runs nothing is assigned, and each server owns all.
final class Assignment {
  /// Whoever was not heard of for so long loses its conversations.
  private static final Duration SILENCE_MAX = Duration.ofSeconds(6);

  private final Threads threads;
  private final Chance chance;
  private final boolean assigns;
  private final Map<ConversationId, String> owners = new LinkedHashMap<>();
  private final Map<String, Long> heard = new LinkedHashMap<>();
  private int moves;

  /// @param assigns false: each server owns all
  Assignment(Threads threads, Chance chance, boolean assigns) {
    this.threads = threads;
    this.chance = chance;
    this.assigns = assigns;
  }

  int moves() {
    return moves;
  }

  /// A server asks what belongs to whom; it lives, then. One that is new, or was given up, gets
  /// some conversations.
  Map<ConversationId, String> heardFrom(String server) {
    boolean joins = heard.put(server, threads.nanos()) == null;
    if (joins) owners.keySet().forEach(id -> mayGive(id, server));
    return Map.copyOf(owners);
  }

  /// Who owns it; it is given to whoever asks first.
  String owner(ConversationId id, String asks) {
    return assigns ? owners.computeIfAbsent(id, _ -> asks) : asks;
  }

  /// Its conversations go to others, if there are any.
  void leaves(String server) {
    if (heard.remove(server) == null) return;
    owners.forEach((id, owner) -> leave(id, owner, server));
  }

  /// Gives up the silent.
  void tend() {
    long since = threads.nanos() - SILENCE_MAX.toNanos();
    for (String server : List.copyOf(heard.keySet())) {
      if (heard.getOrDefault(server, since) < since) leaves(server);
    }
  }

  void move(ConversationId id) {
    Optional.ofNullable(owners.get(id))
        .flatMap(this::another)
        .ifPresent(server -> give(id, server));
  }

  private void leave(ConversationId id, String owner, String server) {
    if (owner.equals(server)) another(server).ifPresent(other -> give(id, other));
  }

  private void mayGive(ConversationId id, String server) {
    boolean orphan = !heard.containsKey(owner(id, server));
    if (orphan || chance.oneIn(2)) give(id, server);
  }

  private void give(ConversationId id, String server) {
    if (!server.equals(owners.put(id, server))) moves++;
  }

  private Optional<String> another(String server) {
    return heard.keySet().stream().filter(other -> !other.equals(server)).findFirst();
  }
}
