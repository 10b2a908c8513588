package frontdesk.sandbox.calcom;

import frontdesk.json.Jsons;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A kind of meeting that can be booked.
///
/// @param minutes how long it is unless a booking says otherwise
/// @param options how long it may be; empty when it is always as long
/// @param notice how long before its start it must be booked
/// @param hidden from those who do not own it
record EventType(
    int id,
    String title,
    String slug,
    String description,
    int minutes,
    List<Integer> options,
    Duration notice,
    boolean hidden) {
  EventType {
    options = List.copyOf(options);
  }

  /// How long a booking is.
  ///
  /// @param name of the field that asks for a length
  /// @throws Refused it cannot be that long
  int length(String name, OptionalInt wanted) {
    if (wanted.isEmpty()) return minutes;
    if (options.isEmpty()) {
      throw new Refused(
          400,
          "Can't specify '%1$s' because event type does not have multiple possible lengths. Please, remove the '%1$s' field from the request."
              .formatted(name));
    }
    if (options.contains(wanted.getAsInt())) return wanted.getAsInt();
    throw new Refused(
        400,
        "Provided '%s' is not one of the possible lengths for the event type. The possible lengths are: %s"
            .formatted(name, options));
  }

  ObjectNode json() {
    ObjectNode json = Jsons.object().put("id", id).put("ownerId", Host.ID);
    json.put("title", title).put("slug", slug).put("description", description);
    json.put("lengthInMinutes", minutes);
    if (!options.isEmpty()) options.forEach(json.putArray("lengthInMinutesOptions")::add);
    json.putArray("locations")
        .addObject()
        .put("type", "integration")
        .put("integration", "cal-video");
    ArrayNode fields = json.putArray("bookingFields");
    fields.addObject().put("type", "name").put("slug", "name").put("required", true);
    fields.addObject().put("type", "email").put("slug", "email").put("required", true);
    json.put("minimumBookingNotice", notice.toMinutes()).put("hidden", hidden);
    json.put("bookingRequiresAuthentication", false);
    json.putObject("disableCancelling").put("disabled", false);
    json.putObject("disableRescheduling").put("disabled", false);
    json.put("requiresBookerEmailVerification", false);
    json.putObject("confirmationPolicy").put("disabled", true);
    json.put("price", 0).put("currency", "usd");
    json.put("bookingUrl", "https://cal.example/" + Host.USERNAME + "/" + slug);
    return json;
  }

  /// As it was told in 2024-04-15.
  ObjectNode oldJson() {
    ObjectNode json = Jsons.object().put("id", id).put("length", minutes).put("slug", slug);
    json.put("title", title).put("description", description).put("hidden", hidden);
    json.putArray("locations");
    return json;
  }
}
