package frontdesk.sandbox.calcom;

import frontdesk.json.Jsons;
import frontdesk.sandbox.calcom.Booking.Attendee;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/// A booking as the provider tells it: now, and in 2024-04-15.
///
/// @param host whose bookings they are
record BookingJson(Host host) {

  ObjectNode of(Booking booking) {
    Booking.Wish wish = booking.wish();
    ObjectNode json = Jsons.object().put("id", booking.id()).put("uid", booking.uid());
    json.put("title", title(booking)).put("description", "");
    json.putArray("hosts").add(host.inBooking());
    json.put("status", booking.cancelled() ? "cancelled" : "accepted");
    if (booking.cancelled()) json.put("cancellationReason", booking.cancellationReason());
    reschedule(booking, json);
    json.put("start", Times.utc(booking.start())).put("end", Times.utc(booking.end()));
    json.put("duration", booking.minutes()).put("eventTypeId", wish.type().id());
    json.putObject("eventType").put("id", wish.type().id()).put("slug", wish.type().slug());
    json.put("meetingUrl", location(booking)).put("location", location(booking));
    json.put("absentHost", false);
    json.put("createdAt", Times.utc(booking.createdAt()));
    json.put("updatedAt", Times.utc(booking.updatedAt()));
    json.set("metadata", wish.metadata());
    json.put("icsUid", booking.uid() + "@Cal.com");
    json.putArray("attendees").add(attendee(wish.attendee()));
    if (!wish.guests().isEmpty()) wish.guests().forEach(json.putArray("guests")::add);
    json.set("bookingFieldsResponses", answers(wish));
    return json;
  }

  private static void reschedule(Booking booking, ObjectNode json) {
    put(json, "reschedulingReason", booking.reschedulingReason());
    put(json, "rescheduledByEmail", booking.rescheduledBy());
    put(json, "rescheduledFromUid", booking.movedFrom());
    put(json, "rescheduledToUid", booking.movedTo());
  }

  private static void put(ObjectNode json, String name, String text) {
    if (!text.isEmpty()) json.put(name, text);
  }

  private static ObjectNode attendee(Attendee attendee) {
    ObjectNode json = Jsons.object().put("name", attendee.name()).put("email", attendee.email());
    json.put("displayEmail", attendee.email()).put("timeZone", attendee.zone());
    json.put("language", attendee.language()).put("absent", false);
    put(json, "phoneNumber", attendee.phone());
    return json;
  }

  private static ObjectNode answers(Booking.Wish wish) {
    ObjectNode answers = Jsons.object().put("email", wish.attendee().email());
    answers.put("name", wish.attendee().name());
    return answers.setAll(wish.answers());
  }

  /// With other names, and without what was added since.
  ObjectNode old(Booking booking) {
    Booking.Wish wish = booking.wish();
    Attendee attendee = wish.attendee();
    String status = booking.cancelled() ? "cancelled" : "accepted";
    ObjectNode json = Jsons.object().put("id", booking.id()).put("uid", booking.uid());
    json.put("userId", Host.ID).put("userPrimaryEmail", Host.EMAIL);
    json.put("eventTypeId", wish.type().id()).put("title", title(booking)).put("description", "");
    json.put("startTime", Times.utc(booking.start())).put("endTime", Times.utc(booking.end()));
    json.put("status", status.toUpperCase(Locale.ROOT));
    json.putArray("attendees")
        .addObject()
        .put("name", attendee.name())
        .put("email", attendee.email())
        .put("timeZone", attendee.zone())
        .put("locale", attendee.language());
    json.set("metadata", wish.metadata());
    return json.put("createdAt", Times.utc(booking.createdAt()));
  }

  private static String title(Booking booking) {
    Booking.Wish wish = booking.wish();
    return wish.type().title() + " between " + Host.NAME + " and " + wish.attendee().name();
  }

  private static String location(Booking booking) {
    String said = booking.wish().location();
    return said.isEmpty() ? "https://cal.example/video/" + booking.uid() : said;
  }
}
