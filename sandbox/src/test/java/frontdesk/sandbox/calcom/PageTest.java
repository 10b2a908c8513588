package frontdesk.sandbox.calcom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// The page shows what is booked, in the host's zone, and lets nobody write into it.
class PageTest {
  private final Caller caller = new Caller("Asia/Bangkok", 1);

  @Test
  void an_empty_calendar_says_how_to_ask() {
    assertThat(page())
        .contains("<h1>calcom sandbox</h1>", "Nothing is booked", "cal_demo", "Asia/Bangkok")
        .as("a browser does not ask for an icon, which would stand among the requests")
        .contains("rel=\"icon\" href=\"data:,\"")
        .contains("15 Min Meeting", "30 Min Meeting", "60 Min Meeting");
  }

  @Test
  void bookings_stand_under_their_day_with_the_hosts_times() {
    caller.book("2026-11-24T02:00:00Z");
    caller.book("2026-11-24T09:30:00Z");
    assertThat(page())
        .contains("Tuesday, 24 November 2026", "2 bookings")
        .contains("<dt>09:00–09:30</dt>", "<dt>16:30–17:00</dt>")
        .contains("Ann &lt;ann@example.com&gt;")
        .doesNotContain("Nothing is booked");
  }

  @Test
  void what_is_moved_cancelled_past_or_held_is_told() {
    String uid = caller.book("2026-11-24T02:00:00Z").uid();
    String moved =
        caller
            .post("/v2/bookings/" + uid + "/reschedule", Caller.start("2026-11-25T02:00:00Z"))
            .uid();
    caller.send(
        "POST",
        "/v2/slots/reservations",
        "{\"eventTypeId\": 2, \"slotStart\": \"2026-11-26T02:00:00Z\"}");
    assertThat(page())
        .contains("moved from " + uid, "moved to " + moved)
        .contains("Held", "2026-11-26 09:00–09:30", "until 15:05:00");
    caller.wait(Duration.ofDays(6));
    assertThat(page()).contains("2 moved, cancelled or past").doesNotContain("Held");
  }

  @Test
  void requests_are_shown_newest_first_with_what_was_wrong() {
    caller.get("/v2/me");
    caller.book("2026-11-24T20:00:00Z");
    assertThat(page())
        .contains("no_available_users_found_error", "GET /v2/me", "no version", "2024-08-13")
        .containsSubsequence("POST /v2/bookings", "GET /v2/me");
    for (int i = 0; i < 120; i++) caller.get("/v2/me?" + i + "x".repeat(500));
    assertThat(page()).contains("the last 100, newest first").hasSizeLessThan(100_000);
  }

  @Test
  void what_customers_write_is_text() {
    ObjectNode booking = Caller.booking("2026-11-24T02:00:00Z");
    ((ObjectNode) booking.path("attendee")).put("name", "<script>alert(1)</script>");
    caller.book(booking);
    caller.get("/v2/bookings?<script>");
    assertThat(page()).contains("&lt;script&gt;").doesNotContain("<script>");
  }

  private String page() {
    return caller.get("/").text();
  }
}
