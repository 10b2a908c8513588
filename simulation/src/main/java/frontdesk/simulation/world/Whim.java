package frontdesk.simulation.world;

import frontdesk.conversation.Call;
import frontdesk.conversation.CallId;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry.Ending;
import frontdesk.model.Message;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import frontdesk.model.ModelRequest;
import frontdesk.simulation.Chance;
import frontdesk.tool.ToolSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a model replies to one request: it talks, looks, acts, asks again for what failed, was
/// refused or is not known, invents tools, breaks JSON, repeats ids, fails.
record Whim(ModelRequest request, Chance chance, Ledger ledger) {

  ModelReply reply() {
    return switch (chance.below(32)) {
      case 1 -> throw new IllegalStateException("A bug of the model");
      case 2 -> new ModelReply(chance.oneIn(2) ? "" : "No.", List.of(), Ending.REFUSED);
      case 3, 4, 5, 6, 7, 8, 9 -> talk();
      case 10, 11, 12, 13, 14, 15 -> again();
      case 16, 17 -> claim();
      default -> calls();
    };
  }

  private ModelReply talk() {
    return ModelReply.text(
        "So be it, " + Canary.of(new ConversationId(request.conversation())) + ".");
  }

  /// Says that something was done, true or not.
  private ModelReply claim() {
    ledger.saw("claims of the model");
    return ModelReply.text("Your tea is " + chance.pick(Shop.CLAIMS) + ".");
  }

  private ModelReply calls() {
    var calls = new ArrayList<AskedCall>();
    for (int i = 1 + chance.below(3); i > 0; i--) calls.add(call());
    if (chance.oneIn(8)) calls.add(calls.getFirst());
    if (calls.stream().filter(call -> acts(call.tool())).count() > 1) {
      ledger.saw("replies with several acts");
    }
    return new ModelReply(chance.oneIn(3) ? "One moment." : "", calls, Ending.COMPLETE);
  }

  private AskedCall call() {
    String tool = chance.oneIn(25) ? "teleport" : tool();
    String id = chance.pick(List.of("", "a", "b"));
    return new AskedCall(id, tool, chance.oneIn(12) ? wrongArguments() : arguments(tool));
  }

  /// Any tool, but more often one whose acts need an approval: it takes several turns to come to
  /// one.
  private String tool() {
    if (chance.oneIn(12)) return PricedTool.NAME;
    var names = request.tools().stream().map(ToolSpec::name);
    return chance.pick(names.filter(name -> !name.equals(StumblingTool.NAME)).toList());
  }

  private String wrongArguments() {
    ledger.saw("calls with wrong arguments");
    return chance.pick(
        List.of("{\"item\": \"te", "{}", "{\"item\": \"gold\"}", "{\"item\": \"tea\", \"by\": 1}"));
  }

  private String arguments(String tool) {
    return tool.equals(Shop.NOTE_FACTS)
        ? "{\"name\": \"" + chance.pick(List.of("Ann", "Bob", " ")) + "\"}"
        : Items.arguments(chance.pick(Items.NAMES));
  }

  /// The very call that it made before: what a model does that takes "not known" for "no".
  private ModelReply again() {
    List<Call> before = actsBefore();
    if (before.isEmpty()) return calls();
    Set<CallId> vain = inVain();
    List<Call> failed = before.stream().filter(call -> vain.contains(call.id())).toList();
    boolean repeatsFailed = !failed.isEmpty() && !chance.oneIn(4);
    ledger.saw(repeatsFailed ? "repetitions of calls without success" : "repetitions of calls");
    List<Call> choice = repeatsFailed ? failed : before;
    Call call = chance.oneIn(2) ? choice.getLast() : chance.pick(choice);
    return ModelReply.calls(new AskedCall("", call.tool(), call.arguments()));
  }

  private List<Call> actsBefore() {
    return request.messages().stream()
        .flatMap(m -> m instanceof Message.Assistant said ? said.calls().stream() : null)
        .filter(call -> acts(call.tool()))
        .toList();
  }

  /// Calls that failed, were refused, or whose outcome is not known.
  private Set<CallId> inVain() {
    var calls = new HashSet<CallId>();
    for (Message message : request.messages()) {
      if (!(message instanceof Message.ToolSaid said)) continue;
      boolean vain = said.content().contains("error") || said.content().contains("not known");
      if (vain) calls.add(said.call());
    }
    return calls;
  }

  private boolean acts(String tool) {
    return request.tools().stream()
        .anyMatch(spec -> spec.name().equals(tool) && spec.effect() == ToolSpec.Effect.WRITE);
  }
}
