package frontdesk.simulation.world;

import frontdesk.agent.Agents;
import frontdesk.channel.Channels;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Logged;
import frontdesk.engine.Deadline;
import frontdesk.engine.Engine;
import frontdesk.engine.Lanes;
import frontdesk.engine.Threads;
import frontdesk.model.Wishes;
import frontdesk.model.guided.GuidedModel;
import frontdesk.model.provider.Account;
import frontdesk.model.provider.Fallback;
import frontdesk.model.provider.Reservations;
import frontdesk.runtime.Delivering;
import frontdesk.runtime.Feed;
import frontdesk.runtime.Handled;
import frontdesk.runtime.Listener;
import frontdesk.runtime.Operations;
import frontdesk.runtime.Reception;
import frontdesk.runtime.Summaries;
import frontdesk.runtime.TurnLoop;
import frontdesk.simulation.NoArchives;
import frontdesk.simulation.Node;
import frontdesk.store.Acceptance;
import frontdesk.store.Journal;
import frontdesk.store.Outbox;
import frontdesk.store.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;

/// One server process: engine, loop, outbox, reception, feed and the operators' side, wired as in
/// the real one. It shares nothing with another but the store.
final class Server {
  static final Duration SCAN_EVERY = Duration.ofSeconds(2);

  /// Few enough that conversations wait for each other now and then.
  private static final long TOKENS_IN_FLIGHT = 3L * Wishes.NONE.replyTokens();

  private final Node node;
  private final Engine engine;
  private final Reception reception;
  private final Feed feed;
  private final Outbox outbox;
  private final Operations operations;

  /// Starts the process; its first scan finds what the one before left behind.
  ///
  /// @param newId an id that no server gave before
  Server(Parts parts, Ownership ownership, Supplier<String> newId) {
    this.node = parts.node();
    this.outbox = parts.outbox();
    Threads threads = node.threads();
    Journal journal = parts.journal();
    Agents agents = Shop.agents(parts.tools());
    var channels = new Channels(parts.channels());
    this.engine = ownership.of(new Lanes(ownership.of(journal), threads, SCAN_EVERY));
    this.reception = new Reception(journal, engine);
    this.feed = new Feed(parts.records(), threads);
    this.operations =
        new Operations(
            parts.records(),
            new NoArchives(),
            reception::accept,
            name -> agents.named(name).isPresent(),
            Optional.empty(),
            newId);
    var delivering = new Delivering(outbox, channels, engine, threads, SCAN_EVERY);
    var account = account(parts, threads);
    var summaries = new Summaries(agents, account, journal, reception, threads);
    var listeners = Listener.all(List.of(feed, delivering, summaries));
    var model = new Fallback(account, Optional.empty(), new GuidedModel(), threads);
    engine.start(new TurnLoop(agents, model, journal, reception, channels, threads, listeners));
    delivering.start();
  }

  private static Account account(Parts parts, Threads threads) {
    var tokens = new Reservations(TOKENS_IN_FLIGHT, threads);
    return new Account(parts.model(), true, tokens, threads, new SplittableRandom(1), (_, _) -> {});
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
  void handle(InboundEvent event, Duration patience, Mailbox<Response> mailbox) {
    node.threads().start("request", () -> mailbox.put(response(event, patience)));
  }

  private Response response(InboundEvent event, Duration patience) {
    try (var waiting = feed.expect(event)) {
      Acceptance acceptance = reception.accept(event);
      if (acceptance instanceof Acceptance.Full) return Response.FULL;
      return Response.accepted(answer(event, acceptance, waiting, patience));
    } catch (StoreException e) {
      return Response.UNAVAILABLE;
    }
  }

  private Optional<Logged> answer(
      InboundEvent event, Acceptance acceptance, Feed.Waiting waiting, Duration patience) {
    if (patience.isZero()) return Optional.empty();
    var deadline = Deadline.in(patience, node.threads());
    Optional<Logged> answer = waiting.answer(acceptance, deadline);
    if (answer.isPresent() && answer.get().entry() instanceof Asked asked) {
      asked.approval().ifPresent(question -> reception.shown(event.conversation(), question));
    }
    return answer;
  }

  /// Handles what an operator wants, on a thread of this process; empty: it could not.
  void operate(Function<Operations, Handled> what, Mailbox<Optional<Handled>> mailbox) {
    node.threads().start("operation", () -> mailbox.put(handled(what)));
  }

  private Optional<Handled> handled(Function<Operations, Handled> what) {
    try {
      return Optional.of(what.apply(operations));
    } catch (StoreException e) {
      return Optional.empty();
    }
  }

  /// A platform shows one of our messages to us. It does so once, whatever comes of it.
  void echo(IdempotencyKey key) {
    node.threads().start("echo", () -> echoed(key));
  }

  private void echoed(IdempotencyKey key) {
    try {
      outbox.echoed(key.value()).ifPresent(sending -> engine.wake(sending.conversation()));
    } catch (StoreException e) {
      // The platform does not ask what became of it.
      node.note("could not take an echo");
    }
  }
}
