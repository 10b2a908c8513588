package frontdesk.sandbox.calcom;

import frontdesk.json.Jsons;
import frontdesk.sandbox.Effects;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The event types there are: 15, 30 and 60 minutes at the start, 100 at most.
final class EventTypes {
  private static final int TYPES_MAX = 100;
  private static final int MINUTES_MAX = 24 * 60;
  private static final int NOTICE_MINUTES = 120;
  private static final int NOTICE_MINUTES_MAX = 365 * 24 * 60;
  private static final List<Integer> AT_START = List.of(15, 30, 60);

  private final Effects effects;
  private final List<EventType> all = new ArrayList<>();

  EventTypes(Effects effects) {
    this.effects = effects;
    reset();
  }

  void reset() {
    all.clear();
    for (int minutes : AT_START) {
      String title = minutes + " Min Meeting";
      add(title, minutes + "min", "", minutes, List.of(), NOTICE_MINUTES, false);
    }
  }

  List<EventType> all() {
    return List.copyOf(all);
  }

  Optional<EventType> byId(int id) {
    return all.stream().filter(type -> type.id() == id).findFirst();
  }

  Optional<EventType> bySlug(String username, String slug) {
    if (!username.equals(Host.USERNAME)) return Optional.empty();
    return all.stream().filter(type -> type.slug().equals(slug)).findFirst();
  }

  /// `GET /v2/event-types`: hidden ones only to their owner.
  Reply list(Call call) {
    var query = Fields.query(call.query());
    Optional<String> username = query.text("username");
    Optional<String> slug = query.text("eventSlug");
    List.of("usernames", "orgSlug", "orgId", "sortCreatedAt").forEach(query::any);
    query.done();
    if (slug.isPresent() && username.isEmpty()) {
      throw new Refused(400, "eventSlug must be provided together with username.");
    }
    if (username.isEmpty()) call.needsKey();
    Predicate<EventType> shown =
        type ->
            username.map(Host.USERNAME::equals).orElse(true)
                && slug.map(type.slug()::equals).orElse(true)
                && (call.known() || !type.hidden());
    List<EventType> found = all.stream().filter(shown).toList();
    return Reply.ok(Group.EVENT_TYPES.isCurrent(call) ? listed(found) : oldList(found));
  }

  /// `POST /v2/event-types`.
  Reply create(Call call) {
    call.needsKey();
    var body = Fields.body(call.body());
    String title = body.requiredText("title");
    String slug = body.requiredText("slug");
    int minutes = body.requiredWhole("lengthInMinutes", 1, MINUTES_MAX);
    List<Integer> options = body.wholes("lengthInMinutesOptions");
    OptionalInt notice = body.whole("minimumBookingNotice", 0, NOTICE_MINUTES_MAX);
    if (options.stream().anyMatch(one -> one < 1 || one > MINUTES_MAX)) {
      body.wrong("lengthInMinutesOptions", "each value must be 1 to " + MINUTES_MAX);
    }
    boolean hidden = body.flag("hidden");
    String description = body.text("description").orElse("");
    body.done();
    if (bySlug(Host.USERNAME, slug).isPresent()) {
      throw new Refused(400, "User already has an event type with this slug.");
    }
    if (all.size() == TYPES_MAX) throw new Refused(400, "The sandbox has at most 100 event types.");
    EventType made =
        add(title, slug, description, minutes, options, notice.orElse(NOTICE_MINUTES), hidden);
    effects.did("event_type", slug);
    return Reply.created(Group.EVENT_TYPES.isCurrent(call) ? made.json() : made.oldJson());
  }

  private EventType add(
      String title,
      String slug,
      String description,
      int minutes,
      List<Integer> options,
      int notice,
      boolean hidden) {
    var type =
        new EventType(
            all.size() + 1,
            title,
            slug,
            description,
            minutes,
            options,
            Duration.ofMinutes(notice),
            hidden);
    all.add(type);
    return type;
  }

  private static ArrayNode listed(List<EventType> types) {
    ArrayNode list = Jsons.array();
    types.forEach(type -> list.add(type.json()));
    return list;
  }

  private static ObjectNode oldList(List<EventType> types) {
    ObjectNode old = Jsons.object();
    ArrayNode list = old.putArray("eventTypeGroups").addObject().putArray("eventTypes");
    types.forEach(type -> list.add(type.oldJson()));
    return old;
  }
}
