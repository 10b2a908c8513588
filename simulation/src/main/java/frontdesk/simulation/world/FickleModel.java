package frontdesk.simulation.world;

import frontdesk.conversation.Call;
import frontdesk.conversation.Entry.Ending;
import frontdesk.engine.Threads;
import frontdesk.model.ChatModel;
import frontdesk.model.Message;
import frontdesk.model.ModelException;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import frontdesk.model.ModelRequest;
import frontdesk.simulation.Chance;
import frontdesk.tool.ToolSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A model that does all that models do: talks, looks, acts, asks again for what failed or is
/// not known, invents tools, breaks JSON, repeats ids, fails. It never says why.
record FickleModel(Threads threads, Chance chance, Ledger ledger) implements ChatModel {

  @Override
  public ModelReply reply(ModelRequest request, Consumer<String> stream) {
    Legality.problem(request)
        .ifPresent(problem -> ledger.violated("I5", request.conversation() + ": " + problem));
    threads.sleep(Duration.ofMillis(chance.below(chance.oneIn(10) ? 20_000 : 1_500)));
    ModelReply reply = reply(request);
    stream.accept(reply.text());
    return reply;
  }

  private ModelReply reply(ModelRequest request) {
    return switch (chance.below(24)) {
      case 0 -> throw failure();
      case 1 -> throw new IllegalStateException("A bug of the model");
      case 2 -> new ModelReply(chance.oneIn(2) ? "" : "No.", List.of(), Ending.REFUSED);
      case 3, 4, 5, 6, 7, 8, 9 -> ModelReply.text("So be it.");
      case 10, 11, 12, 13 -> again(request);
      default -> calls(request);
    };
  }

  private ModelException failure() {
    var kind = chance.pick(List.of(ModelException.Kind.values()));
    return new ModelException(kind, "no luck today", Optional.empty());
  }

  private ModelReply calls(ModelRequest request) {
    var calls = new ArrayList<AskedCall>();
    for (int i = 1 + chance.below(3); i > 0; i--) calls.add(call(request));
    return new ModelReply(chance.oneIn(3) ? "One moment." : "", calls, Ending.COMPLETE);
  }

  private AskedCall call(ModelRequest request) {
    String tool = chance.oneIn(25) ? "teleport" : chance.pick(request.tools()).name();
    String id = chance.pick(List.of("", "a", "b"));
    return new AskedCall(id, tool, chance.oneIn(20) ? "{\"item\": \"te" : arguments(tool));
  }

  private String arguments(String tool) {
    return tool.equals(Shop.NOTE_FACTS)
        ? "{\"name\": \"" + chance.pick(List.of("Ann", "Bob", " ")) + "\"}"
        : Items.arguments(chance.pick(Items.NAMES));
  }

  /// The very call that it made before: what a model does that takes "not known" for "no".
  private ModelReply again(ModelRequest request) {
    List<Call> before =
        request.messages().stream()
            .flatMap(m -> m instanceof Message.Assistant said ? said.calls().stream() : null)
            .filter(call -> acts(request, call))
            .toList();
    if (before.isEmpty()) return calls(request);
    Call call = chance.oneIn(2) ? before.getLast() : chance.pick(before);
    return ModelReply.calls(new AskedCall("", call.tool(), call.arguments()));
  }

  private static boolean acts(ModelRequest request, Call call) {
    return request.tools().stream()
        .anyMatch(
            spec -> spec.name().equals(call.tool()) && spec.effect() == ToolSpec.Effect.WRITE);
  }
}
