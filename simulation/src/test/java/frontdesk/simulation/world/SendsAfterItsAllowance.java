package frontdesk.simulation.world;

import frontdesk.channel.Delivery;
import frontdesk.channel.PushChannel;
import frontdesk.channel.Sending;
import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import java.time.Duration;

/// Does not ask, just before it writes a message, whether it still may: after a pause somebody else
/// may be reconciling it.
final class SendsAfterItsAllowance implements Bug {

  @Override
  public String invariant() {
    return "G4";
  }

  @Override
  public Parts in(Parts parts) {
    Threads threads = parts.node().threads();
    return parts.withChannels(channel -> new Patient(channel, threads));
  }

  private static final class Patient extends PassesMessagesOn {
    private final Threads threads;

    Patient(PushChannel channel, Threads threads) {
      super(channel);
      this.threads = threads;
    }

    @Override
    public Delivery send(Sending sending, Deadline sendBy) {
      return super.send(sending, Deadline.in(Duration.ofHours(1), threads));
    }
  }
}
