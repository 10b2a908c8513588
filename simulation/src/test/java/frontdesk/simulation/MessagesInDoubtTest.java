package frontdesk.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.channel.Channels;
import frontdesk.channel.Delivery;
import frontdesk.channel.PushChannel;
import frontdesk.channel.Sending;
import frontdesk.conversation.Arrived;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Entry.Voice;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Principal;
import frontdesk.engine.Deadline;
import frontdesk.engine.Lanes;
import frontdesk.runtime.Delivering;
import frontdesk.store.Effects;
import frontdesk.store.Effects.Outbound;
import frontdesk.store.Letter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MessagesInDoubtTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final List<Delivery> answers = new ArrayList<>();

  @Test
  void messages_that_land_at_once_do_not_wait_for_each_other() {
    for (long seed = 0; seed < 30; seed++) {
      var simulation = new Simulation(seed);
      Node node = simulation.node("server");
      var journal = new MemoryJournal(node.clock(), simulation, false);
      simulation.run(
          node,
          () -> {
            for (int i = 0; i < 6; i++) leaves(journal, id(i));
            Delivering delivering = start(node, journal);
            node.threads().sleep(SECOND);
            assertThat(delivering.drain(SECOND)).isTrue();
            for (int i = 0; i < 6; i++) assertThat(journal.isSending(id(i))).isFalse();
          });
    }
  }

  @Test
  void D06_a_message_that_may_have_arrived_and_then_is_turned_down_stays_in_doubt() {
    answers.add(new Delivery.Unknown("no answer"));
    answers.add(new Delivery.Undeliverable("blocked"));
    var simulation = new Simulation(1);
    Node node = simulation.node("server");
    var journal = new MemoryJournal(node.clock(), simulation, false);
    simulation.run(
        node,
        () -> {
          leaves(journal, id(1));
          start(node, journal);
          node.threads().sleep(SECOND.multipliedBy(30));
          assertThat(undelivered(journal)).containsExactly("nobody knows whether it arrived");
        });
  }

  @Test
  void the_last_attempt_is_not_given_up_while_it_may_still_arrive() {
    for (int i = 0; i < Letter.ATTEMPTS_MAX - 1; i++) answers.add(new Delivery.NotSent("busy"));
    answers.add(new Delivery.Unknown("the connection was reset"));
    var simulation = new Simulation(1);
    Node node = simulation.node("server");
    var journal = new MemoryJournal(node.clock(), simulation, false);
    simulation.run(
        node,
        () -> {
          leaves(journal, id(1));
          start(node, journal);
          while (!answers.isEmpty()) node.threads().sleep(SECOND.dividedBy(10));
          node.threads().sleep(Letter.ALLOWANCE);
          assertThat(journal.isSending(id(1))).isTrue();
          node.threads().sleep(SECOND.multipliedBy(2));
          assertThat(undelivered(journal)).hasSize(1);
        });
  }

  private Delivering start(Node node, MemoryJournal journal) {
    var lanes = new Lanes(journal, node.threads(), SECOND);
    var channels = new Channels(List.of(new Sms()));
    var delivering = new Delivering(journal, channels, lanes, node.threads(), SECOND);
    delivering.start();
    return delivering;
  }

  private static void leaves(MemoryJournal journal, ConversationId id) {
    var event = new EventId(id + ":1");
    var who = new Principal.Visitor("somebody");
    journal.accept(List.of(InboundEvent.untimed(event, id, who, new Inbound.Said("Hello"))));
    var effects =
        new Effects(
            OptionalLong.of(1),
            List.of(new Outbound("Hi.", Optional.empty(), SECOND)),
            List.of(),
            List.of(),
            Optional.empty());
    journal.append(journal.load(id).plus(new Replied("Hi.", Voice.AGENT, List.of(event))), effects);
  }

  private static List<String> undelivered(MemoryJournal journal) {
    var whys = new ArrayList<String>();
    for (Arrived arrived : journal.open(id(1))) {
      if (arrived.event().what() instanceof Inbound.Undelivered(_, var why)) whys.add(why);
    }
    return whys;
  }

  private static ConversationId id(int peer) {
    return ConversationId.of("sms", "shop", "c" + peer);
  }

  /// A platform without keys that cannot be asked.
  private final class Sms implements PushChannel {
    @Override
    public String name() {
      return "sms";
    }

    @Override
    public Delivery send(Sending sending, Deadline sendBy) {
      return answers.isEmpty() ? new Delivery.Sent() : answers.removeFirst();
    }

    @Override
    public Doubt doubt() {
      return Doubt.NOTHING;
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
