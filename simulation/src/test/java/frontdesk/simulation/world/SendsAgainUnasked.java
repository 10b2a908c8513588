package frontdesk.simulation.world;

import frontdesk.channel.PushChannel;

/// Sends a message in doubt once more without asking the platform, which could tell: as if each
/// platform that can be asked enforced keys.
final class SendsAgainUnasked implements Bug {

  @Override
  public String invariant() {
    return "G7";
  }

  @Override
  public Parts in(Parts parts) {
    return parts.withChannels(Trusting::new);
  }

  private static final class Trusting extends PassesMessagesOn {

    Trusting(PushChannel channel) {
      super(channel);
    }

    @Override
    public Doubt doubt() {
      return super.doubt() == Doubt.READ_BACK ? Doubt.KEY : super.doubt();
    }
  }
}
