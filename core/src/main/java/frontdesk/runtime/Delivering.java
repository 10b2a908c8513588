package frontdesk.runtime;

import frontdesk.channel.Channels;
import frontdesk.channel.Delivery;
import frontdesk.channel.PushChannel;
import frontdesk.channel.ReadsBack;
import frontdesk.channel.Sending;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Logged;
import frontdesk.engine.Deadline;
import frontdesk.engine.Engine;
import frontdesk.engine.Threads;
import frontdesk.engine.Threads.Signal;
import frontdesk.store.Outbox;
import frontdesk.store.OutboxRow;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

/// Sends what is in the outbox: claim, send, settle; each message on a thread of its own. What an
/// attempt came to is unknown until it is settled, and a message in doubt is never simply sent
/// again: first it is reconciled, as far as its platform allows.
public final class Delivering implements Listener {
  private static final Logger LOG = System.getLogger(Delivering.class.getName());
  private static final int FLYING_MAX = 64;
  /// Nobody knows, after one message too many may have been sent already.
  private static final int DOUBTS_MAX = 2;

  private final Outbox outbox;
  private final Channels channels;
  private final Engine engine;
  private final Threads threads;
  private final Duration scanEvery;
  private final Signal wake;
  private final Signal landed;
  private int flying;
  private boolean draining;

  public Delivering(
      Outbox outbox, Channels channels, Engine engine, Threads threads, Duration scanEvery) {
    this.outbox = outbox;
    this.channels = channels;
    this.engine = engine;
    this.threads = threads;
    this.scanEvery = scanEvery;
    this.wake = threads.signal();
    this.landed = threads.signal();
  }

  /// Begins to send, first of all what an earlier process left.
  public void start() {
    threads.start("outbox", this::work);
  }

  @Override
  public void committed(ConversationId conversation, List<Logged> entries) {
    boolean answered = entries.stream().map(Logged::entry).anyMatch(Entry::closesTurn);
    if (answered && channels.of(conversation).isPresent()) wake.raise();
  }

  /// Claims nothing more and waits for what is under way, at most this long. True when all is
  /// settled.
  public boolean drain(Duration grace) {
    synchronized (this) {
      draining = true;
    }
    wake.raise();
    Deadline deadline = Deadline.in(grace, threads);
    while (flying() > 0 && landed.await(deadline)) {}
    return flying() == 0;
  }

  private void work() {
    while (!isDraining()) {
      boolean more = false;
      try {
        more = sendWhatIsDue();
      } catch (RuntimeException | Error e) {
        // Errors too: whatever it was, other messages are to leave.
        LOG.log(Level.WARNING, "the outbox could not be read; trying again", e);
      }
      if (!more) wake.await(Deadline.in(scanEvery, threads));
    }
  }

  /// True when there may be more.
  private boolean sendWhatIsDue() {
    int free = FLYING_MAX - flying();
    if (free <= 0 || !beginsToClaim()) return false;
    try {
      // Measured from before the claim, so it ends before others may think that it has landed.
      Deadline sendBy = Deadline.in(OutboxRow.ALLOWANCE, threads);
      List<Sending> claimed = outbox.claim(free);
      for (Sending sending : claimed) {
        takesOff();
        threads.start("send " + sending.conversation(), () -> deliver(sending, sendBy));
      }
      return claimed.size() == free;
    } finally {
      lands();
    }
  }

  /// A claim is under way as well: who drains waits for it, or it does not begin.
  private synchronized boolean beginsToClaim() {
    if (draining) return false;
    flying++;
    return true;
  }

  private void deliver(Sending sending, Deadline sendBy) {
    try {
      Delivery delivery =
          channels
              .of(sending.conversation())
              .map(channel -> attempt(channel, sending, sendBy))
              .orElseGet(() -> new Delivery.Undeliverable("its channel is no longer configured"));
      Running.handIn(threads, () -> outbox.settle(sending, delivery));
      engine.wake(sending.conversation());
    } finally {
      lands();
      wake.raise();
    }
  }

  private Delivery attempt(PushChannel channel, Sending sending, Deadline sendBy) {
    var unknown = new Delivery.Unknown("no answer in time");
    var deadline = new Deadline(sendBy.nanos() + channel.timeLimit().toNanos());
    var running =
        new Running<Delivery>(
            threads,
            deadline,
            () -> reconciled(channel, sending, sendBy),
            // Whatever it threw, the message may have left.
            new Delivery.Unknown("the channel failed"),
            late -> outbox.settle(sending, late));
    running.start("channel " + channel.name());
    return running.await(unknown);
  }

  private static Delivery reconciled(PushChannel channel, Sending sending, Deadline sendBy) {
    if (sending.doubts() == 0) return channel.send(sending, sendBy);
    return switch (channel.doubt()) {
      case KEY -> channel.send(sending, sendBy);
      case READ_BACK -> {
        Delivery found = ((ReadsBack) channel).find(sending);
        yield found instanceof Delivery.NotSent ? channel.send(sending, sendBy) : found;
      }
      case NOTHING ->
          sending.doubts() < DOUBTS_MAX
              ? channel.send(sending, sendBy)
              : new Delivery.Undeliverable("it was sent as often as can be answered for");
    };
  }

  private synchronized boolean isDraining() {
    return draining;
  }

  private synchronized int flying() {
    return flying;
  }

  private synchronized void takesOff() {
    flying++;
  }

  private void lands() {
    synchronized (this) {
      flying--;
    }
    // Outside of the lock: who is woken may run before this goes on.
    landed.raise();
  }
}
