package frontdesk.adapters.calcom;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// A kind of meeting of the account.
///
/// @param id 0 of one that is yet to be made
/// @param minutes how long it is unless said otherwise
/// @param options how long it may be; empty when it is always as long
/// @param notice how long before its start it must be booked
/// @param offered whether a customer may have it: it is not hidden, and needs nothing that we do
///     not
///     ask for
record EventType(
    int id,
    String title,
    String slug,
    int minutes,
    List<Integer> options,
    Duration notice,
    boolean offered) {
  // What the provider asks for itself, or does without.
  private static final Set<String> ANSWERED =
      Set.of("name", "email", "title", "notes", "guests", "location", "rescheduleReason");

  EventType {
    options = List.copyOf(options);
  }

  /// Reads one.
  ///
  /// @throws CalComException it has another shape
  static EventType of(String asked, JsonNode node) {
    var shape = new Shape(asked, node);
    return new EventType(
        shape.whole("id"),
        Plain.line(node.path("title").asString("")),
        node.path("slug").asString(""),
        shape.whole("lengthInMinutes"),
        node.path("lengthInMinutesOptions").valueStream().map(n -> n.asInt(0)).toList(),
        Duration.ofMinutes(node.path("minimumBookingNotice").asInt(0)),
        isOffered(node));
  }

  /// One that is yet to be made.
  static EventType toBeMade(int minutes) {
    String title = minutes + " Min Meeting";
    return new EventType(0, title, "", minutes, List.of(), Duration.ZERO, true);
  }

  /// That of a booking, which is not listed any more.
  static EventType of(Booking booking) {
    return new EventType(
        booking.eventType(),
        booking.title(),
        "",
        booking.minutes(),
        List.of(),
        Duration.ZERO,
        false);
  }

  private static boolean isOffered(JsonNode node) {
    return !node.path("hidden").asBoolean(false)
        && !node.path("requiresBookerEmailVerification").asBoolean(false)
        && node.path("price").asInt(0) == 0
        && isAbsent(node.path("recurrence"))
        && isAbsent(node.path("seats"))
        && node.path("bookingFields").valueStream().allMatch(EventType::isAnswered);
  }

  private static boolean isAbsent(JsonNode option) {
    return !option.isObject() || option.path("disabled").asBoolean(false);
  }

  private static boolean isAnswered(JsonNode field) {
    return !field.path("required").asBoolean(false)
        || ANSWERED.contains(field.path("slug").asString(field.path("type").asString("")));
  }

  /// How long a meeting of it may be.
  List<Integer> lengths() {
    return options.isEmpty() ? List.of(minutes) : options;
  }

  boolean isNew() {
    return id == 0;
  }
}
