package frontdesk.runtime;

import frontdesk.agent.Agent;
import frontdesk.agent.Agents;
import frontdesk.channel.Channels;
import frontdesk.channel.PushChannel;
import frontdesk.conversation.Arrived;
import frontdesk.conversation.CallId;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.engine.Engine;
import frontdesk.engine.Threads;
import frontdesk.engine.TurnHandler;
import frontdesk.model.ChatModel;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import frontdesk.model.ModelRequest;
import frontdesk.simulation.MemoryJournal;
import frontdesk.simulation.Node;
import frontdesk.simulation.Simulation;
import frontdesk.simulation.Steps;
import frontdesk.store.Acceptance;
import frontdesk.store.Effects;
import frontdesk.store.Journal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// One process with the real loop on a real store, in simulated time. A test says what befalls it:
/// what the model replies, and what happens just before an append.
final class TestDesk implements Journal, Engine {
  private final Simulation simulation = new Simulation(1);
  private final Node node = simulation.node("desk");
  private final MemoryJournal store = new MemoryJournal(node.clock(), Steps.NONE, true);
  private final Reception reception = new Reception(this, this);
  private final Deque<ModelReply> replies = new ArrayDeque<>();
  private final List<ModelRequest> requests = new ArrayList<>();
  private Agent agent = TestAgent.idle();
  private Channels channels = Channels.NONE;
  private Listener listener = Listener.NONE;
  private Runnable beforeReply = () -> {};
  private Consumer<Log> beforeAppend = _ -> {};
  private int events;

  /// Runs a test on the process's main thread, in a conversation that was opened.
  void run(Runnable test) {
    simulation.run(
        node,
        () -> {
          arrives(new Inbound.Opened("test", Map.of()));
          works();
          test.run();
        });
  }

  TestDesk with(Agent other) {
    agent = other;
    return this;
  }

  TestDesk with(PushChannel channel) {
    channels = new Channels(List.of(channel));
    return this;
  }

  TestDesk with(Listener other) {
    listener = other;
    return this;
  }

  /// The model calls this tool, once it was asked what comes before.
  TestDesk modelCalls(String tool) {
    return modelCalls(new AskedCall("", tool, "{\"slot\":\"9\"}"));
  }

  TestDesk modelCalls(AskedCall... calls) {
    return modelReplies(ModelReply.calls(calls));
  }

  /// The model replies this next; when it has nothing left, it says "Done.".
  TestDesk modelReplies(ModelReply reply) {
    replies.add(reply);
    return this;
  }

  TestDesk whileTheModelReplies(Runnable happens) {
    beforeReply = happens;
    return this;
  }

  TestDesk beforeAppends(Consumer<Log> happens) {
    beforeAppend = happens;
    return this;
  }

  long arrives(Inbound what) {
    var id = new EventId("test:acme:" + ++events);
    var sender = what.fromCustomer() ? Story.ONE : Story.OPERATOR;
    Acceptance acceptance =
        store.accept(List.of(InboundEvent.untimed(id, Story.ID, sender, what))).getFirst();
    return ((Acceptance.Accepted) acceptance).seq();
  }

  /// The customer writes, and one turn is run: true when there is more to do at once.
  boolean says(String text) {
    arrives(new Inbound.Said(text));
    return works();
  }

  boolean works() {
    return loop().run(Story.ID);
  }

  /// As after the end of the process before.
  boolean recovers() {
    return loop().recover(Story.ID);
  }

  private TurnLoop loop() {
    ChatModel model = (request, _) -> reply(request);
    return new TurnLoop(
        new Agents(List.of(agent)), model, this, reception, channels, threads(), listener);
  }

  private ModelReply reply(ModelRequest request) {
    requests.add(request);
    beforeReply.run();
    return replies.isEmpty() ? ModelReply.text("Done.") : replies.remove();
  }

  List<ModelRequest> requests() {
    return requests;
  }

  Reception reception() {
    return reception;
  }

  MemoryJournal store() {
    return store;
  }

  Threads threads() {
    return node.threads();
  }

  /// What is durable.
  List<Entry> entries() {
    return store.entries(Story.ID, 0, 1_000).stream().map(Logged::entry).toList();
  }

  <T extends Entry> List<T> entries(Class<T> kind) {
    return entries().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// The newest act's.
  CallId call() {
    return entries(Entry.Intended.class).getLast().call();
  }

  /// What is durable of the inbox, and no turn has answered yet.
  List<Inbound> open() {
    return inbox().map(arrived -> arrived.event().what()).toList();
  }

  private Stream<Arrived> inbox() {
    return store.load(Story.ID).open().stream();
  }

  // The journal, as the loop sees it.

  @Override
  public Log append(Log log, Effects effects) {
    beforeAppend.accept(log);
    return store.append(log, effects);
  }

  @Override
  public List<Acceptance> accept(List<InboundEvent> accepted) {
    return store.accept(accepted);
  }

  @Override
  public Log load(ConversationId id) {
    return store.load(id);
  }

  @Override
  public List<ConversationId> waiting(int max) {
    return store.waiting(max);
  }

  @Override
  public void erase(ConversationId id) {
    store.erase(id);
  }

  // An engine that leaves it to the test who runs when.

  @Override
  public void start(TurnHandler handler) {}

  @Override
  public void wake(ConversationId id) {}

  @Override
  public boolean drain(Duration grace) {
    return true;
  }

  @Override
  public void close() {}
}
