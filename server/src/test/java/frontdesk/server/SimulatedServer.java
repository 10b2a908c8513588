package frontdesk.server;

import frontdesk.agent.Agents;
import frontdesk.channel.Channels;
import frontdesk.edge.Edge;
import frontdesk.http.HttpHandler;
import frontdesk.model.ChatModel;
import frontdesk.runtime.Listener;
import frontdesk.server.http.Health;
import frontdesk.server.http.Metrics;
import frontdesk.simulation.NoArchives;
import frontdesk.store.Journal;
import frontdesk.store.Outbox;
import frontdesk.store.Records;
import java.util.Map;
import java.util.Optional;

/// A server of a simulation: wired as {@link Desk} and {@link Front} wire a real one, but for the
/// store and the edge, which are given, and the sockets, which there are none of.
public final class SimulatedServer {
  private SimulatedServer() {}

  /// Starts it. What it returns is all that a server listens with.
  public static HttpHandler start(
      Settings settings,
      Journal journal,
      Records records,
      Outbox outbox,
      Agents agents,
      ChatModel model,
      Metrics metrics,
      Edge edge) {
    Listener listener = new TurnMetrics(metrics);
    var store = new Spine.Store(journal, records, outbox, new NoArchives());
    Spine spine = Spine.start(store, agents, Model.plain(model), Channels.NONE, edge, listener);
    var health = new Health(Map.of("store", Optional::empty), Map.of(), () -> false, metrics);
    return Front.handler(settings, spine, health, metrics, edge);
  }
}
