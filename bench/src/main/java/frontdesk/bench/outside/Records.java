package frontdesk.bench.outside;

import frontdesk.json.Jsons;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the model was sent: of each request its length, and how much of its beginning it shares
/// with the request before of the same conversation, which is what a provider may have cached.
final class Records {
  private final Map<String, byte[]> latest = new HashMap<>();
  private final List<Sent> all = new ArrayList<>();

  /// @param first whether it is the first request of its turn
  record Sent(String order, boolean first, int bytes, int shared) {}

  synchronized void add(String order, boolean first, String body) {
    byte[] request = body.getBytes(StandardCharsets.UTF_8);
    byte[] before = latest.put(Orders.conversation(order), request);
    int shared = before == null ? 0 : shared(before, request);
    all.add(new Sent(order, first, request.length, shared));
  }

  synchronized String json() {
    return Jsons.MAPPER.writeValueAsString(all);
  }

  private static int shared(byte[] one, byte[] other) {
    int differ = Arrays.mismatch(one, other);
    return differ < 0 ? one.length : differ;
  }
}
