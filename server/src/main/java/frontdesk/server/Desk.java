package frontdesk.server;

import frontdesk.agent.Agents;
import frontdesk.channel.Channels;
import frontdesk.edge.Edge;
import frontdesk.engine.Lanes;
import frontdesk.engine.Threads;
import frontdesk.model.ChatModel;
import frontdesk.runtime.Delivering;
import frontdesk.runtime.Feed;
import frontdesk.runtime.Listener;
import frontdesk.runtime.Reception;
import frontdesk.runtime.TurnLoop;
import frontdesk.sqlite.SqliteJournal;
import frontdesk.store.Journal;
import frontdesk.store.Outbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Everything that answers conversations in one process, wired: store, engine, loop. Channels
/// hand events in at `reception` and read answers from `feed`.
public final class Desk implements AutoCloseable {
  private static final Duration SCAN_EVERY = Duration.ofMillis(500);

  private final SqliteJournal journal;
  private final Lanes lanes;
  private final Delivering delivering;
  private final Reception reception;
  private final Feed feed;
  private final Agents agents;

  private Desk(
      SqliteJournal journal,
      Lanes lanes,
      Delivering delivering,
      Reception reception,
      Feed feed,
      Agents agents) {
    this.journal = journal;
    this.lanes = lanes;
    this.delivering = delivering;
    this.reception = reception;
    this.feed = feed;
    this.agents = agents;
  }

  /// Opens the data directory and begins to work on what is open in it.
  ///
  /// @param purpose what this process is, told to whoever finds the directory taken
  public static Desk open(
      Path data,
      String purpose,
      Agents agents,
      ChatModel model,
      Channels channels,
      Edge edge,
      Listener listener) {
    SqliteJournal journal = Stores.open(data, purpose, edge);
    return over(journal, journal, agents, model, channels, edge, listener);
  }

  /// The same over a journal that is open, and whose writes go through `store`: itself, or what
  /// watches it.
  static <S extends Journal & Outbox> Desk over(
      SqliteJournal journal,
      S store,
      Agents agents,
      ChatModel model,
      Channels channels,
      Edge edge,
      Listener listener) {
    Threads threads = edge.threads();
    var lanes = new Lanes(store, threads, SCAN_EVERY);
    var reception = new Reception(store, lanes);
    var feed = new Feed(journal, threads);
    var delivering = new Delivering(store, channels, lanes, threads, SCAN_EVERY);
    var listeners = Listener.all(List.of(feed, delivering, listener));
    lanes.start(new TurnLoop(agents, model, store, reception, channels, threads, listeners));
    if (!channels.push().isEmpty()) delivering.start();
    return new Desk(journal, lanes, delivering, reception, feed, agents);
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

  /// Lets the turns that run end, and the messages that are being sent, within the grace each. What
  /// is left goes on at the next start.
  public boolean drain(Duration grace) {
    boolean ended = lanes.drain(grace);
    return delivering.drain(grace) && ended;
  }

  @Override
  public void close() {
    drain(Duration.ZERO);
    journal.close();
  }
}
