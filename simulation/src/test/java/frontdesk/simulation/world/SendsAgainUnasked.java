package frontdesk.simulation.world;

import frontdesk.channel.Delivery;
import frontdesk.channel.PushChannel;
import frontdesk.channel.Sending;
import frontdesk.engine.Deadline;
import java.time.Duration;

/// Sends a message in doubt once more without asking the platform, which could tell: as if each
/// platform enforced keys.
final class SendsAgainUnasked implements Bug {

  @Override
  public String invariant() {
    return "G7";
  }

  @Override
  public Parts in(Parts parts) {
    return parts.withChannels(
        channel ->
            channel.doubt() == PushChannel.Doubt.READ_BACK ? new Trusting(channel) : channel);
  }

  private record Trusting(PushChannel channel) implements PushChannel {

    @Override
    public String name() {
      return channel.name();
    }

    @Override
    public Delivery send(Sending sending, Deadline sendBy) {
      return channel.send(sending, sendBy);
    }

    @Override
    public Doubt doubt() {
      return Doubt.KEY;
    }

    @Override
    public Duration timeLimit() {
      return channel.timeLimit();
    }

    @Override
    public Quiet quiet() {
      return channel.quiet();
    }
  }
}
