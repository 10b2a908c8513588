package frontdesk.server;

import frontdesk.agent.Agents;
import frontdesk.channel.Channels;
import frontdesk.edge.Edge;
import frontdesk.model.ChatModel;
import frontdesk.runtime.Listener;
import frontdesk.sqlite.SqliteJournal;
import frontdesk.store.Journal;
import frontdesk.store.Outbox;

/// Opens a desk as the product does, with something between it and its journal that watches every
/// write.
public final class WatchedDesk {
  private WatchedDesk() {}

  /// The desk whose writes go through `store`, over the journal that `store` writes to.
  public static <S extends Journal & Outbox> Desk open(
      SqliteJournal journal,
      S store,
      Agents agents,
      ChatModel model,
      Channels channels,
      Edge edge) {
    var watched = new Spine.Store(store, journal, store, journal);
    return new Desk(
        journal, Spine.start(watched, agents, Model.plain(model), channels, edge, Listener.NONE));
  }
}
