package frontdesk.server;

import frontdesk.agent.Agents;
import frontdesk.channel.Channels;
import frontdesk.edge.Edge;
import frontdesk.engine.Deadline;
import frontdesk.engine.Lanes;
import frontdesk.engine.Threads;
import frontdesk.runtime.Delivering;
import frontdesk.runtime.Feed;
import frontdesk.runtime.Listener;
import frontdesk.runtime.Reception;
import frontdesk.runtime.Summaries;
import frontdesk.runtime.TurnLoop;
import frontdesk.store.Archives;
import frontdesk.store.Journal;
import frontdesk.store.Outbox;
import frontdesk.store.Records;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What answers conversations over any store, wired: engine, loop, outbox, reception, feed. Where
/// it runs, in a process or in a simulation of one, is the edge's affair.
record Spine(
    Agents agents,
    Lanes lanes,
    Delivering delivering,
    Reception reception,
    Feed feed,
    Store store,
    Threads threads) {
  private static final Duration SCAN_EVERY = Duration.ofMillis(500);

  /// A store, by what it can do.
  ///
  /// @param records what is read beside the loop
  record Store(Journal journal, Records records, Outbox outbox, Archives archives) {}

  /// Begins to work on what is open in the store.
  static Spine start(
      Store store, Agents agents, Model model, Channels channels, Edge edge, Listener listener) {
    Threads threads = edge.threads();
    Journal journal = store.journal();
    var lanes = new Lanes(journal, threads, SCAN_EVERY);
    var reception = new Reception(journal, lanes);
    var feed = new Feed(store.records(), threads);
    var delivering = new Delivering(store.outbox(), channels, lanes, threads, SCAN_EVERY);
    var listeners = new ArrayList<Listener>(List.of(delivering, listener));
    model
        .sumsUp()
        .ifPresent(m -> listeners.add(new Summaries(agents, m, journal, reception, threads)));
    listeners.add(feed); // last: whoever is answered finds all else done
    var all = Listener.all(listeners);
    lanes.start(new TurnLoop(agents, model.answers(), journal, reception, channels, threads, all));
    if (!channels.push().isEmpty()) delivering.start();
    return new Spine(agents, lanes, delivering, reception, feed, store, threads);
  }

  /// Lets the turns that run end, and the messages that are being sent, within the grace. What is
  /// left goes on at the next start.
  boolean drain(Duration grace) {
    Deadline deadline = Deadline.in(grace, threads);
    boolean ended = lanes.drain(grace);
    return delivering.drain(deadline.left(threads)) && ended;
  }
}
