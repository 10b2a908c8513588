package frontdesk.store;

import frontdesk.channel.Delivery;
import frontdesk.channel.Sending;
import frontdesk.conversation.CallId;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.EventId;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Principal;
import frontdesk.store.Effects.Outbound;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A message in the outbox, and the rules that every store keeps about it: pure, like {@link
/// Fences}.
///
/// @param entry place of the entry it comes from
/// @param part its place among the messages of that entry
/// @param epoch of the turn it comes from, or {@link #NEVER_WITHDRAWN}
/// @param attempt attempts so far
/// @param doubts of these, how many may have been delivered
/// @param dueAt from when on it can be claimed
/// @param finished sent, withdrawn or given up
public record Letter(
    ConversationId conversation,
    long entry,
    int part,
    Outbound outbound,
    long epoch,
    int attempt,
    int doubts,
    Instant dueAt,
    boolean finished) {
  /// How long after it was claimed a message may still be written.
  public static final Duration ALLOWANCE = Duration.ofSeconds(5);

  /// Older than no epoch.
  public static final long NEVER_WITHDRAWN = Long.MAX_VALUE;

  /// Attempts at a message, over one hour and a half of a platform that is down.
  public static final int ATTEMPTS_MAX = 20;

  private static final String NOBODY_KNOWS = "nobody knows whether it arrived";
  private static final Duration PAUSE_MAX = Duration.ofMinutes(10);

  /// What an operation makes of a letter.
  ///
  /// @param event that the conversation gets
  public record Next(Letter letter, Optional<InboundEvent> event) {}

  /// A new one, which can be claimed at once.
  static Letter of(
      ConversationId id, long entry, int part, Outbound outbound, long epoch, Instant now) {
    return new Letter(id, entry, part, outbound, epoch, 0, 0, now, false);
  }

  /// The same for each attempt, and for no other message.
  public IdempotencyKey key() {
    byte[] name = (conversation + "/out/" + entry + "/" + part).getBytes(StandardCharsets.UTF_8);
    return new IdempotencyKey(UUID.nameUUIDFromBytes(name).toString());
  }

  /// Whether it must not be sent any more, in a conversation of this epoch.
  public boolean isWithdrawn(long epochNow) {
    return epoch < epochNow;
  }

  /// Taken up for one more attempt, which is in doubt until it is settled.
  public Letter claimed(Instant now) {
    Instant landed = now.plus(ALLOWANCE).plus(outbound.timeLimit());
    return new Letter(
        conversation, entry, part, outbound, epoch, attempt + 1, doubts + 1, landed, false);
  }

  /// The attempt that a claim began.
  public Sending sending() {
    return new Sending(
        conversation,
        entry,
        part,
        key(),
        outbound.text(),
        outbound.approval(),
        attempt,
        doubts - 1);
  }

  /// Whether a message is given up after this attempt, when that came to nothing.
  public static boolean isLast(int attempt) {
    return attempt >= ATTEMPTS_MAX;
  }

  public Next withdrawn() {
    return undelivered(doubts == 0 ? Inbound.Undelivered.WITHDRAWN : NOBODY_KNOWS);
  }

  /// After an attempt came to this; empty when it changes nothing.
  public Optional<Next> settled(int ofAttempt, Delivery delivery, Instant now) {
    if (finished) return Optional.empty();
    if (delivery instanceof Delivery.Sent) return Optional.of(sent());
    if (ofAttempt != attempt) return Optional.empty();
    return Optional.of(
        switch (delivery) {
          case Delivery.Sent _ -> sent();
          // That this attempt was turned down says nothing about one before it.
          case Delivery.Undeliverable(var why) -> undelivered(doubts > 1 ? NOBODY_KNOWS : why);
          case Delivery.NotSent _ -> again(doubts - 1, pause(), now);
          case Delivery.RetryAfter(var time) -> again(doubts - 1, longer(time, pause()), now);
          case Delivery.Unknown _ -> again(doubts, pause(), now);
        });
  }

  /// The platform has it.
  public Next sent() {
    return new Next(finish(), outbound.approval().map(this::shown));
  }

  private Next again(int doubtsNow, Duration pause, Instant now) {
    if (isLast(attempt)) {
      return undelivered(doubtsNow > 0 ? NOBODY_KNOWS : "it could not be sent");
    }
    // While the request may still be flying, neither asking nor sending again proves anything.
    Instant landed = doubtsNow == doubts && dueAt.isAfter(now) ? dueAt : now;
    return new Next(
        new Letter(
            conversation,
            entry,
            part,
            outbound,
            epoch,
            attempt,
            doubtsNow,
            landed.plus(pause),
            false),
        Optional.empty());
  }

  private Next undelivered(String why) {
    return new Next(
        finish(), Optional.of(event("undelivered", new Inbound.Undelivered(entry, why))));
  }

  private Letter finish() {
    return new Letter(conversation, entry, part, outbound, epoch, attempt, doubts, dueAt, true);
  }

  private InboundEvent shown(CallId question) {
    return event("shown", new Inbound.Shown(question));
  }

  private InboundEvent event(String name, Inbound what) {
    var id = new EventId(conversation + ":" + name + ":" + entry + ":" + part);
    return InboundEvent.untimed(id, conversation, new Principal.Server(), what);
  }

  /// 1, 2, 4, 8 … seconds.
  private Duration pause() {
    return Duration.ofSeconds(1L << Math.min(Math.max(attempt - 1, 0), 9));
  }

  private static Duration longer(Duration one, Duration other) {
    Duration longer = one.compareTo(other) > 0 ? one : other;
    return longer.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : longer;
  }
}
