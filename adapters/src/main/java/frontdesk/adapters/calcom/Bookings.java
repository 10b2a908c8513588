package frontdesk.adapters.calcom;

import frontdesk.adapters.calcom.CalComException.Kind;
import frontdesk.json.Jsons;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `/v2/bookings`: those of the whole account. Whose they are is for {@link Scope} to say.
final class Bookings {
  private static final int PAGE = 100;
  private static final int PAGES_MAX = 50;
  private static final int READINGS_MAX = 3;
  private static final Duration MARGIN = Duration.ofMinutes(1);
  // What else could be one must not become a part of a path.
  private static final Pattern UID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

  private final Client client;

  Bookings(Client client) {
    this.client = client;
  }

  /// The one of this uid; empty when the provider has none, or none for us.
  ///
  /// @throws CalComException nobody knows
  Optional<Booking> find(String uid, Until until) {
    if (!UID.matcher(uid).matches()) return Optional.empty();
    String asked = "cal.com, a booking";
    try {
      JsonNode data = client.get(Group.BOOKINGS, "/" + uid, Query.NONE, until).path("data");
      Booking booking = Booking.of(asked, data);
      if (!booking.uid().equals(uid)) throw Client.shapeless(asked);
      return Optional.of(booking);
    } catch (CalComException e) {
      boolean none = e.kind() == Kind.NO_SUCH || e.status() == 400 || e.status() == 403;
      if (none) return Optional.empty();
      throw e;
    }
  }

  /// Some of them.
  ///
  /// @param complete whether there are no more than these
  record Some(List<Booking> bookings, boolean complete) {
    Some {
      bookings = List.copyOf(bookings);
    }
  }

  /// Those that pass, page by page, until there are `max` of them.
  ///
  /// @throws CalComException nobody knows, or they change too fast to be read
  Some list(Query filters, Predicate<Booking> wanted, int max, Until until) {
    for (int reading = 0; reading < READINGS_MAX; reading++) {
      Optional<Some> some = reading(filters, wanted, max, until);
      if (some.isPresent()) return some.get();
    }
    throw Refusals.unclear("cal.com: the bookings change while they are read");
  }

  /// Each page begins with the one that the page before ended with. Where it does not, another one
  /// may have slipped to a page that was read before: empty.
  private Optional<Some> reading(Query filters, Predicate<Booking> wanted, int max, Until until) {
    var found = new LinkedHashMap<String, Booking>();
    String joint = "";
    long skip = 0;
    for (int page = 0; page < PAGES_MAX; page++) {
      Query query = filters.with("take", PAGE).with("skip", skip);
      ObjectNode body = client.get(Group.BOOKINGS, "", query, until);
      List<Booking> read = read(body.path("data"));
      boolean joins = page == 0 || (!read.isEmpty() && read.getFirst().uid().equals(joint));
      if (!joins) return Optional.empty();
      read.stream().filter(wanted).forEach(booking -> found.put(booking.uid(), booking));
      boolean last = read.size() < 2 || isLast(body, read.size());
      if (last || found.size() > max) return Optional.of(some(found, max, last));
      joint = read.getLast().uid();
      skip += read.size() - 1;
    }
    return Optional.of(some(found, max, false));
  }

  private static Some some(Map<String, Booking> found, int max, boolean last) {
    List<Booking> first = found.values().stream().limit(max).toList();
    return new Some(first, last && found.size() <= max);
  }

  /// Those that lie between two times, but for a minute, whatever became of them.
  ///
  /// @throws CalComException nobody knows, or there are too many to say
  List<Booking> between(Instant start, Instant end, Until until) {
    Query within =
        Query.NONE
            .with("afterStart", start.minus(MARGIN).toString())
            .with("beforeEnd", end.plus(MARGIN).toString());
    Some some = list(within, _ -> true, PAGE * PAGES_MAX, until);
    if (!some.complete()) throw Refusals.unclear("cal.com: more bookings than can be looked at");
    return some.bookings();
  }

  private static List<Booking> read(JsonNode data) {
    String asked = "cal.com, a list of bookings";
    if (!data.isArray()) throw Client.shapeless(asked);
    var bookings = new ArrayList<Booking>();
    data.forEach(one -> bookings.add(Booking.of(asked, one)));
    return bookings;
  }

  private static boolean isLast(ObjectNode body, int read) {
    JsonNode more = body.path("pagination").path("hasNextPage");
    return more.isBoolean() ? !more.asBoolean(false) : read < PAGE;
  }

  /// Who comes to what, and when.
  ///
  /// @param locale `en` or `th`
  record Wish(
      EventType type,
      int minutes,
      Instant start,
      String zone,
      String locale,
      String name,
      String email,
      String topic,
      String idem,
      String owner) {}

  /// Books.
  ///
  /// @throws CalComException it was not done, or nobody knows
  Booking book(Wish wish, Until until) {
    ObjectNode body = Jsons.object().put("start", wish.start().toString());
    body.put("eventTypeId", wish.type().id());
    // Where there is one length only the provider takes none.
    if (!wish.type().options().isEmpty()) body.put("lengthInMinutes", wish.minutes());
    body.putObject("attendee")
        .put("name", wish.name())
        .put("email", wish.email())
        .put("timeZone", wish.zone())
        .put("language", wish.locale());
    ObjectNode metadata = body.putObject("metadata");
    metadata.put(Booking.IDEM, wish.idem()).put(Booking.OWNER, wish.owner());
    if (!wish.topic().isEmpty()) {
      metadata.put(Booking.TOPIC, wish.topic());
      body.putObject("bookingFieldsResponses").put("notes", wish.topic());
    }
    JsonNode data = client.post(Group.BOOKINGS, "", body, until).path("data");
    Booking booked = Booking.of("cal.com, a new booking", data);
    boolean same = booked.start().equals(wish.start()) && booked.idem().equals(wish.idem());
    if (!same) throw Refusals.unclear("cal.com: the new booking is another one");
    return booked;
  }

  /// Moves.
  ///
  /// @return the booking that takes its place
  /// @throws CalComException it was not done, or nobody knows
  Booking move(String uid, Instant start, String reason, Until until) {
    ObjectNode body = Jsons.object().put("start", start.toString());
    if (!reason.isEmpty()) body.put("reschedulingReason", reason);
    JsonNode data =
        client.post(Group.BOOKINGS, "/" + uid + "/reschedule", body, until).path("data");
    Booking moved = Booking.of("cal.com, a moved booking", data);
    boolean right = moved.start().equals(start) && !moved.isOff();
    if (!right) throw Refusals.unclear("cal.com: the moved booking is another one");
    return moved;
  }

  /// Cancels.
  ///
  /// @throws CalComException it was not done, or nobody knows
  Booking cancel(String uid, String reason, Until until) {
    ObjectNode body = Jsons.object();
    if (!reason.isEmpty()) body.put("cancellationReason", reason);
    JsonNode data = client.post(Group.BOOKINGS, "/" + uid + "/cancel", body, until).path("data");
    Booking cancelled = Booking.of("cal.com, a cancelled booking", data);
    boolean right = cancelled.uid().equals(uid) && cancelled.isOff();
    if (!right) throw Refusals.unclear("cal.com: the cancelled booking is another one");
    return cancelled;
  }
}
