package frontdesk.channel;

import frontdesk.conversation.ConversationId;
import java.util.List;
import java.util.Optional;

/// The push channels there are.
public record Channels(List<PushChannel> push) {
  public static final Channels NONE = new Channels(List.of());

  public Channels {
    push = List.copyOf(push);
    for (PushChannel channel : push) {
      if (channel.doubt() == PushChannel.Doubt.READ_BACK && !(channel instanceof ReadsBack)) {
        throw new IllegalArgumentException(
            "Channel " + channel.name() + ": READ_BACK, but it cannot read back");
      }
    }
  }

  /// The channel that a conversation's messages are sent to; empty when they are fetched.
  public Optional<PushChannel> of(ConversationId id) {
    return push.stream().filter(channel -> channel.name().equals(id.channel())).findFirst();
  }
}
