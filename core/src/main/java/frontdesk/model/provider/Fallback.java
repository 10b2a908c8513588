package frontdesk.model.provider;

import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.model.ChatModel;
import frontdesk.model.ModelException;
import frontdesk.model.ModelException.Kind;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// The configured model; if it fails the one fallback, if there is one; if that fails too form
/// mode, where the agent allows it. Never another model in silence: the reply says who made it,
/// and form mode is announced to the customer.
public final class Fallback implements ChatModel {
  private final ChatModel first;
  private final Optional<ChatModel> second;
  private final ChatModel guided;
  private final Threads threads;

  /// @param guided needs nothing, and cannot fail
  public Fallback(ChatModel first, Optional<ChatModel> second, ChatModel guided, Threads threads) {
    this.first = first;
    this.second = second;
    this.guided = guided;
    this.threads = threads;
  }

  @Override
  public ModelReply reply(ModelRequest request, Consumer<String> stream) {
    var shown = new Shown(request, stream);
    boolean isLast = second.isEmpty();
    try {
      return first.reply(isLast ? request : request.by(halfOfWhatIsLeft(request)), shown);
    } catch (ModelException e) {
      if (endsHere(e, shown)) throw e;
      return afterFirst(request, shown, e);
    }
  }

  private ModelReply afterFirst(ModelRequest request, Shown shown, ModelException failure) {
    try {
      // What the agent wishes is a model of the first provider.
      if (second.isPresent()) return second.get().reply(request.withoutModel(), shown);
    } catch (ModelException e) {
      if (endsHere(e, shown)) throw with(failure, e);
      failure.addSuppressed(e);
    }
    if (!request.wishes().guidedWhenDown()) throw failure;
    ModelReply reply = guided.reply(request, shown);
    return reply.with(reply.made().standingIn());
  }

  /// What is too long is the loop's to shorten, also where only the fallback finds it so. What
  /// somebody has begun to read is not begun anew by another.
  private static boolean endsHere(ModelException e, Shown shown) {
    return e.kind() == Kind.CONTEXT_TOO_LONG || shown.toSomebody();
  }

  private static ModelException with(ModelException before, ModelException e) {
    e.addSuppressed(before);
    return e;
  }

  private Deadline halfOfWhatIsLeft(ModelRequest request) {
    Duration left = request.deadline().left(threads);
    return Deadline.in(left.dividedBy(2), threads);
  }
}
