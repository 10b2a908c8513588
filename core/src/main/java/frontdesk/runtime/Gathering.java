package frontdesk.runtime;

import frontdesk.agent.Agent;
import frontdesk.agent.Limits;
import frontdesk.conversation.Call;
import frontdesk.conversation.CallId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Dropped;
import frontdesk.conversation.Entry.Gathered;
import frontdesk.conversation.Entry.Source;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Outcome;
import frontdesk.conversation.PendingCalls;
import frontdesk.json.Jsons;
import frontdesk.tool.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a call can be made with: what it gives itself, on top of what is known of the pending call
/// that it goes on with. A later value wins, a blank one erases nothing.
///
/// A call that lacks something waits in the log, for every model and channel alike, while the
/// customer is asked for just that.
sealed interface Gathering {

  /// It can be made.
  ///
  /// @param entries to note first: of an act, what it stands on
  record Ready(Json arguments, List<Entry> entries) implements Gathering {}

  /// It cannot; `entries` note what is known so far, and `outcome` says what is needed.
  record Waiting(List<Entry> entries, Outcome outcome) implements Gathering {}

  /// Of a call whose tool the agent has.
  static Gathering of(Agent agent, Turn turn, Log log, Call call, Json given) {
    ToolSpec spec = agent.tool(call.tool()).orElseThrow().spec();
    List<Logged> timeline = log.timeline();
    Optional<Gathered> before =
        timeline.stream()
            .flatMap(
                l ->
                    l.entry() instanceof Gathered g && g.call().equals(call.id())
                        ? Stream.of(g)
                        : null)
            .findFirst();
    if (before.isPresent()) return new Ready(before.get().arguments(), List.of());
    ObjectNode own = Jsons.parseObject(given.text());
    List<Gathered> open =
        PendingCalls.open(timeline, log.at()).stream()
            .filter(p -> p.tool().equals(call.tool()) && p.principal().equals(turn.principal()))
            .filter(p -> !isOfSameReply(p.call(), call.id()))
            .toList();
    Optional<Gathered> base = base(open, own);
    if (base.isEmpty() && !open.isEmpty()) return which(open);
    return gathered(spec, turn, log, call, own, base);
  }

  private static Gathering gathered(
      ToolSpec spec, Turn turn, Log log, Call call, ObjectNode own, Optional<Gathered> base) {
    Checked checked = Checked.of(spec, log, turn.received().locale(), own, base);
    boolean complete = checked.missing().isEmpty() && checked.invalid().isEmpty();
    boolean asked = spec.approval() == ToolSpec.Approval.ASKED;
    boolean isNews = !complete || asked || base.isPresent() || !checked.sources().isEmpty();
    if (!isNews) return new Ready(checked.json(), List.of());
    var entry =
        new Gathered(
            base.map(Gathered::pending).orElse(call.id()),
            call.id(),
            call.tool(),
            checked.json(),
            checked.sources(),
            checked.missing(),
            checked.invalid(),
            turn.principal(),
            log.at().plus(Limits.PENDING_STANDS));
    var entries = new ArrayList<Entry>();
    if (base.isEmpty()) tooMany(log).ifPresent(entries::add);
    entries.add(entry);
    if (complete) return new Ready(checked.json(), entries);
    return new Waiting(entries, new Outcome.NeedsInput(checked.missing(), checked.invalid()));
  }

  /// The oldest gives way to a new one.
  private static Optional<Entry> tooMany(Log log) {
    List<Gathered> open = PendingCalls.open(log.timeline(), log.at());
    return open.size() < Limits.PENDING_CALLS
        ? Optional.empty()
        : Optional.of(new Dropped(open.getFirst().pending(), "too many calls are pending"));
  }

  /// The pending call that is gone on with: the one that is named, the only one, or of several the
  /// one that most of what is given agrees with.
  private static Optional<Gathered> base(List<Gathered> open, ObjectNode own) {
    String named = own.path("pending").asString("");
    Optional<Gathered> asked =
        open.stream().filter(p -> p.pending().value().equals(named)).findFirst();
    if (asked.isPresent()) {
      own.remove("pending");
      return asked;
    }
    if (open.size() < 2) return open.stream().findFirst();
    List<Integer> agreeing = open.stream().map(p -> agreeing(p, own)).toList();
    int most = agreeing.stream().mapToInt(i -> i).max().orElse(0);
    boolean clear = most > 0 && agreeing.stream().filter(n -> n == most).count() == 1;
    return clear ? Optional.of(open.get(agreeing.indexOf(most))) : Optional.empty();
  }

  private static int agreeing(Gathered pending, ObjectNode own) {
    JsonNode known = Jsons.parse(pending.arguments());
    return (int)
        own.properties().stream()
            .filter(given -> given.getValue().equals(known.get(given.getKey())))
            .count();
  }

  private static Gathering which(List<Gathered> open) {
    List<Json> offers =
        open.stream()
            .map(
                p -> {
                  ObjectNode known = Jsons.parseObject(p.arguments().text());
                  return Jsons.json(known.put("pending", p.pending().value()));
                })
            .toList();
    return new Waiting(List.of(), new Outcome.NeedsInput(List.of("pending"), Map.of(), offers));
  }

  /// Two calls of one reply are two wishes.
  private static boolean isOfSameReply(CallId one, CallId other) {
    return reply(one).equals(reply(other));
  }

  private static String reply(CallId call) {
    return call.value().replaceFirst("\\.\\d+$", "");
  }

  /// What is known after a call: values that fit and were said.
  record Checked(
      ObjectNode arguments,
      List<Source> sources,
      List<String> missing,
      Map<String, String> invalid) {
    Json json() {
      return Jsons.canonical(arguments);
    }

    static Checked of(
        ToolSpec spec, Log log, String locale, ObjectNode own, Optional<Gathered> base) {
      return new Checking(spec, log, locale, own, base).checked();
    }
  }
}
