package frontdesk.adapters.calcom;

import frontdesk.conversation.Outcome;
import frontdesk.json.Jsons;
import java.time.LocalDate;
import tools.jackson.databind.node.ObjectNode;

/// A meeting as it is told, on the customer's clock.
record Meeting(Booking booking, Written written) {

  ObjectNode json() {
    LocalDate date = written.day(booking.start());
    return Jsons.object()
        .put("meeting_id", booking.uid())
        .put("title", booking.called())
        .put(Given.DATE, date.toString())
        .put(Given.TIME, written.clock(booking.start()))
        .put("end_time", written.clock(booking.end()))
        .put("weekday", written.weekday(date))
        .put(Given.ZONE, written.iana())
        .put(Given.DURATION, booking.minutes())
        .put("name", booking.name())
        .put("email", booking.email())
        .put("status", booking.status());
  }

  /// Day, time and zone.
  String when() {
    return written.span(booking.start(), booking.end());
  }

  Outcome.Done done(String text) {
    return new Outcome.Done(Jsons.json(json().put("text", text)));
  }
}
