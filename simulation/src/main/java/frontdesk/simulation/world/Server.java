package frontdesk.simulation.world;

import frontdesk.agent.Agents;
import frontdesk.channel.Channels;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Logged;
import frontdesk.engine.Deadline;
import frontdesk.engine.Engine;
import frontdesk.engine.Lanes;
import frontdesk.engine.Threads;
import frontdesk.runtime.Feed;
import frontdesk.runtime.Reception;
import frontdesk.runtime.TurnLoop;
import frontdesk.simulation.Node;
import frontdesk.store.Acceptance;
import frontdesk.store.Journal;
import frontdesk.store.StoreException;
import java.time.Duration;
import java.util.Optional;

/// One server process: engine, loop, reception and feed, wired as in the real one. It shares
/// nothing with another but the store.
final class Server {
  static final Duration SCAN_EVERY = Duration.ofSeconds(2);

  private final Node node;
  private final Reception reception;
  private final Feed feed;

  /// Starts the process; its first scan finds what the one before left behind.
  Server(Parts parts, Ownership ownership) {
    this.node = parts.node();
    Threads threads = node.threads();
    Journal journal = parts.journal();
    Agents agents = Shop.agents(parts.tools());
    Engine engine = ownership.of(new Lanes(ownership.of(journal), threads, SCAN_EVERY));
    this.reception = new Reception(journal, engine);
    this.feed = new Feed(parts.records(), threads);
    engine.start(
        new TurnLoop(agents, parts.model(), journal, reception, Channels.NONE, threads, feed));
  }

  String name() {
    return node.toString();
  }

  boolean isAlive() {
    return node.alive();
  }

  /// Handles a request on a thread of this process.
  ///
  /// @param patience how long to wait for the answer; zero: only until the event is durable
  void handle(InboundEvent event, Duration patience, Mailbox mailbox) {
    node.threads().start("request", () -> mailbox.put(response(event, patience)));
  }

  private Response response(InboundEvent event, Duration patience) {
    try {
      return switch (reception.accept(event)) {
        case Acceptance.Accepted(var seq) -> Response.accepted(answer(event, seq, patience));
        case Acceptance.Again(var seq, _) -> Response.accepted(answer(event, seq, patience));
        case Acceptance.Full _ -> Response.FULL;
      };
    } catch (StoreException e) {
      return Response.UNAVAILABLE;
    }
  }

  private Optional<Logged> answer(InboundEvent event, long seq, Duration patience) {
    if (patience.isZero()) return Optional.empty();
    return feed.await(event.conversation(), seq, Deadline.in(patience, node.threads()));
  }
}
