package frontdesk.server.meetings;

import frontdesk.conversation.ConversationId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/// Where this process is to be killed: each of some conversations is stopped at a step of its own.
/// The thread that comes by says so and goes no further. Whoever started the process then ends it
/// with SIGKILL.
final class Steps {
  static final Steps NONE = new Steps(Map.of());
  static final String SAYS = "at ";

  private final Map<String, String> stops;
  private final Map<String, Integer> passed = new ConcurrentHashMap<>();

  private Steps(Map<String, String> stops) {
    this.stops = Map.copyOf(stops);
  }

  /// From `CONVERSATION=STEP`: the step's number, counted from 1 in this process, or its name.
  static Steps parse(Collection<String> arguments) {
    var stops = new HashMap<String, String>();
    for (String argument : arguments) {
      int is = argument.indexOf('=');
      stops.put(argument.substring(0, is), argument.substring(is + 1));
    }
    return new Steps(stops);
  }

  void pass(ConversationId id, String step) {
    String stop = stops.getOrDefault(id.value(), "");
    if (stop.isEmpty()) return;
    int number = passed.merge(id.value(), 1, Integer::sum);
    if (!stop.equals(String.valueOf(number)) && !stop.equals(step)) return;
    System.out.println(SAYS + id + " " + step);
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Only a kill goes on from here", e);
    }
  }
}
