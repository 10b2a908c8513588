package frontdesk.server;

import frontdesk.agent.Agents;
import frontdesk.edge.Edge;
import frontdesk.engine.Lanes;
import frontdesk.model.ChatModel;
import frontdesk.runtime.Feed;
import frontdesk.runtime.Listener;
import frontdesk.runtime.Reception;
import frontdesk.runtime.TurnLoop;
import frontdesk.store.Archives;
import frontdesk.store.Journal;
import frontdesk.store.Records;
import java.time.Duration;
import java.util.List;

/// What answers conversations over any store, wired: engine, loop, reception, feed. Where it runs,
/// in a process or in a simulation of one, is the edge's affair.
///
/// @param records what is read beside the loop
record Spine(
    Agents agents,
    Lanes lanes,
    Reception reception,
    Feed feed,
    Records records,
    Archives archives) {
  private static final Duration SCAN_EVERY = Duration.ofMillis(500);

  /// Begins to work on what is open in the journal.
  static Spine start(
      Journal journal,
      Records records,
      Archives archives,
      Agents agents,
      ChatModel model,
      Edge edge,
      Listener listener) {
    var lanes = new Lanes(journal, edge.threads(), SCAN_EVERY);
    var reception = new Reception(journal, lanes, edge.clock());
    var feed = new Feed(records, edge.threads());
    var listeners = Listener.all(List.of(feed, listener));
    lanes.start(new TurnLoop(agents, model, journal, reception, edge.threads(), listeners));
    return new Spine(agents, lanes, reception, feed, records, archives);
  }
}
