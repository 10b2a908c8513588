package frontdesk.adapters.calcom;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// A meeting as the provider has it.
///
/// @param status `accepted`, `pending`, `cancelled` or `rejected`
/// @param eventType id of its event type, 0 when it is not told
/// @param name of the first who comes; empty when nobody is told of
/// @param emails of all who come, in small letters
/// @param topic what it is about, as we noted it; empty when we did not
/// @param idem our key of the act that booked it; empty when it was booked elsewhere
/// @param owner our mark of whose it is ({@link Scope}); the provider keeps it when it is moved
/// @param movedTo uid of the booking that took its place; empty when none did
record Booking(
    String uid,
    String title,
    String status,
    Instant start,
    Instant end,
    int eventType,
    String name,
    List<String> emails,
    String topic,
    String idem,
    String owner,
    String movedTo) {
  static final String IDEM = "idem";
  static final String OWNER = "owner";
  static final String TOPIC = "topic";
  private static final Set<String> STATUSES =
      Set.of("accepted", "pending", "cancelled", "rejected");

  Booking {
    emails = List.copyOf(emails);
  }

  /// Reads one.
  ///
  /// @throws CalComException it has another shape
  static Booking of(String asked, JsonNode node) {
    var shape = new Shape(asked, node);
    String status = shape.text("status");
    // In small letters only in this version.
    if (!STATUSES.contains(status)) throw shape.wrong();
    JsonNode metadata = node.path("metadata");
    return new Booking(
        shape.text("uid"),
        Plain.line(node.path("title").asString("")),
        status,
        shape.time("start"),
        shape.time("end"),
        node.path("eventType").path("id").asInt(0),
        Plain.line(node.path("attendees").path(0).path("name").asString("")),
        emails(node),
        Plain.line(metadata.path(TOPIC).asString("")),
        metadata.path(IDEM).asString(""),
        metadata.path(OWNER).asString(""),
        node.path("rescheduledToUid").asString(""));
  }

  private static List<String> emails(JsonNode node) {
    return node.path("attendees")
        .valueStream()
        .map(attendee -> attendee.path("email").asString("").toLowerCase(Locale.ROOT))
        .filter(email -> !email.isEmpty())
        .toList();
  }

  int minutes() {
    return Math.toIntExact(Duration.between(start, end).toMinutes());
  }

  String email() {
    return emails.isEmpty() ? "" : emails.getFirst();
  }

  /// What it is called: what the customer said it is about, where they did.
  String called() {
    return topic.isEmpty() ? title : topic;
  }

  boolean isOff() {
    return status.equals("cancelled") || status.equals("rejected");
  }

  boolean wasMoved() {
    return !movedTo.isEmpty();
  }

  boolean isOver(Instant now) {
    return !end.isAfter(now);
  }
}
