package frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Agent;
import frontdesk.agent.Agents;
import frontdesk.agent.Facts;
import frontdesk.agent.Limits;
import frontdesk.channel.Channels;
import frontdesk.channel.Delivery;
import frontdesk.channel.PushChannel;
import frontdesk.channel.Sending;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Principal;
import frontdesk.edge.Edge;
import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.model.ChatModel;
import frontdesk.model.Message;
import frontdesk.model.ModelReply;
import frontdesk.model.Wishes;
import frontdesk.runtime.Listener;
import frontdesk.simulation.MemoryJournal;
import frontdesk.simulation.NoArchives;
import frontdesk.simulation.Node;
import frontdesk.simulation.Simulation;
import frontdesk.simulation.Steps;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// A stop while a turn and a message hang, in simulated time.
class SharedGraceTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final ConversationId ONE = new ConversationId("line:shop:one");
  private static final ConversationId TWO = new ConversationId("line:shop:two");

  private final Simulation simulation = new Simulation(1);
  private final Node node = simulation.node("desk");
  private final Threads threads = node.threads();

  @Test
  void D09_turns_and_messages_share_the_grace_of_a_stop() {
    simulation.run(
        node,
        () -> {
          Spine spine = start();
          says(spine, ONE, "an answer whose message hangs");
          says(spine, TWO, "hang");
          threads.sleep(Duration.ofSeconds(2));
          long began = threads.nanos();
          assertThat(spine.drain(GRACE)).isFalse();
          assertThat(Duration.ofNanos(threads.nanos() - began))
              .isBetween(GRACE, GRACE.plusSeconds(1));
        });
  }

  private Spine start() {
    var journal = new MemoryJournal(node.clock(), Steps.NONE, true);
    var store = new Spine.Store(journal, journal, journal, new NoArchives());
    var edge = new Edge(threads, node.clock(), () -> "id", new SplittableRandom(1));
    var channels = new Channels(List.of(new Line()));
    return Spine.start(
        store, new Agents(List.of(agent())), Model.plain(model()), channels, edge, Listener.NONE);
  }

  private static void says(Spine spine, ConversationId id, String text) {
    var opened = new Inbound.Opened("teller", Map.of());
    for (Inbound what : List.of(opened, new Inbound.Said(text))) {
      var event = new EventId(id + ":" + what.getClass().getSimpleName());
      spine
          .reception()
          .accept(InboundEvent.untimed(event, id, new Principal.Visitor("someone"), what));
    }
  }

  private ChatModel model() {
    return (request, _) -> {
      if (request.messages().getLast() instanceof Message.Customer(var text)
          && text.equals("hang")) {
        threads.sleep(HOUR);
      }
      return ModelReply.text("Done.");
    };
  }

  private static Agent agent() {
    return new Agent(
        "teller",
        "1",
        "teller",
        true,
        "",
        Facts.NONE,
        List.of(),
        List.of(),
        List.of(),
        "en",
        "UTC",
        Limits.DEFAULT,
        Wishes.NONE);
  }

  /// Hangs with each message.
  private final class Line implements PushChannel {
    @Override
    public String name() {
      return "line";
    }

    @Override
    public Delivery send(Sending sending, Deadline sendBy) {
      threads.sleep(HOUR);
      return new Delivery.Sent();
    }

    @Override
    public Doubt doubt() {
      return Doubt.KEY;
    }

    @Override
    public Duration timeLimit() {
      return HOUR;
    }

    @Override
    public Quiet quiet() {
      return Quiet.NONE;
    }
  }
}
