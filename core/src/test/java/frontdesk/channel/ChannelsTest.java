package frontdesk.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import frontdesk.channel.PushChannel.Doubt;
import frontdesk.channel.PushChannel.Quiet;
import frontdesk.conversation.ConversationId;
import frontdesk.engine.Deadline;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is wrong with a channel is said when the process starts, not when a message is in doubt.
class ChannelsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void a_channel_that_is_to_be_asked_must_be_able_to_tell() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Channels(List.of(new Line(Doubt.READ_BACK))))
        .withMessage("Channel line: READ_BACK, but it cannot read back");
  }

  @Test
  void a_conversation_is_sent_to_by_the_channel_of_its_id_or_fetched() {
    var line = new Line(Doubt.KEY);
    var channels = new Channels(List.of(line));
    assertThat(channels.of(new ConversationId("line:shop:one"))).contains(line);
    assertThat(channels.of(new ConversationId("rest:shop:one"))).isEmpty();
  }

  @Test
  void a_quiet_window_is_not_negative_nor_above_its_most() {
    assertThat(new Quiet(SECOND, SECOND).most()).isEqualTo(SECOND);
    assertThatIllegalArgumentException().isThrownBy(() -> new Quiet(SECOND.negated(), SECOND));
    assertThatIllegalArgumentException().isThrownBy(() -> new Quiet(SECOND, Duration.ZERO));
  }

  private record Line(Doubt doubt) implements PushChannel {
    @Override
    public String name() {
      return "line";
    }

    @Override
    public Delivery send(Sending sending, Deadline sendBy) {
      return new Delivery.Sent();
    }

    @Override
    public Duration timeLimit() {
      return SECOND;
    }

    @Override
    public Quiet quiet() {
      return Quiet.NONE;
    }
  }
}
