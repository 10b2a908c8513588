package frontdesk.runtime;

import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.ModelFailed;
import frontdesk.conversation.Entry.ModelSaid;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.runtime.Listener.Piece;
import java.util.function.Consumer;

/// Passes the pieces of a reply on as they come, tagged so that a reader knows when a new attempt
/// begins.
final class Pieces implements Consumer<String> {
  private final Listener listener;
  private final Piece tag;

  private Pieces(Listener listener, Piece tag) {
    this.listener = listener;
    this.tag = tag;
  }

  static Pieces of(Log log, Listener listener) {
    long turn = 0;
    int attempt = 0;
    for (Logged logged : log.timeline()) {
      Entry entry = logged.entry();
      if (entry instanceof Received) {
        turn = logged.seq();
        attempt = 0;
      }
      if (entry instanceof ModelSaid || entry instanceof ModelFailed) attempt++;
    }
    return new Pieces(listener, new Piece(log.head().id(), turn, attempt, log.head().epoch(), ""));
  }

  @Override
  public void accept(String text) {
    listener.streamed(new Piece(tag.conversation(), tag.turn(), tag.attempt(), tag.epoch(), text));
  }
}
