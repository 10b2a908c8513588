package frontdesk.server.histories;

import frontdesk.model.ChatModel;
import frontdesk.model.Message;
import frontdesk.model.Message.Assistant;
import frontdesk.model.Message.Note;
import frontdesk.model.Message.ToolSaid;
import frontdesk.model.ModelException;
import frontdesk.model.ModelException.Kind;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelRequest;
import frontdesk.server.histories.Provider.Endpoint;
import frontdesk.server.histories.Provider.Heard;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Sends all that a walk's model is asked to the stand-in. What the stand-in says is as good a
/// reply as the walk's own whim: so its thoughts, phases and ids come into the log, and into the
/// requests after it. Now and then another model or the other API goes on.
final class WatchedModel implements ChatModel {
  private static final String CUT = "What was said before";
  private static final String OTHER_WORDS = "Say the same in that language";
  private static final List<String> DISTURBANCES =
      List.of("crash", "stop", "takeover", "hand-back", "person");

  private static final Pattern ITEM = Pattern.compile("\"id\":\"(msg|fc|rs)_");
  private static final int REQUESTS_PER_TURN = 5;

  private final ChatModel whim;
  private final List<Endpoint> endpoints;
  private final RandomGenerator random;
  private final Map<String, Integer> seen;
  private final Map<Endpoint, Sent> last = new HashMap<>();
  private final Deque<Integer> disturbed = new ArrayDeque<>();
  private final Endpoint usual;

  /// @param seen counts what it comes by
  WatchedModel(
      ChatModel whim, Provider provider, RandomGenerator random, Map<String, Integer> seen) {
    this.whim = whim;
    this.endpoints = provider.endpoints();
    this.random = random;
    this.seen = seen;
    this.usual = any();
  }

  private record Sent(ModelRequest request, String body, int disturbances) {}

  @Override
  public ModelReply reply(ModelRequest request, Consumer<String> stream) {
    Endpoint endpoint = random.nextInt(12) == 0 ? any() : usual;
    disturbed.addLast(disturbances());
    if (disturbed.size() > REQUESTS_PER_TURN) disturbed.removeFirst();
    Heard heard = endpoint.ask(request);
    count(endpoint.api().name().toLowerCase(Locale.ROOT));
    if (ITEM.matcher(heard.request()).find()) count("replays items");
    if (request.messages().stream().anyMatch(WatchedModel::isParallel)) count("four calls");
    beginsAlike(endpoint, new Sent(request, heard.request(), disturbed.getFirst()));
    count("compared");
    ModelReply own = whim.reply(request, stream);
    return random.nextInt(4) == 0 ? own : said(heard, own);
  }

  /// A walk that has to come to an end asks for nothing.
  private ModelReply said(Heard heard, ModelReply own) {
    boolean ends = own.calls().isEmpty();
    if (heard.reply().isEmpty()) {
      if (ends) return own;
      count("broke off");
      throw new ModelException(Kind.BROKEN, "broke off", Optional.empty());
    }
    ModelReply reply = heard.reply().get();
    if (ends && !reply.calls().isEmpty()) return own;
    count("said by the stand-in");
    return reply;
  }

  /// What the provider has read before is not written anew: its cache compares from the first byte.
  private void beginsAlike(Endpoint endpoint, Sent now) {
    Sent before = last.put(endpoint, now);
    if (before == null) return;
    if (!before.request().agent().equals(now.request().agent())) return;
    List<Message> old = before.request().messages();
    List<Message> all = now.request().messages();
    int same = same(old, all);
    if (same < old.size()) {
      count("begins otherwise");
      if (isExplained(old, all, same) || disturbances() > before.disturbances()) return;
      throw new AssertionError("the next history is another:\n" + old + "\n" + all);
    }
    String head = before.body().substring(0, endpoint.tail(before.body()));
    if (!now.body().startsWith(head)) {
      throw new AssertionError(
          "the next request begins otherwise:\n" + before.body() + "\n" + now.body());
    }
    count("begins alike");
  }

  private static int same(List<Message> old, List<Message> all) {
    int same = 0;
    while (same < Math.min(old.size(), all.size()) && old.get(same).equals(all.get(same))) same++;
    return same;
  }

  /// It was cut, or an outcome that was not known is, or what was to be said in other words was.
  private static boolean isExplained(List<Message> old, List<Message> all, int same) {
    boolean reworded = old.getLast() instanceof Note(var asks) && asks.contains(OTHER_WORDS);
    if (reworded && same == old.size() - 2) return true;
    boolean cut = all.getFirst() instanceof Note(var text) && text.startsWith(CUT);
    if (cut || same == all.size()) return cut;
    return old.get(same) instanceof ToolSaid before
        && all.get(same) instanceof ToolSaid after
        && after.call().equals(before.call());
  }

  /// What makes a history another: what was not saved is lost, and what a stop or a person broke
  /// off is told in another place.
  private int disturbances() {
    return DISTURBANCES.stream().mapToInt(what -> seen.getOrDefault(what, 0)).sum();
  }

  private static boolean isParallel(Message message) {
    return message instanceof Assistant reply && reply.calls().size() >= 4;
  }

  private Endpoint any() {
    return endpoints.get(random.nextInt(endpoints.size()));
  }

  private void count(String what) {
    seen.merge(what, 1, Integer::sum);
  }
}
