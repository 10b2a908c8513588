package frontdesk.simulation.world;

import frontdesk.channel.Delivery;
import frontdesk.channel.Sending;
import frontdesk.conversation.ConversationId;
import frontdesk.store.Outbox;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An outbox that notes what it gave out, and what was known before.
record WitnessedOutbox(Outbox outbox, Ledger ledger, InstantSource storeTime) implements Outbox {

  /// An attempt that was given out, durably.
  ///
  /// @param asked the store's time before it was
  /// @param epoch of the conversation, as far as the store had said so by then
  record Claim(Sending sending, Instant asked, long epoch) {}

  @Override
  public List<Sending> claim(int max) {
    Instant asked = storeTime.instant();
    Map<ConversationId, Long> epochs = new HashMap<>(ledger.epochs());
    List<Sending> claimed = outbox.claim(max);
    for (Sending sending : claimed) {
      long epoch = epochs.getOrDefault(sending.conversation(), 0L);
      ledger.claimed(new Claim(sending, asked, epoch));
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
