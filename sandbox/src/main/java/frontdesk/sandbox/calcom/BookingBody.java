package frontdesk.sandbox.calcom;

import frontdesk.json.Jsons;
import frontdesk.sandbox.calcom.Booking.Attendee;
import frontdesk.sandbox.calcom.Booking.Wish;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads the body of `POST /v2/bookings`.
final class BookingBody {
  private static final int MINUTES_MAX = 24 * 60;
  private static final int KEYS_MAX = 50;
  private static final int KEY_CHARS_MAX = 40;
  private static final int VALUE_CHARS_MAX = 500;
  private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final Set<String> LANGUAGES =
      Set.of(
          "ar ca de es eu he id ja lv pl ro sr th vi az cs el es-419 fi hr it km nl pt ru sv tr zh-CN bg da en et fr hu iw ko no pt-BR sk ta uk zh-TW bn"
              .split(" "));
  // Each kind of location, with the field that says where; some say nothing more.
  private static final Map<String, String> LOCATIONS =
      Map.of(
          "address", "",
          "attendeeAddress", "address",
          "attendeeDefined", "location",
          "attendeePhone", "phone",
          "integration", "integration",
          "link", "",
          "phone", "",
          "organizersDefaultApp", "");

  private final EventTypes types;

  BookingBody(EventTypes types) {
    this.types = types;
  }

  /// What it asks for.
  ///
  /// @param minutes how long
  record Asked(Wish wish, Instant start, int minutes) {}

  /// Reads it.
  ///
  /// @throws Refused the provider would not take it
  Asked read(ObjectNode json) {
    var body = Fields.body(json);
    Instant start = body.requiredTime("start", Times::read);
    Attendee attendee = attendee(body);
    OptionalInt id = body.whole("eventTypeId", 1, Integer.MAX_VALUE);
    String slug = body.text("eventTypeSlug").orElse("");
    String username = body.text("username").orElse("");
    List.of("teamSlug", "organizationSlug", "emailVerificationCode").forEach(body::text);
    OptionalInt minutes = body.whole("lengthInMinutes", 1, MINUTES_MAX);
    List<String> guests = body.texts("guests");
    String location = location(body);
    ObjectNode answers = body.object("bookingFieldsResponses").orElseGet(Jsons::object);
    ObjectNode metadata = metadata(body);
    if (id.isEmpty() && (slug.isEmpty() || username.isEmpty())) {
      body.wrong(
          "eventTypeId or eventTypeSlug + username",
          "Either eventTypeId or eventTypeSlug + username or eventTypeSlug + teamSlug must be"
              + " provided");
    }
    body.done();
    if (attendee.email().isEmpty()) {
      throw new Refused(400, "responses - {email}error_required_field, ");
    }
    EventType type = id.isPresent() ? byId(id.getAsInt()) : bySlug(username, slug);
    int length = type.length("lengthInMinutes", minutes);
    return new Asked(new Wish(type, attendee, guests, location, answers, metadata), start, length);
  }

  private EventType byId(int id) {
    return types
        .byId(id)
        .orElseThrow(() -> new Refused(404, "Event type with id " + id + " not found."));
  }

  private EventType bySlug(String username, String slug) {
    return types
        .bySlug(username, slug)
        .orElseThrow(
            () ->
                new Refused(
                    404,
                    "Event type with slug "
                        + slug
                        + " belonging to user "
                        + username
                        + " not found."));
  }

  private static Attendee attendee(Fields body) {
    Optional<ObjectNode> object = body.object("attendee");
    if (!body.has("attendee")) body.wrong("attendee", "attendee should not be null or undefined");
    var fields = Fields.body(object.orElseGet(Jsons::object));
    String name = fields.requiredText("name");
    String email = fields.email("email").orElse("");
    if (!fields.has("timeZone"))
      fields.wrong("timeZone", "timeZone must be a valid IANA time-zone");
    String zone = fields.zone("timeZone").orElse("");
    String phone = fields.text("phoneNumber").orElse("");
    if (!phone.isEmpty() && !PHONE.matcher(phone).matches()) {
      fields.wrong("phoneNumber", "Invalid phone number format. Please use international format.");
    }
    String language = fields.oneOf("language", LANGUAGES).orElse("en");
    if (email.isEmpty() && phone.isEmpty()) {
      fields.wrong(
          "attendee email or phone",
          "Attendee must have at least one contact method (email or phone number)");
    }
    if (object.isPresent()) body.nested("attendee", fields);
    return new Attendee(name, email, zone, language, phone);
  }

  private static String location(Fields body) {
    Optional<ObjectNode> object = body.object("location");
    if (object.isEmpty()) return "";
    var fields = Fields.body(object.get());
    if (!fields.has("type")) fields.wrong("type", "type must be a string");
    String type = fields.oneOf("type", LOCATIONS.keySet()).orElse("");
    String where = LOCATIONS.getOrDefault(type, "");
    String said = where.isEmpty() ? type : fields.requiredText(where);
    body.nested("location", fields);
    return said;
  }

  private static ObjectNode metadata(Fields body) {
    Optional<ObjectNode> metadata = body.object("metadata");
    if (metadata.filter(object -> !isMetadata(object)).isPresent()) {
      body.wrong(
          "metadata",
          "Metadata must have at most 50 keys, each key up to 40 characters, and string values up"
              + " to 500 characters.");
    }
    return metadata.orElseGet(Jsons::object);
  }

  private static boolean isMetadata(ObjectNode object) {
    return object.size() <= KEYS_MAX
        && object.propertyNames().stream().allMatch(key -> key.length() <= KEY_CHARS_MAX)
        && object.values().stream().allMatch(BookingBody::isValue);
  }

  private static boolean isValue(JsonNode value) {
    if (value.isString()) return value.asString().length() <= VALUE_CHARS_MAX;
    return value.isNumber() || value.isBoolean();
  }
}
