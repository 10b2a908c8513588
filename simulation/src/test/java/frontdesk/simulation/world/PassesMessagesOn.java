package frontdesk.simulation.world;

import frontdesk.channel.Delivery;
import frontdesk.channel.PushChannel;
import frontdesk.channel.ReadsBack;
import frontdesk.channel.Sending;
import frontdesk.engine.Deadline;
import java.time.Duration;

/// A channel that passes all on to another: what differs overrides it.
abstract class PassesMessagesOn implements ReadsBack {
  private final PushChannel channel;

  PassesMessagesOn(PushChannel channel) {
    this.channel = channel;
  }

  @Override
  public String name() {
    return channel.name();
  }

  @Override
  public Delivery send(Sending sending, Deadline sendBy) {
    return channel.send(sending, sendBy);
  }

  @Override
  public Delivery find(Sending sending) {
    return ((ReadsBack) channel).find(sending);
  }

  @Override
  public Doubt doubt() {
    return channel.doubt();
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
