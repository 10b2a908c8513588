package frontdesk.sandbox.calcom;

import frontdesk.json.Jsons;
import frontdesk.sandbox.Effects;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `/v2/slots` and `/v2/slots/reservations`.
final class SlotsApi {
  private static final Duration RANGE_MAX = Duration.ofDays(366);
  private static final int MINUTES_MAX = 24 * 60;
  private static final int HOLD_MINUTES = 5;

  private final EventTypes types;
  private final OpeningHours hours;
  private final Diary diary;
  private final Reservations reservations;
  private final Effects effects;

  SlotsApi(
      EventTypes types,
      OpeningHours hours,
      Diary diary,
      Reservations reservations,
      Effects effects) {
    this.types = types;
    this.hours = hours;
    this.diary = diary;
    this.reservations = reservations;
    this.effects = effects;
  }

  /// What a caller may book.
  private record Asked(
      EventType type,
      Instant from,
      Instant to,
      int minutes,
      ZoneId zone,
      boolean range,
      String uid) {}

  /// `GET /v2/slots`.
  Reply list(Call call, Instant now) {
    Asked asked = asked(call);
    ObjectNode days = Jsons.object();
    for (Instant start : free(asked, now)) {
      String shown = Times.in(asked.zone(), start);
      ArrayNode day = days.withArray("/" + shown.substring(0, 10));
      day.add(slot(call, asked, start, shown));
    }
    if (Group.SLOTS.isCurrent(call)) return Reply.ok(days);
    ObjectNode old = Jsons.object();
    old.set("slots", days);
    return Reply.ok(old);
  }

  private static ObjectNode slot(Call call, Asked asked, Instant start, String shown) {
    if (!Group.SLOTS.isCurrent(call)) return Jsons.object().put("time", shown);
    ObjectNode slot = Jsons.object().put("start", shown);
    Instant end = start.plus(Duration.ofMinutes(asked.minutes()));
    return asked.range() ? slot.put("end", Times.in(asked.zone(), end)) : slot;
  }

  private Asked asked(Call call) {
    var query = Fields.query(call.query());
    Instant from = query.requiredTime("start", Times::read);
    Instant to = query.requiredTime("end", Times::readEnd);
    OptionalInt id = query.whole("eventTypeId", 1, Integer.MAX_VALUE);
    Optional<String> slug = query.text("eventTypeSlug");
    Optional<String> username = query.text("username");
    OptionalInt duration = query.whole("duration", 1, MINUTES_MAX);
    String zone = query.zone("timeZone").orElse("UTC");
    boolean range = query.oneOf("format", Set.of("time", "range")).orElse("").equals("range");
    String uid = query.text("bookingUidToReschedule").orElse("");
    if (id.isEmpty() && (slug.isEmpty() || username.isEmpty())) {
      query.wrong("eventTypeId", "eventTypeId or eventTypeSlug and username must be given");
    }
    query.done();
    if (to.isBefore(from) || Duration.between(from, to).compareTo(RANGE_MAX) > 0) {
      throw new Refused(
          400, "Invalid time range given - check the 'start' and 'end' query parameters.");
    }
    Optional<EventType> type =
        id.isPresent()
            ? types.byId(id.getAsInt())
            : types.bySlug(username.orElse(""), slug.orElse(""));
    EventType known = type.orElseThrow(() -> new Refused(404, "Event Type not found"));
    int minutes = known.length("duration", duration);
    return new Asked(known, from, to, minutes, ZoneId.of(zone), range, uid);
  }

  private List<Instant> free(Asked asked, Instant now) {
    Duration length = Duration.ofMinutes(asked.minutes());
    Instant soonest = now.plus(asked.type().notice());
    List<Booking> booked =
        diary.between(asked.from(), asked.to().plus(length)).stream()
            .filter(booking -> !booking.uid().equals(asked.uid()))
            .toList();
    List<Reservation> held = reservations.of(asked.type(), now);
    return hours.starts(asked.from(), asked.to(), asked.minutes()).stream()
        .filter(start -> !start.isBefore(soonest))
        .filter(start -> booked.stream().noneMatch(b -> b.overlaps(start, start.plus(length))))
        .filter(start -> held.stream().noneMatch(r -> r.overlaps(start, start.plus(length))))
        .toList();
  }

  /// What is to be held.
  private record Wanted(EventType type, Instant start, int minutes, int hold) {}

  /// `POST /v2/slots/reservations`.
  Reply reserve(Call call, Instant now) {
    Wanted wanted = wanted(call);
    Reservation made =
        reservations.hold(wanted.type(), wanted.start(), wanted.minutes(), wanted.hold(), now);
    effects.did("reservation", Times.utc(made.start()));
    return Reply.created(shown(call, made));
  }

  /// `PATCH /v2/slots/reservations/{uid}`.
  Reply change(Call call, Instant now) {
    Wanted wanted = wanted(call);
    Reservation changed =
        reservations.change(
            call.id(), wanted.type(), wanted.start(), wanted.minutes(), wanted.hold(), now);
    return Reply.ok(shown(call, changed));
  }

  /// `GET /v2/slots/reservations/{uid}`: null when it is not held any more.
  Reply find(Call call, Instant now) {
    JsonNode none = JsonNodeFactory.instance.nullNode();
    return Reply.ok(reservations.find(call.id(), now).map(one -> shown(call, one)).orElse(none));
  }

  /// `DELETE /v2/slots/reservations/{uid}`.
  Reply release(Call call, Instant now) {
    return Reply.ok(shown(call, reservations.release(call.id(), now)));
  }

  private Wanted wanted(Call call) {
    var body = Fields.body(call.body());
    int id = body.requiredWhole("eventTypeId", 1, Integer.MAX_VALUE);
    Instant start = body.requiredTime("slotStart", Times::read);
    OptionalInt duration = body.whole("slotDuration", 1, MINUTES_MAX);
    OptionalInt hold = body.whole("reservationDuration", 1, MINUTES_MAX);
    body.done();
    if (hold.isPresent() && !call.known()) {
      throw new Refused(
          401,
          "reservationDuration can only be used for authenticated requests - use access token, api"
              + " key or OAuth credentials");
    }
    EventType type =
        types
            .byId(id)
            .orElseThrow(() -> new Refused(404, "Event Type with ID=" + id + " not found"));
    int minutes = type.length("slotDuration", duration);
    Instant end = start.plus(Duration.ofMinutes(minutes));
    boolean booked = diary.between(start, end).stream().anyMatch(b -> b.wish().type().id() == id);
    if (booked) throw new Refused(422, "Can't reserve a slot if the event is already booked.");
    return new Wanted(type, start, minutes, hold.orElse(HOLD_MINUTES));
  }

  private static JsonNode shown(Call call, Reservation reservation) {
    if (Group.SLOTS.isCurrent(call)) return reservation.json();
    return JsonNodeFactory.instance.stringNode(reservation.uid());
  }
}
