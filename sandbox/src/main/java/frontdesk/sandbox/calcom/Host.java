package frontdesk.sandbox.calcom;

import frontdesk.json.Jsons;
import java.time.ZoneId;
import tools.jackson.databind.node.ObjectNode;

/// Whose calendar it is.
///
/// @param zone of the opening hours
record Host(ZoneId zone) {
  static final int ID = 1;
  static final String USERNAME = "demo";
  static final String EMAIL = "host@example.com";
  static final String NAME = "Demo Host";

  /// As in a booking.
  ObjectNode inBooking() {
    return Jsons.object()
        .put("id", ID)
        .put("name", NAME)
        .put("email", EMAIL)
        .put("username", USERNAME)
        .put("timeZone", zone.getId());
  }

  /// As `GET /v2/me` tells it.
  ObjectNode me() {
    return Jsons.object()
        .put("id", ID)
        .put("username", USERNAME)
        .put("email", EMAIL)
        .put("timeFormat", 24)
        .put("defaultScheduleId", 1)
        .put("weekStart", "Monday")
        .put("timeZone", zone.getId());
  }
}
