package frontdesk.server;

import frontdesk.agent.Agents;
import frontdesk.edge.Edge;
import frontdesk.engine.Lanes;
import frontdesk.model.ChatModel;
import frontdesk.runtime.Feed;
import frontdesk.runtime.Listener;
import frontdesk.runtime.Reception;
import frontdesk.runtime.TurnLoop;
import frontdesk.sqlite.SqliteJournal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Everything that answers conversations in one process, wired: store, engine, loop. Channels
/// hand events in at `reception` and read answers from `feed`.
public final class Desk implements AutoCloseable {
  private static final Duration SCAN_EVERY = Duration.ofMillis(500);

  private final SqliteJournal journal;
  private final Lanes lanes;
  private final Reception reception;
  private final Feed feed;
  private final Agents agents;

  private Desk(SqliteJournal journal, Lanes lanes, Reception reception, Feed feed, Agents agents) {
    this.journal = journal;
    this.lanes = lanes;
    this.reception = reception;
    this.feed = feed;
    this.agents = agents;
  }

  /// Opens the data directory and begins to work on what is open in it.
  ///
  /// @param purpose what this process is, told to whoever finds the directory taken
  public static Desk open(
      Path data, String purpose, Agents agents, ChatModel model, Edge edge, Listener listener) {
    SqliteJournal journal = Stores.open(data, purpose, edge);
    var lanes = new Lanes(journal, edge.threads(), SCAN_EVERY);
    var reception = new Reception(journal, lanes, edge.clock());
    var feed = new Feed(journal, edge.threads());
    var listeners = Listener.all(List.of(feed, listener));
    lanes.start(new TurnLoop(agents, model, journal, reception, edge.threads(), listeners));
    return new Desk(journal, lanes, reception, feed, agents);
  }

  public Reception reception() {
    return reception;
  }

  public Feed feed() {
    return feed;
  }

  public SqliteJournal journal() {
    return journal;
  }

  public Agents agents() {
    return agents;
  }

  /// Conversations that are being worked on now.
  public int running() {
    return lanes.running();
  }

  /// Lets the turns that run end, within the grace. What is left goes on at the next start.
  public boolean drain(Duration grace) {
    return lanes.drain(grace);
  }

  @Override
  public void close() {
    lanes.close();
    journal.close();
  }
}
