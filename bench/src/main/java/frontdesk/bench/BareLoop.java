package frontdesk.bench;

import frontdesk.json.Jsons;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What one writes by hand in an afternoon: a list of messages for each conversation, in memory,
/// and a loop that calls tools until the model answers. It keeps nothing, checks little, and is
/// the yardstick for what the rest costs.
final class BareLoop implements Talks {
  private static final int CONVERSATIONS_MAX = 10_000;

  private final Work work;
  private final Map<String, List<Line>> conversations = new LinkedHashMap<>(16, 0.75f, true);

  /// One message. `arguments` when the model asks for the tool.
  private record Line(String role, String text, Optional<String> arguments) {}

  BareLoop(Work work) {
    this.work = work;
  }

  @Override
  public String open() {
    String id = UUID.randomUUID().toString();
    synchronized (conversations) {
      conversations.put(id, new ArrayList<>());
      // The one that was used least lately goes, or the yardstick would run out of memory.
      if (conversations.size() > CONVERSATIONS_MAX) {
        conversations.remove(conversations.keySet().iterator().next());
      }
    }
    return id;
  }

  @Override
  public String say(String conversation, String text) {
    List<Line> lines = lines(conversation);
    synchronized (lines) {
      lines.add(new Line("user", text, Optional.empty()));
      while (true) {
        Line reply = reply(lines);
        lines.add(reply);
        if (reply.arguments().isEmpty()) return reply.text();
        lines.add(new Line("tool", tool(reply.arguments().get()), Optional.empty()));
      }
    }
  }

  @Override
  public void leave(String conversation) {
    synchronized (conversations) {
      conversations.remove(conversation);
    }
  }

  private List<Line> lines(String conversation) {
    synchronized (conversations) {
      List<Line> lines = conversations.get(conversation);
      if (lines == null) throw new IllegalArgumentException("There is no such conversation");
      return lines;
    }
  }

  private Line reply(List<Line> lines) {
    boolean looked = lines.getLast().role().equals("tool");
    return work == Work.PLAIN || looked
        ? new Line("assistant", Work.ANSWER, Optional.empty())
        : new Line("assistant", "", Optional.of(Work.ARGUMENTS));
  }

  private static String tool(String arguments) {
    String order = Jsons.parseObject(arguments).path("order").asString("");
    if (order.isEmpty()) throw new IllegalArgumentException("The model named no order");
    return Work.FOUND;
  }
}
