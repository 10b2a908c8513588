package frontdesk.sandbox.calcom;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The last 100 requests that were looked at, for the page.
final class Requests {
  private static final int KEPT_MAX = 100;
  private static final int CHARS_MAX = 200;

  private final Deque<Kept> kept = new ArrayDeque<>();

  /// One request and what came of it.
  ///
  /// @param asked its method, path and query
  /// @param version what its version header said; empty when there was none
  /// @param why it was refused; empty when it was not
  record Kept(Instant at, String asked, String version, int status, String why) {}

  synchronized void add(Instant at, String asked, String version, int status, String why) {
    kept.addFirst(new Kept(at, shortened(asked), shortened(version), status, shortened(why)));
    if (kept.size() > KEPT_MAX) kept.removeLast();
  }

  /// Newest first.
  synchronized List<Kept> all() {
    return List.copyOf(kept);
  }

  synchronized void reset() {
    kept.clear();
  }

  private static String shortened(String text) {
    return text.length() <= CHARS_MAX ? text : text.substring(0, CHARS_MAX) + "…";
  }
}
