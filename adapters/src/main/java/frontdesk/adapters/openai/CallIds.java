package frontdesk.adapters.openai;

import frontdesk.conversation.Call;
import frontdesk.conversation.CallId;
import frontdesk.conversation.Json;
import frontdesk.model.Message.Assistant;
import java.nio.charset.StandardCharsets;
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

  private final Map<CallId, String> names = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  /// Whether the items of a reply can be sent back: they say the same calls as the log, and all
  /// that the provider has to know, as it stores nothing. If so, the calls are named as they are.
  boolean replays(Assistant reply) {
    List<Item> items = reply.made().items().stream().map(Item::new).toList();
    if (items.isEmpty() || items.stream().anyMatch(Item::isThoughtKeptElsewhere)) return false;
    List<Item> calls = items.stream().filter(Item::isCall).toList();
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

  /// Only what tells a call, or whether a thought is all there.
  private static final class Item {
    private String type = "";
    private String callId = "";
    private String name = "";
    private String sealed = "";

    Item(Json json) {
      byte[] bytes = json.text().getBytes(StandardCharsets.UTF_8);
      try (var parser = Wire.parser(bytes, bytes.length)) {
        Wire.members(parser, this::read);
      } catch (JacksonException e) {
        throw new IllegalArgumentException("An item of a provider is kept that is no JSON", e);
      }
    }

    boolean isCall() {
      return type.equals("function_call");
    }

    /// A thought that was not asked for sealed is a mere id: to send it back is an error.
    boolean isThoughtKeptElsewhere() {
      return type.equals("reasoning") && sealed.isEmpty();
    }

    private void read(String member, JsonParser value) {
      switch (member) {
        case "type" -> type = Wire.text(value);
        case "call_id" -> callId = Wire.text(value);
        case "name" -> name = Wire.text(value);
        case "encrypted_content" -> sealed = Wire.text(value);
        default -> {}
      }
    }
  }
}
