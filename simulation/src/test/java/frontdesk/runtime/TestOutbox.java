package frontdesk.runtime;

import frontdesk.channel.Channels;
import frontdesk.channel.Delivery;
import frontdesk.channel.PushChannel;
import frontdesk.channel.Sending;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Entry.Voice;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.engine.Engine;
import frontdesk.engine.Threads;
import frontdesk.engine.TurnHandler;
import frontdesk.simulation.MemoryJournal;
import frontdesk.simulation.Node;
import frontdesk.simulation.Simulation;
import frontdesk.simulation.Steps;
import frontdesk.store.Effects;
import frontdesk.store.Effects.Outbound;
import frontdesk.store.Outbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The outbox of a real store and the worker that sends what is in it, in simulated time. A test
/// says what happens just before a claim and a settle.
final class TestOutbox implements Outbox, Engine {
  static final Duration SCAN_EVERY = Duration.ofSeconds(20);

  private final Simulation simulation = new Simulation(1);
  private final Node node = simulation.node("desk");
  private final MemoryJournal store = new MemoryJournal(node.clock(), Steps.NONE, true);
  private final List<PushChannel> channels = new ArrayList<>();
  private final List<ConversationId> woken = new ArrayList<>();
  private final List<RuntimeException> thrown = new ArrayList<>();
  private Optional<Delivering> worker = Optional.empty();
  private Runnable beforeClaim = () -> {};
  private Runnable beforeSettle = () -> {};
  private int events;

  void run(Runnable test) {
    simulation.run(node, test);
  }

  Platform platform(PushChannel.Doubt doubt) {
    var platform = new Platform(threads(), doubt);
    channels.add(platform);
    return platform;
  }

  void beforeClaims(Runnable happens) {
    beforeClaim = happens;
  }

  void beforeSettles(Runnable happens) {
    beforeSettle = happens;
  }

  /// The worker; begun by the test.
  Delivering delivering() {
    if (worker.isEmpty()) {
      var surviving = new Surviving(threads(), thrown);
      worker =
          Optional.of(new Delivering(this, new Channels(channels), this, surviving, SCAN_EVERY));
    }
    return worker.get();
  }

  /// A turn ends with this answer, which is to be sent.
  List<Logged> leaves(ConversationId id, String text) {
    Log log = store.load(id);
    var out = new Outbound(text, Optional.empty(), Platform.LIMIT);
    Log saved =
        store.append(
            log.plus(new Replied(text, Voice.AGENT, List.of())), Effects.NONE.with(List.of(out)));
    return saved.entries().subList(saved.entries().size() - 1, saved.entries().size());
  }

  void arrives(ConversationId id, Inbound what) {
    var event = new EventId(id + ":" + ++events);
    store.accept(List.of(InboundEvent.untimed(event, id, Story.OPERATOR, what)));
  }

  List<Inbound> open(ConversationId id) {
    return store.load(id).open().stream().map(arrived -> arrived.event().what()).toList();
  }

  Threads threads() {
    return node.threads();
  }

  List<ConversationId> woken() {
    return woken;
  }

  /// What threads ended with.
  List<RuntimeException> thrown() {
    return thrown;
  }

  @Override
  public List<Sending> claim(int max) {
    beforeClaim.run();
    return store.claim(max);
  }

  @Override
  public void settle(Sending sending, Delivery delivery) {
    beforeSettle.run();
    store.settle(sending, delivery);
  }

  @Override
  public Optional<Sending> echoed(String key) {
    return store.echoed(key);
  }

  @Override
  public boolean isSending(ConversationId id) {
    return store.isSending(id);
  }

  // An engine that only notes whom it is to wake.

  @Override
  public void start(TurnHandler handler) {}

  @Override
  public void wake(ConversationId id) {
    woken.add(id);
  }

  @Override
  public boolean drain(Duration grace) {
    return true;
  }

  @Override
  public void close() {}

  /// As real threads do: one that throws ends, and its process goes on.
  private record Surviving(Threads threads, List<RuntimeException> thrown) implements Threads {
    @Override
    public void start(String name, Runnable body) {
      threads.start(
          name,
          () -> {
            try {
              body.run();
            } catch (IllegalStateException e) {
              thrown.add(e);
            }
          });
    }

    @Override
    public void sleep(Duration time) {
      threads.sleep(time);
    }

    @Override
    public Signal signal() {
      return threads.signal();
    }

    @Override
    public long nanos() {
      return threads.nanos();
    }
  }
}
