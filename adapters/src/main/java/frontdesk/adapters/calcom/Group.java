package frontdesk.adapters.calcom;

/// Endpoints that share a version. Without it, or with another one, the provider answers in a shape
/// of long ago, and says no word about it.
enum Group {
  ME("/v2/me", ""),
  EVENT_TYPES("/v2/event-types", "2024-06-14"),
  SLOTS("/v2/slots", "2024-09-04"),
  RESERVATIONS("/v2/slots/reservations", "2024-09-04"),
  // Servers of one's own may be older than the newest version, 2026-02-25, which has the same
  // shapes.
  BOOKINGS("/v2/bookings", "2024-08-13");

  private final String path;
  private final String version;

  Group(String path, String version) {
    this.path = path;
    this.version = version;
  }

  String path() {
    return path;
  }

  /// Value of `cal-api-version`; empty where there is none.
  String version() {
    return version;
  }
}
