package frontdesk.simulation.world;

import frontdesk.conversation.ConversationId;
import frontdesk.model.ChatModel;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import frontdesk.model.ModelRequest;
import frontdesk.simulation.Chance;
import frontdesk.simulation.Node;
import java.time.Duration;
import java.util.function.Consumer;

/// A model that does all that models do, slowly at times. It never says why.
///
/// @param node the process that asks it
record FickleModel(Node node, Chance chance, Poison poison, Ledger ledger) implements ChatModel {

  @Override
  public ModelReply reply(ModelRequest request, Consumer<String> stream) {
    var id = new ConversationId(request.conversation());
    Legality.problem(request).ifPresent(problem -> ledger.violated("I5", id, problem));
    Canary.foreign(id, request.messages().toString())
        .ifPresent(canary -> ledger.violated("I6", id, canary + " is in a request to the model"));
    Chance ofThis = chance.named(id.value());
    pause(ofThis.below(ofThis.oneIn(10) ? 20_000 : 1_500));
    ModelReply reply =
        poison
            .in(request)
            .map(this::poisoned)
            .orElseGet(() -> new Whim(request, ofThis, ledger).reply());
    stream.accept(reply.text());
    return reply;
  }

  private ModelReply poisoned(Poison.Kind kind) {
    ledger.saw("turns poisoned: " + kind);
    return switch (kind) {
      case ERROR -> throw new StackOverflowError("A bug of the model's client");
      case THROWS ->
          ModelReply.calls(new AskedCall("", StumblingTool.NAME, Items.arguments("tea")));
      case KILLS -> {
        node.crash(false);
        pause(0); // it ends here
        throw new IllegalStateException("The process is dead");
      }
    };
  }

  private void pause(int millis) {
    node.threads().sleep(Duration.ofMillis(millis));
  }
}
