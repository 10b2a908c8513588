package frontdesk.adapters.calcom;

import java.time.Instant;
import java.util.Locale;

/// Which meetings are listed. The provider is asked for them, and what comes is looked at again: an
/// unknown filter it overlooks.
enum Status {
  UPCOMING("upcoming,recurring,unconfirmed", "asc"),
  PAST("past", "desc"),
  CANCELLED("cancelled", "desc");

  private final String filter;
  private final String order;

  Status(String filter, String order) {
    this.filter = filter;
    this.order = order;
  }

  static Status of(String name) {
    return name.isEmpty() ? UPCOMING : valueOf(name.toUpperCase(Locale.ROOT));
  }

  Query query() {
    return Query.NONE.with("status", filter).with("sortStart", order);
  }

  /// A meeting that was moved away is not cancelled: it stands elsewhere.
  boolean has(Booking booking, Instant now) {
    return switch (this) {
      case UPCOMING -> !booking.isOff() && !booking.isOver(now);
      case PAST -> !booking.isOff() && booking.isOver(now);
      case CANCELLED -> booking.isOff() && !booking.wasMoved();
    };
  }
}
