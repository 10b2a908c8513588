package frontdesk.simulation.world;

import frontdesk.conversation.Arrived;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Owner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Who answered when: each event that takes effect when it is accepted begins an epoch, in the
/// order of the inbox.
final class Epochs {
  private final List<Owner> owners = new ArrayList<>();
  private final Story story;

  Epochs(Story story) {
    this.story = story;
    owners.add(Owner.AGENT);
    story.events().stream()
        .sorted(Comparator.comparingLong(Arrived::seq))
        .map(arrived -> arrived.event().what())
        .filter(Inbound::raisesEpoch)
        .forEach(what -> owners.add(what.owner().orElse(owners.getLast())));
  }

  /// As far as the log tells: what was never read began nothing.
  Owner owner(long epoch) {
    return owners.get((int) Math.min(epoch, owners.size() - 1));
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
