package frontdesk.simulation.world;

import frontdesk.model.ChatModel;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Answers whoever asks next with what it answered somebody before: a cache without the
/// conversation in its key.
final class AnswersAsBefore implements Bug {

  @Override
  public String invariant() {
    return "I6";
  }

  @Override
  public Parts in(Parts parts) {
    return parts.withModel(Caching::new);
  }

  private static final class Caching implements ChatModel {
    private final ChatModel model;
    private final List<ModelReply> before = new ArrayList<>();

    Caching(ChatModel model) {
      this.model = model;
    }

    @Override
    public ModelReply reply(ModelRequest request, Consumer<String> stream) {
      ModelReply reply = model.reply(request, stream);
      if (!reply.calls().isEmpty()) return reply;
      before.add(reply);
      return before.getFirst();
    }
  }
}
