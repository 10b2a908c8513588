package frontdesk.simulation.world;

import frontdesk.conversation.ConversationId;
import frontdesk.model.Message.Customer;
import frontdesk.model.ModelRequest;
import frontdesk.simulation.Chance;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Messages that a turn cannot bear: it throws, or its process dies, each time or a few times.
final class Poison {
  private static final String MARK = "Poison ";

  private final Map<ConversationId, Integer> failures = new HashMap<>();
  private final Set<ConversationId> cured = new HashSet<>();

  /// What it does to a turn.
  enum Kind {
    /// The model's client fails with an error.
    ERROR,
    /// One of our own tools has a bug.
    THROWS,
    /// The process dies.
    KILLS
  }

  /// A message that fails twice, or for ever.
  static String text(Chance chance) {
    Kind kind = chance.pick(List.of(Kind.values()));
    return MARK + kind + " " + (chance.oneIn(3) ? 2 : Integer.MAX_VALUE);
  }

  /// What happens to whoever reads this, now; empty: nothing.
  Optional<Kind> in(ModelRequest request) {
    var id = new ConversationId(request.conversation());
    if (cured.contains(id)) return Optional.empty();
    return request.messages().stream()
        .flatMap(message -> message instanceof Customer(var text) ? text.lines() : null)
        .filter(line -> line.contains(MARK))
        .findFirst()
        .map(line -> line.substring(line.indexOf(MARK) + MARK.length()).split(" "))
        .filter(words -> failures.merge(id, 1, Integer::sum) <= Integer.parseInt(words[1]))
        .map(words -> Kind.valueOf(words[0]));
  }

  /// Somebody found the bug.
  void cure(ConversationId id) {
    cured.add(id);
  }
}
