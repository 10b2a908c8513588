package frontdesk.adapters.openai;

import frontdesk.conversation.Call;
import frontdesk.conversation.CallId;
import frontdesk.conversation.Json;
import frontdesk.model.Message.Assistant;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/// The names that the calls of one request have on the wire: the provider's own where its items
/// are sent back, else ours. No two calls have the same.
final class CallIds {
  private static final int LENGTH_MAX = 64;

  private final String model;
  private final Map<CallId, String> names = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  /// @param model whose items may be sent back
  CallIds(String model) {
    this.model = model;
  }

  /// Whether the items of a reply say the same calls as the log, and so can be sent back. If so,
  /// its calls are named as they are.
  boolean replays(Assistant reply) {
    List<Json> items = reply.made().items();
    if (items.isEmpty() || !reply.made().model().equals(model)) return false;
    List<Item> calls = calls(items);
    if (calls.size() != reply.calls().size()) return false;
    var own = new HashSet<String>();
    for (int i = 0; i < calls.size(); i++) {
      Item item = calls.get(i);
      Call call = reply.calls().get(i);
      // A name that no provider takes is not taken back either.
      boolean same = item.name.equals(call.tool()) && item.name.equals(ToldAnew.name(call));
      if (!same || !isUsable(item.callId) || !own.add(item.callId)) return false;
    }
    for (int i = 0; i < calls.size(); i++) name(reply.calls().get(i), calls.get(i).callId);
    return true;
  }

  /// Names a call that is told anew.
  String tellAnew(Call call) {
    // Some servers take no dot.
    String name = call.id().value().replace('.', '_');
    return used.contains(name) ? name(call, name + "_" + used.size()) : name(call, name);
  }

  String of(CallId call) {
    return names.getOrDefault(call, call.value());
  }

  private String name(Call call, String name) {
    used.add(name);
    names.put(call.id(), name);
    return name;
  }

  private boolean isUsable(String id) {
    return !id.isBlank() && id.length() <= LENGTH_MAX && !used.contains(id);
  }

  private static List<Item> calls(List<Json> items) {
    var calls = new ArrayList<Item>();
    for (Json json : items) {
      var item = new Item(json);
      if (item.type.equals("function_call")) calls.add(item);
    }
    return calls;
  }

  /// Only what tells a call.
  private static final class Item {
    private String type = "";
    private String callId = "";
    private String name = "";

    Item(Json json) {
      byte[] bytes = json.text().getBytes(StandardCharsets.UTF_8);
      try (var parser = Wire.parser(bytes, bytes.length)) {
        Wire.members(parser, this::read);
      } catch (JacksonException e) {
        throw new IllegalArgumentException("An item of a provider is kept that is no JSON", e);
      }
    }

    private void read(String member, JsonParser value) {
      switch (member) {
        case "type" -> type = Wire.text(value);
        case "call_id" -> callId = Wire.text(value);
        case "name" -> name = Wire.text(value);
        default -> {}
      }
    }
  }
}
