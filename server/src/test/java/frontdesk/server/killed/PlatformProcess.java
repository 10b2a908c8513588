package frontdesk.server.killed;

import frontdesk.json.Jsons;
import frontdesk.server.killed.Local.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Everything outside the desks, in a process of its own that is never killed: the provider that
/// tools act on and the platform that messages go to. Counts all that reached it, repeats too.
///
/// What goes wrong is said by the name of the conversation: once for each act ({@link #ACT_LOST}),
/// once for each message ({@link Trouble}).
final class PlatformProcess {
  static final String ACT_LOST = "actlost";
  private static final int PRICE = 100;

  private final List<ObjectNode> counted = new ArrayList<>();
  private final Map<String, ObjectNode> acts = new HashMap<>();
  private final Set<String> messages = new HashSet<>();
  private final Set<String> troubled = new HashSet<>();

  private PlatformProcess() {}

  /// What becomes of the first request with a message.
  enum Trouble {
    NONE,
    /// It is delivered, and the answer lost.
    LOST,
    /// It is delivered, and the answer is 500.
    ERROR,
    /// 429
    BUSY,
    /// 403, always.
    BLOCKED;

    /// How a conversation's name says so.
    String mark() {
      return "send" + name();
    }

    static Trouble of(String conversation) {
      for (Trouble trouble : values()) if (conversation.contains(trouble.mark())) return trouble;
      return NONE;
    }
  }

  public static void main(String[] arguments) {
    Child.endsWithItsParent();
    System.out.println(Child.READY + Local.serve(new PlatformProcess()::handle));
  }

  private synchronized Answer handle(String path, ObjectNode body) {
    return switch (path) {
      case "/look" -> Answer.ok(Jsons.object().put("slot", text(body, "slot")).put("price", PRICE));
      case "/act" -> act(body);
      case "/find" -> found(acts.containsKey(text(body, "key")));
      case "/send" -> send(body);
      case "/sent" -> found(messages.contains(text(body, "key")));
      case "/counted" -> counted(body.path("from").asInt(0));
      default -> Answer.of(404);
    };
  }

  private Answer act(ObjectNode request) {
    Wish wish = Wish.of(text(request, "tool"));
    String key = text(request, "key");
    boolean enforcesKey = wish == Wish.RETRY || wish == Wish.APPROVE;
    if (enforcesKey && acts.containsKey(key)) {
      count("act again", request);
      return Answer.ok(result(request));
    }
    if (wish == Wish.APPROVE && request.path("price").asInt(0) != PRICE) return Answer.of(409);
    acts.put(key, request);
    count("act", request);
    return text(request, "slot").contains(ACT_LOST) && troubled.add(key)
        ? Answer.of(Answer.LOST)
        : Answer.ok(result(request));
  }

  private static ObjectNode result(ObjectNode request) {
    return Jsons.object().put("slot", text(request, "slot")).put("status", "booked");
  }

  private Answer send(ObjectNode request) {
    String conversation = text(request, "conversation");
    Trouble trouble = Trouble.of(conversation);
    if (trouble == Trouble.BLOCKED) return Answer.of(403);
    boolean first = troubled.add(text(request, "key"));
    if (trouble == Trouble.BUSY && first) return Answer.of(429);
    boolean isNew = messages.add(text(request, "key"));
    boolean keepsKeys = conversation.startsWith(Pushing.KEY + ":");
    count(isNew || !keepsKeys ? "message" : "message again", request);
    if (!first) return Answer.of(200);
    return switch (trouble) {
      case LOST -> Answer.of(Answer.LOST);
      case ERROR -> Answer.of(500);
      case NONE, BUSY, BLOCKED -> Answer.of(200);
    };
  }

  private Answer counted(int from) {
    ArrayNode news = Jsons.array();
    counted.subList(from, counted.size()).forEach(news::add);
    ObjectNode answer = Jsons.object();
    answer.set("counted", news);
    return Answer.ok(answer);
  }

  private void count(String what, ObjectNode request) {
    counted.add(request.deepCopy().put("what", what));
  }

  private static Answer found(boolean found) {
    return Answer.ok(Jsons.object().put("found", found));
  }

  private static String text(ObjectNode body, String name) {
    return body.path(name).asString("");
  }
}
