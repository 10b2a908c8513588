package frontdesk.simulation.world;

import frontdesk.channel.Delivery;
import frontdesk.channel.Sending;
import frontdesk.conversation.ConversationId;
import frontdesk.store.Outbox;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// An outbox that notes what it gave out, and when.
record WitnessedOutbox(Outbox outbox, Ledger ledger, InstantSource storeTime) implements Outbox {

  /// An attempt that was given out: the store's time was between these when it was.
  record Claim(Sending sending, Instant after, Instant before) {}

  @Override
  public List<Sending> claim(int max) {
    Instant after = storeTime.instant();
    List<Sending> claimed = outbox.claim(max);
    for (Sending sending : claimed) {
      ledger.claimed(new Claim(sending, after, storeTime.instant()));
      if (sending.doubts() > 0) ledger.saw("messages in doubt");
    }
    return claimed;
  }

  @Override
  public void settle(Sending sending, Delivery delivery) {
    outbox.settle(sending, delivery);
  }

  @Override
  public Optional<Sending> echoed(String key) {
    Optional<Sending> echoed = outbox.echoed(key);
    if (echoed.isPresent()) ledger.saw("echoes");
    return echoed;
  }

  @Override
  public boolean isSending(ConversationId id) {
    return outbox.isSending(id);
  }
}
