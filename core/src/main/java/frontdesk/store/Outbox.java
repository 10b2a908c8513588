package frontdesk.store;

import frontdesk.channel.Delivery;
import frontdesk.channel.Sending;
import frontdesk.conversation.ConversationId;
import java.util.List;
import java.util.Optional;

/// Messages on their way to push channels: written in the same commit as the entry they come from,
/// sent after it. Of a conversation only the oldest that is not finished can be claimed, so they
/// leave in their order.
///
/// All methods throw {@link StoreException} when the store cannot be used.
public interface Outbox {

  /// Takes up messages that are due, for one attempt each. What it returns is durable: until the
  /// request has landed nobody else gets the message, and if nothing is heard of the attempt by
  /// then, it counts as one in doubt.
  ///
  /// What waits from before a takeover, a hand-back or a stop is withdrawn here instead, and the
  /// conversation gets an `Undelivered` event.
  List<Sending> claim(int max);

  /// What became of an attempt. A message that is sent is finished, and a question of approval is
  /// thereby `Shown`; one that cannot be sent is finished, and `Undelivered`. Both events are in
  /// the same commit. What an older attempt learned changes nothing any more, unless it is
  /// `Sent`.
  void settle(Sending sending, Delivery delivery);

  /// The message with this key, which the platform showed us: it is sent. Empty when it is none of
  /// ours.
  Optional<Sending> echoed(String key);

  /// Whether messages of the conversation are not finished.
  boolean isSending(ConversationId id);
}
