package frontdesk.adapters.calcom;

import frontdesk.conversation.Outcome;
import frontdesk.json.Jsons;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// `/v2/event-types`, remembered for a minute.
final class EventTypes {
  private static final Duration REMEMBERED = Duration.ofMinutes(1);
  private static final int USUAL_MINUTES = 30;

  private final Client client;
  private final InstantSource clock;
  private final boolean creates;
  private volatile Known known = new Known(List.of(), Instant.MIN);

  EventTypes(Client client, InstantSource clock, boolean creates) {
    this.client = client;
    this.clock = clock;
    this.creates = creates;
  }

  private record Known(List<EventType> types, Instant until) {}

  /// A kind of meeting, and how long it will be.
  record Kind(EventType type, int minutes) {}

  /// One that a customer may have.
  ///
  /// @param minutes how long; without it half an hour where there is that, else the shortest
  /// @throws Declined there is none as long; it names those that there are
  Kind offered(OptionalInt minutes, Words words, Until until) {
    List<EventType> types = offered(until);
    return fitting(types, minutes).orElseThrow(() -> none(lengths(types), words));
  }

  /// The same for a meeting to be booked: where the settings allow, one that is yet to be made.
  Kind bookable(OptionalInt minutes, Words words, Until until) {
    List<EventType> types = offered(until);
    return fitting(types, minutes)
        .or(() -> toBeMade(minutes))
        .orElseThrow(() -> none(lengths(types), words));
  }

  private List<EventType> offered(Until until) {
    return all(until).stream().filter(EventType::offered).toList();
  }

  private static Optional<Kind> fitting(List<EventType> types, OptionalInt minutes) {
    int wanted = minutes.orElse(usual(lengths(types)));
    return types.stream()
        .filter(type -> type.lengths().contains(wanted))
        // One that is as long by itself before one that can be.
        .min(Comparator.comparing(type -> type.minutes() != wanted))
        .map(type -> new Kind(type, wanted));
  }

  private static NavigableSet<Integer> lengths(List<EventType> types) {
    var lengths = new TreeSet<Integer>();
    types.forEach(type -> lengths.addAll(type.lengths()));
    return lengths;
  }

  private static int usual(NavigableSet<Integer> lengths) {
    return lengths.isEmpty() || lengths.contains(USUAL_MINUTES) ? USUAL_MINUTES : lengths.first();
  }

  private Optional<Kind> toBeMade(OptionalInt minutes) {
    if (!creates || minutes.isEmpty()) return Optional.empty();
    int length = minutes.getAsInt();
    return Optional.of(new Kind(EventType.toBeMade(length), length));
  }

  private static Declined none(NavigableSet<Integer> lengths, Words words) {
    if (lengths.isEmpty()) return new Declined(new Outcome.Refused(words.noMeetings()));
    var offers =
        lengths.stream()
            .map(length -> Jsons.json(Jsons.object().put(Given.DURATION, length)))
            .toList();
    String why = words.lengths(lengths);
    return new Declined(new Outcome.NeedsInput(List.of(), Map.of(Given.DURATION, why), offers));
  }

  /// The one of this id, also when it is not offered any more.
  Optional<EventType> byId(int id, Until until) {
    return all(until).stream().filter(type -> type.id() == id).findFirst();
  }

  /// The one of ours that is as long, made unless it is there.
  ///
  /// @throws CalComException it could not be made, or nobody knows; asking again makes no second
  ///     one
  EventType made(int minutes, Until until) {
    forget();
    Optional<EventType> there =
        all(until).stream().filter(type -> type.slug().equals(slug(minutes))).findFirst();
    return there.orElseGet(() -> make(minutes, until));
  }

  private EventType make(int minutes, Until until) {
    var body =
        Jsons.object()
            .put("title", EventType.toBeMade(minutes).title())
            .put("slug", slug(minutes))
            .put("lengthInMinutes", minutes);
    JsonNode data = client.post(Group.EVENT_TYPES, "", body, until).path("data");
    forget();
    return EventType.of("cal.com, a new event type", data);
  }

  private static String slug(int minutes) {
    return "frontdesk-" + minutes + "min";
  }

  /// The provider says that it has others.
  void forget() {
    known = new Known(List.of(), Instant.MIN);
  }

  private List<EventType> all(Until until) {
    Known before = known;
    if (clock.instant().isBefore(before.until())) return before.types();
    String asked = "cal.com, event types";
    JsonNode data = client.get(Group.EVENT_TYPES, "", Query.NONE, until).path("data");
    if (!data.isArray()) throw Client.shapeless(asked);
    var types = new ArrayList<EventType>();
    data.forEach(one -> types.add(EventType.of(asked, one)));
    known = new Known(List.copyOf(types), clock.instant().plus(REMEMBERED));
    return types;
  }
}
