package frontdesk.store;

import static java.time.Duration.ZERO;

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
public record OutboxRow(
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

  /// What an operation makes of a row.
  ///
  /// @param event that the conversation gets
  public record Next(OutboxRow row, Optional<InboundEvent> event) {}

  /// A new one, which can be claimed at once.
  static OutboxRow of(
      ConversationId id, long entry, int part, Outbound outbound, long epoch, Instant now) {
    return new OutboxRow(id, entry, part, outbound, epoch, 0, 0, now, false);
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
  public OutboxRow claimed(Instant now) {
    Instant landed = now.plus(ALLOWANCE).plus(outbound.timeLimit());
    return new OutboxRow(
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

  /// What is over without another attempt: withdrawn, which is so at once, even while a request may
  /// still arrive, or tried often enough. The latter is said only here, when the row is due and the
  /// last request cannot arrive any more: the next message could overtake it.
  public Optional<Next> over(long epochNow) {
    if (isWithdrawn(epochNow)) {
      return Optional.of(undelivered(doubts == 0 ? Inbound.Undelivered.WITHDRAWN : NOBODY_KNOWS));
    }
    return isSpent() ? Optional.of(undelivered(NOBODY_KNOWS)) : Optional.empty();
  }

  private boolean isSpent() {
    return attempt >= ATTEMPTS_MAX;
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
          case Delivery.NotSent _ -> again(pause(), now);
          case Delivery.RetryAfter(var time) -> again(longer(time, pause()), now);
          // While the request may still be flying, neither asking nor sending again proves
          // anything.
          case Delivery.Unknown _ -> due(doubts, landed(now).plus(isSpent() ? ZERO : pause()));
        });
  }

  /// The platform has it.
  public Next sent() {
    return new Next(finish(), outbound.approval().map(this::shown));
  }

  /// This attempt had no effect.
  private Next again(Duration pause, Instant now) {
    int before = doubts - 1;
    if (isSpent()) return undelivered(before > 0 ? NOBODY_KNOWS : "it could not be sent");
    return due(before, now.plus(pause));
  }

  /// Since the claim, a row is due when its request has landed.
  private Instant landed(Instant now) {
    return dueAt.isAfter(now) ? dueAt : now;
  }

  private Next due(int doubtsNow, Instant at) {
    var next =
        new OutboxRow(conversation, entry, part, outbound, epoch, attempt, doubtsNow, at, false);
    return new Next(next, Optional.empty());
  }

  private Next undelivered(String why) {
    return new Next(
        finish(), Optional.of(event("undelivered", new Inbound.Undelivered(entry, why))));
  }

  private OutboxRow finish() {
    return new OutboxRow(conversation, entry, part, outbound, epoch, attempt, doubts, dueAt, true);
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
