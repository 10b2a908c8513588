package frontdesk.simulation.world;

import frontdesk.channel.Channels;
import frontdesk.channel.PushChannel;
import frontdesk.channel.Sending;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Log;
import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.simulation.PassesOn;
import frontdesk.store.Effects;
import frontdesk.store.Effects.Outbound;
import frontdesk.store.Journal;
import frontdesk.store.OutboxRow;
import java.util.List;

/// Commits a reply without its row in the outbox: the message is sent from the memory of the
/// process, and gone with it.
final class CommitsTheReplyAlone implements Bug {

  @Override
  public String invariant() {
    return "I7";
  }

  @Override
  public Parts in(Parts parts) {
    return parts.withJournal(journal -> new Remembering(journal, parts));
  }

  private static final class Remembering extends PassesOn {
    private final Channels channels;
    private final Threads threads;

    Remembering(Journal journal, Parts parts) {
      super(journal);
      this.channels = new Channels(parts.channels());
      this.threads = parts.node().threads();
    }

    @Override
    public Log append(Log log, Effects effects) {
      Log appended = super.append(log, effects.with(List.of()));
      for (Outbound outbound : effects.outbox()) {
        Sending sending = sending(appended, outbound);
        channels
            .of(log.head().id())
            .ifPresent(channel -> threads.start("send", () -> send(channel, sending)));
      }
      return appended;
    }

    private void send(PushChannel channel, Sending sending) {
      channel.send(sending, Deadline.in(OutboxRow.ALLOWANCE, threads));
    }

    private static Sending sending(Log log, Outbound outbound) {
      long entry = log.lastSeq();
      var key = new IdempotencyKey(log.head().id() + "/" + entry);
      return new Sending(
          log.head().id(), entry, 0, key, outbound.text(), outbound.approval(), 1, 0);
    }
  }
}
