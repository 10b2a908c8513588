package frontdesk.server;

import frontdesk.agent.Agents;
import frontdesk.channel.Channels;
import frontdesk.edge.Edge;
import frontdesk.runtime.Feed;
import frontdesk.runtime.Listener;
import frontdesk.runtime.Reception;
import frontdesk.sqlite.SqliteJournal;
import java.nio.file.Path;
import java.time.Duration;

/// Everything that answers conversations in one process: its store, and what works on it. Channels
/// hand events in at `reception` and read answers from `feed`.
public final class Desk implements AutoCloseable {
  private final SqliteJournal journal;
  private final Spine spine;

  Desk(SqliteJournal journal, Spine spine) {
    this.journal = journal;
    this.spine = spine;
  }

  /// Opens the data directory and begins to work on what is open in it.
  ///
  /// @param purpose what this process is, told to whoever finds the directory taken
  public static Desk open(
      Path data,
      String purpose,
      Agents agents,
      Model model,
      Channels channels,
      Edge edge,
      Listener listener) {
    SqliteJournal journal = Stores.open(data, purpose, edge);
    var store = new Spine.Store(journal, journal, journal, journal);
    return new Desk(journal, Spine.start(store, agents, model, channels, edge, listener));
  }

  public Reception reception() {
    return spine.reception();
  }

  public Feed feed() {
    return spine.feed();
  }

  public SqliteJournal journal() {
    return journal;
  }

  public Agents agents() {
    return spine.agents();
  }

  /// Conversations that are being worked on now.
  public int running() {
    return spine.lanes().running();
  }

  /// Lets the turns that run end, and the messages that are being sent, within the grace. What is
  /// left goes on at the next start.
  public boolean drain(Duration grace) {
    return spine.drain(grace);
  }

  Spine spine() {
    return spine;
  }

  @Override
  public void close() {
    drain(Duration.ZERO);
    journal.close();
  }
}
