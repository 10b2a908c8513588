package frontdesk.conversation;

import java.time.Instant;

/// An accepted event.
///
/// @param seq its place in the conversation's inbox, counted from 1
/// @param at the store's time when it was accepted
public record Arrived(long seq, Instant at, InboundEvent event) {

  /// When it was sent, as far as known: by the platform's clock, else when it was accepted.
  public Instant sentAt() {
    return event.at().orElse(at);
  }
}
