package frontdesk.sandbox.calcom;

import frontdesk.json.Jsons;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/// What `GET /v2/bookings` asks for. A filter that it does not know is overlooked, as the provider
/// does.
///
/// @param wanted passes all filters
/// @param skip how many come before the first
/// @param take most on a page
record BookingList(Predicate<Booking> wanted, Comparator<Booking> order, int skip, int take) {
  private static final Set<String> STATUSES =
      Set.of("upcoming", "recurring", "past", "cancelled", "unconfirmed");
  private static final Set<String> ORDERS = Set.of("asc", "desc");
  private static final int TAKE = 100;
  private static final int TAKE_MAX = 250;

  /// Reads it.
  ///
  /// @throws Refused a value cannot be used
  static BookingList read(ObjectNode query, Instant now) {
    var fields = Fields.query(query);
    var filters = new ArrayList<Predicate<Booking>>();
    status(fields, now).ifPresent(filters::add);
    text(fields, "attendeeEmail", (b, email) -> b.wish().attendee().email().equalsIgnoreCase(email))
        .ifPresent(filters::add);
    text(fields, "attendeeName", (b, name) -> b.wish().attendee().name().equals(name))
        .ifPresent(filters::add);
    text(fields, "bookingUid", (b, uid) -> b.uid().equals(uid)).ifPresent(filters::add);
    types(fields).ifPresent(filters::add);
    time(fields, "afterStart", (b, at) -> !b.start().isBefore(at)).ifPresent(filters::add);
    time(fields, "beforeEnd", (b, at) -> !b.end().isAfter(at)).ifPresent(filters::add);
    time(fields, "afterCreatedAt", (b, at) -> !b.createdAt().isBefore(at)).ifPresent(filters::add);
    time(fields, "beforeCreatedAt", (b, at) -> !b.createdAt().isAfter(at)).ifPresent(filters::add);
    time(fields, "afterUpdatedAt", (b, at) -> !b.updatedAt().isBefore(at)).ifPresent(filters::add);
    time(fields, "beforeUpdatedAt", (b, at) -> !b.updatedAt().isAfter(at)).ifPresent(filters::add);
    Comparator<Booking> order = order(fields);
    int skip = fields.whole("skip", 0, Integer.MAX_VALUE).orElse(0);
    int take = fields.whole("take", 1, TAKE_MAX).orElse(TAKE);
    fields.doneForgiving();
    return new BookingList(b -> filters.stream().allMatch(f -> f.test(b)), order, skip, take);
  }

  /// One page of them, with what is said about the pages.
  Reply of(List<Booking> all, Function<Booking, ObjectNode> json) {
    List<Booking> found = all.stream().filter(wanted).sorted(order).toList();
    var page = Jsons.array();
    found.stream().skip(skip).limit(take).forEach(booking -> page.add(json.apply(booking)));
    return new Reply(200, page, Optional.of(pagination(found.size(), page.size())));
  }

  private ObjectNode pagination(int total, int returned) {
    int before = Math.min(skip, total);
    int remaining = total - before - returned;
    return Jsons.object()
        .put("totalItems", total)
        .put("remainingItems", remaining)
        .put("returnedItems", returned)
        .put("itemsPerPage", take)
        .put("currentPage", before / take + 1)
        .put("totalPages", Math.ceilDiv(total, take))
        .put("hasNextPage", remaining > 0)
        .put("hasPreviousPage", before > 0);
  }

  private static Optional<Predicate<Booking>> status(Fields fields, Instant now) {
    Optional<String> text = fields.text("status").filter(t -> !t.isEmpty());
    if (text.isEmpty()) return Optional.empty();
    List<String> statuses = split(text.get());
    if (!STATUSES.containsAll(statuses)) {
      fields.wrong(
          "status",
          "Invalid status. Allowed are upcoming, recurring, past, cancelled, unconfirmed");
    }
    return Optional.of(booking -> statuses.contains(status(booking, now)));
  }

  // None recurs here, and none waits to be confirmed.
  private static String status(Booking booking, Instant now) {
    if (booking.cancelled()) return "cancelled";
    return booking.end().isAfter(now) ? "upcoming" : "past";
  }

  private static Optional<Predicate<Booking>> types(Fields fields) {
    OptionalInt one = fields.whole("eventTypeId", 1, Integer.MAX_VALUE);
    Optional<String> many = fields.text("eventTypeIds").filter(t -> !t.isEmpty());
    if (many.isPresent() && !many.get().matches("\\d{1,9}(\\s*,\\s*\\d{1,9})*")) {
      fields.wrong("eventTypeIds", "each value in eventTypeIds must be a number");
      return Optional.empty();
    }
    if (many.isPresent()) {
      List<Integer> ids = split(many.get()).stream().map(Integer::valueOf).toList();
      return Optional.of(booking -> ids.contains(booking.wish().type().id()));
    }
    if (one.isEmpty()) return Optional.empty();
    return Optional.of(booking -> booking.wish().type().id() == one.getAsInt());
  }

  private static Optional<Predicate<Booking>> text(
      Fields fields, String name, BiPredicate<Booking, String> fits) {
    return fields
        .text(name)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        // A plus that was not encoded came as a space.
        .map(text -> name.equals("attendeeEmail") ? text.replace(' ', '+') : text)
        .map(text -> booking -> fits.test(booking, text));
  }

  private static Optional<Predicate<Booking>> time(
      Fields fields, String name, BiPredicate<Booking, Instant> fits) {
    return fields.time(name, Times::read).map(at -> booking -> fits.test(booking, at));
  }

  // The first that is given counts; without any, by start.
  private static Comparator<Booking> order(Fields fields) {
    var orders = new ArrayList<Comparator<Booking>>();
    order(fields, "sortStart", Comparator.comparing(Booking::start)).ifPresent(orders::add);
    order(fields, "sortEnd", Comparator.comparing(Booking::end)).ifPresent(orders::add);
    order(fields, "sortCreated", Comparator.comparing(Booking::createdAt)).ifPresent(orders::add);
    order(fields, "sortUpdatedAt", Comparator.comparing(Booking::updatedAt)).ifPresent(orders::add);
    orders.add(Comparator.comparing(Booking::start));
    return orders.getFirst().thenComparingInt(Booking::id);
  }

  private static Optional<Comparator<Booking>> order(
      Fields fields, String name, Comparator<Booking> ascending) {
    return fields
        .oneOf(name, ORDERS)
        .map(word -> word.equals("desc") ? ascending.reversed() : ascending);
  }

  private static List<String> split(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).toList();
  }
}
