package frontdesk.simulation.world;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Made;
import frontdesk.conversation.Usage;
import frontdesk.json.Jsons;
import frontdesk.model.ChatModel;
import frontdesk.model.Message;
import frontdesk.model.ModelException;
import frontdesk.model.ModelException.Kind;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import frontdesk.model.ModelRequest;
import frontdesk.simulation.Chance;
import frontdesk.simulation.Node;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
    if (request.format().isPresent()) return summary(id, ofThis);
    Optional<Poison.Kind> poisonous = poison.in(request);
    if (poisonous.isPresent()) return poisoned(poisonous.get());
    fail(ofThis);
    ModelReply reply = new Whim(request, ofThis, ledger).reply();
    stream.accept(reply.text());
    return reply.with(made(request));
  }

  /// As providers do: refused, overloaded, broken off.
  private void fail(Chance ofThis) {
    if (!ofThis.oneIn(8)) return;
    Kind kind = ofThis.pick(List.of(Kind.values()));
    ledger.saw("failures of the provider");
    var retryAfter = Optional.of(Duration.ofMillis(ofThis.below(5_000)));
    throw new ModelException(
        kind, "no luck today", ofThis.oneIn(3) ? retryAfter : Optional.empty());
  }

  private ModelReply summary(ConversationId id, Chance ofThis) {
    ledger.saw("summaries");
    if (ofThis.oneIn(4)) throw new ModelException(Kind.OVERLOADED, "busy", Optional.empty());
    String text = "They talked, " + Canary.of(id) + ".";
    return ModelReply.text(
        ofThis.oneIn(2) ? text : Jsons.json(Jsons.object().put("summary", text)).text());
  }

  private static Made made(ModelRequest request) {
    long input = request.messages().stream().mapToLong(Message::tokens).sum();
    return new Made("fickle", false, List.of(), new Usage(input, input / 2, 20, 10));
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
