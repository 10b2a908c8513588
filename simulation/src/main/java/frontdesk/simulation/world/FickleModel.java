package frontdesk.simulation.world;

import frontdesk.conversation.ConversationId;
import frontdesk.engine.Threads;
import frontdesk.model.ChatModel;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelRequest;
import frontdesk.simulation.Chance;
import java.time.Duration;
import java.util.function.Consumer;

/// A model that does all that models do, slowly at times. It never says why.
record FickleModel(Threads threads, Chance chance, Ledger ledger) implements ChatModel {

  @Override
  public ModelReply reply(ModelRequest request, Consumer<String> stream) {
    var id = new ConversationId(request.conversation());
    Legality.problem(request).ifPresent(problem -> ledger.violated("I5", id, problem));
    Chance ofThis = chance.named(id.value());
    threads.sleep(Duration.ofMillis(ofThis.below(ofThis.oneIn(10) ? 20_000 : 1_500)));
    ModelReply reply = new Whim(request, ofThis, ledger).reply();
    stream.accept(reply.text());
    return reply;
  }
}
