package frontdesk.runtime;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Head;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Spent;
import frontdesk.conversation.Usage;
import frontdesk.json.Jsons;
import frontdesk.model.provider.Prices;
import frontdesk.runtime.ForPeople.DeadLetter;
import frontdesk.runtime.ForPeople.Undecided;
import frontdesk.store.Document;
import frontdesk.store.EntryFormat;
import frontdesk.store.Records;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Conversations as operators see them, in JSON.
final class Overview {
  private static final int LIST_MAX = 200;
  private static final int ENTRIES_MAX = 10_000;

  private final Records records;
  private final Optional<Prices> prices;

  Overview(Records records, Optional<Prices> prices) {
    this.records = records;
    this.prices = prices;
  }

  ArrayNode list() {
    ArrayNode list = Jsons.array();
    for (Head head : records.conversations(LIST_MAX)) list.add(summary(head));
    return list;
  }

  Optional<ObjectNode> show(ConversationId id) {
    return records.head(id).map(this::shown);
  }

  /// Where it stands: `open`, `waiting` or `completed`.
  String status(ConversationId id) {
    return records.head(id).map(head -> Projection.status(head, state(head))).orElse("");
  }

  private ObjectNode summary(Head head) {
    JsonNode state = state(head);
    return Jsons.object()
        .put("conversation", head.id().value())
        .put("agent", state.path("agent").asString(""))
        .put("owner", head.owner().name().toLowerCase(Locale.ROOT))
        .put("status", Projection.status(head, state))
        .put("open_events", head.inboxSeq() - head.consumedThrough())
        .put("appends", head.version());
  }

  private JsonNode state(Head head) {
    return records
        .document(Projection.CONVERSATION, head.id().value())
        .map(Document::body)
        .map(Jsons::parse)
        .orElseGet(Jsons::object);
  }

  private ObjectNode shown(Head head) {
    ObjectNode shown = summary(head);
    shown.put("epoch", head.epoch());
    head.wakeAt().ifPresent(at -> shown.put("waits_until", at.toString()));
    List<Logged> log = Transcript.entries(records, head.id());
    ForPeople waiting = ForPeople.of(log);
    ArrayNode acts = shown.putArray("acts");
    waiting.acts().forEach(act -> acts.add(json(act)));
    ArrayNode letters = shown.putArray("dead_letters");
    waiting.deadLetters().forEach(letter -> letters.add(json(letter)));
    shown.set("usage", usage(log));
    ArrayNode entries = shown.putArray("entries");
    for (Logged logged : log.subList(0, Math.min(log.size(), ENTRIES_MAX))) {
      ObjectNode entry = entries.addObject().put("seq", logged.seq());
      entry.put("at", logged.at().toString()).set("entry", json(logged.entry()));
    }
    ArrayNode open = shown.putArray("open");
    records.open(head.id()).forEach(a -> open.add(Jsons.parse(EntryFormat.write(a.event()))));
    return shown;
  }

  private ObjectNode usage(List<Logged> log) {
    Spent spent = Spent.NONE;
    for (Logged logged : log) spent = spent.plus(logged);
    Usage all = spent.all();
    ObjectNode usage =
        Jsons.object()
            .put("input_tokens", all.input())
            .put("cached_tokens", all.cached())
            .put("output_tokens", all.output())
            .put("reasoning_tokens", all.reasoning())
            .put("newest_day", spent.day().toString())
            .put("tokens_that_day", spent.thatDay());
    prices.ifPresent(p -> usage.put("cost", p.cost(all).toPlainString()));
    return usage;
  }

  private static ObjectNode json(Undecided act) {
    ObjectNode json =
        Jsons.object()
            .put("call", act.intent().call().value())
            .put("tool", act.intent().tool())
            .put("since", act.since().toString())
            .put("why", act.why());
    json.set("arguments", Jsons.parse(act.intent().arguments()));
    return json;
  }

  private static ObjectNode json(DeadLetter letter) {
    ObjectNode json =
        Jsons.object().put("since", letter.since().toString()).put("why", letter.why());
    ArrayNode events = json.putArray("events");
    letter.events().forEach(event -> events.add(event.value()));
    ArrayNode texts = json.putArray("texts");
    letter.texts().forEach(texts::add);
    return json;
  }

  private static JsonNode json(Entry entry) {
    return Jsons.parse(EntryFormat.write(entry));
  }
}
