package frontdesk.simulation.world;

import frontdesk.channel.Delivery;
import frontdesk.channel.Sending;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.store.Outbox;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Keeps in memory only that it has claimed a message: another process, or the next one, sees it
/// unclaimed, and sends it too.
final class ClaimsWithoutDurability implements Bug {
  // What the store would have: messages that are not settled, and no word of who sends them.
  private final Map<IdempotencyKey, Sending> unclaimed = new LinkedHashMap<>();

  @Override
  public String invariant() {
    return "G4";
  }

  @Override
  public Parts in(Parts parts) {
    return parts.withOutbox(outbox -> new Forgetful(outbox, unclaimed));
  }

  private static final class Forgetful implements Outbox {
    private final Outbox outbox;
    private final Map<IdempotencyKey, Sending> unclaimed;
    private final Set<Sending> mine = new HashSet<>();

    Forgetful(Outbox outbox, Map<IdempotencyKey, Sending> unclaimed) {
      this.outbox = outbox;
      this.unclaimed = unclaimed;
    }

    @Override
    public List<Sending> claim(int max) {
      for (Sending sending : outbox.claim(max)) unclaimed.put(sending.key(), sending);
      var claimed = new ArrayList<Sending>();
      for (Sending sending : unclaimed.values()) {
        if (claimed.size() < max && mine.add(sending)) claimed.add(sending);
      }
      return claimed;
    }

    @Override
    public void settle(Sending sending, Delivery delivery) {
      unclaimed.remove(sending.key());
      outbox.settle(sending, delivery);
    }

    @Override
    public Optional<Sending> echoed(String key) {
      unclaimed.remove(new IdempotencyKey(key));
      return outbox.echoed(key);
    }

    @Override
    public boolean isSending(ConversationId id) {
      return outbox.isSending(id);
    }
  }
}
