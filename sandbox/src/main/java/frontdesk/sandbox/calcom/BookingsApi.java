package frontdesk.sandbox.calcom;

import frontdesk.json.Jsons;
import frontdesk.sandbox.Effects;
import java.time.Instant;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `/v2/bookings`. A uid opens a booking to whoever has it, with the key or without; only the list
/// needs the key.
final class BookingsApi {
  private final BookingBody body;
  private final Diary diary;
  private final Effects effects;
  private final BookingJson json;

  BookingsApi(EventTypes types, Diary diary, Effects effects, Host host) {
    this.body = new BookingBody(types);
    this.diary = diary;
    this.effects = effects;
    this.json = new BookingJson(host);
  }

  /// `GET /v2/bookings`.
  Reply list(Call call, Instant now) {
    call.needsKey();
    if (Group.BOOKINGS.isCurrent(call)) {
      return BookingList.read(call.query(), now).of(diary.all(), json::of);
    }
    ObjectNode old = Jsons.object();
    ArrayNode all = old.putArray("bookings"); // whatever the filters say
    diary.all().forEach(booking -> all.add(json.old(booking)));
    return Reply.ok(old.put("totalCount", all.size()).putNull("nextCursor"));
  }

  /// `POST /v2/bookings`.
  Reply book(Call call, Instant now) {
    BookingBody.Asked asked = body.read(call.body());
    Booking booking = diary.book(asked.wish(), asked.start(), asked.minutes(), now);
    effects.did("booking", booking.key());
    return Reply.created(shown(call, booking));
  }

  /// `GET /v2/bookings/{uid}`.
  Reply find(Call call) {
    return Reply.ok(shown(call, diary.found(call.id())));
  }

  /// `POST /v2/bookings/{uid}/reschedule`.
  Reply move(Call call, Instant now) {
    var fields = Fields.body(call.body());
    Instant start = fields.requiredTime("start", Times::read);
    String reason = fields.text("reschedulingReason").orElse("");
    String by = fields.email("rescheduledBy").orElse("");
    fields.text("emailVerificationCode");
    fields.done();
    Booking moved = diary.move(call.id(), start, reason, by, now);
    effects.did("reschedule", moved.key());
    return Reply.created(shown(call, moved));
  }

  /// `POST /v2/bookings/{uid}/cancel`.
  Reply cancel(Call call, Instant now) {
    var fields = Fields.body(call.body());
    String reason = fields.text("cancellationReason").orElse("");
    fields.flag("cancelSubsequentBookings");
    fields.done();
    Booking cancelled = diary.cancel(call.id(), reason, now);
    effects.did("cancel", cancelled.key());
    return Reply.ok(shown(call, cancelled));
  }

  private ObjectNode shown(Call call, Booking booking) {
    return Group.BOOKINGS.isCurrent(call) ? json.of(booking) : json.old(booking);
  }
}
