package frontdesk.model.provider;

import frontdesk.model.ModelRequest;
import java.util.function.Consumer;

/// Passes the pieces of a reply on, and remembers whether there were any.
final class Shown implements Consumer<String> {
  private final boolean watched;
  private final Consumer<String> stream;
  private boolean something;

  Shown(ModelRequest request, Consumer<String> stream) {
    this.watched = request.watched();
    this.stream = stream;
  }

  @Override
  public void accept(String piece) {
    something = true;
    stream.accept(piece);
  }

  /// Whether somebody has begun to read: then nobody begins anew.
  boolean toSomebody() {
    return watched && something;
  }
}
