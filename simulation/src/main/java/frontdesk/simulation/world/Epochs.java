package frontdesk.simulation.world;

import frontdesk.conversation.Arrived;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Owner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Who answered when: each event that takes effect when it is accepted begins an epoch, in the
/// order of the inbox.
final class Epochs {
  private final List<Owner> owners = new ArrayList<>();
  private final List<Arrived> raising;
  private final Story story;

  Epochs(Story story) {
    this.story = story;
    owners.add(Owner.AGENT);
    raising =
        story.events().stream()
            .sorted(Comparator.comparingLong(Arrived::seq))
            .filter(arrived -> arrived.event().what().raisesEpoch())
            .toList();
    for (Arrived arrived : raising) {
      owners.add(arrived.event().what().owner().orElse(owners.getLast()));
    }
  }

  /// As far as the log tells: what was never read began nothing.
  Owner owner(long epoch) {
    return owners.get((int) Math.min(epoch, owners.size() - 1));
  }

  /// Whether a stop that was accepted before the turn began stands behind its events.
  boolean isStoppedLater(Received turn) {
    long epoch = 0;
    for (Arrived arrived : raising) {
      boolean isLater = arrived.seq() > turn.events().getLast().seq();
      if (++epoch <= turn.epoch() && isLater && arrived.event().what().stops()) return true;
    }
    return false;
  }

  Owner last() {
    return owners.getLast();
  }

  /// The epoch of the turn that this entry belongs to.
  long of(long entry) {
    return story.entries().stream()
        .filter(logged -> logged.seq() <= entry && logged.entry() instanceof Received)
        .map(Logged::entry)
        .mapToLong(received -> ((Received) received).epoch())
        .reduce(0, (_, newer) -> newer);
  }
}
