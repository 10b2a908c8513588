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
    boolean isLast = second.isEmpty();
    try {
      return first.reply(isLast ? request : request.by(halfOfWhatIsLeft(request)), stream);
    } catch (ModelException e) {
      // Nobody else can shorten it, and each would have to be told.
      if (e.kind() == Kind.CONTEXT_TOO_LONG) throw e;
      return afterFirst(request, stream, e);
    }
  }

  private ModelReply afterFirst(
      ModelRequest request, Consumer<String> stream, ModelException failure) {
    try {
      // What the agent wishes is a model of the first provider.
      if (second.isPresent()) return second.get().reply(request.withoutModel(), stream);
    } catch (ModelException e) {
      failure.addSuppressed(e);
    }
    if (!request.wishes().guidedWhenDown()) throw failure;
    ModelReply reply = guided.reply(request, stream);
    return reply.with(reply.made().standingIn());
  }

  private Deadline halfOfWhatIsLeft(ModelRequest request) {
    Duration left = request.deadline().left(threads);
    return Deadline.in(left.dividedBy(2), threads);
  }
}
