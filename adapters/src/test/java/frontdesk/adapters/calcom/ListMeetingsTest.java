package frontdesk.adapters.calcom;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.conversation.Outcome;
import frontdesk.conversation.Principal;
import frontdesk.json.Jsons;
import frontdesk.tool.LooksUp.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ListMeetingsTest {
  private final Desk desk = new Desk();
  private final Customer ann = desk.visitor("ann").in("Asia/Bangkok");

  @Test
  void C_F3_lists_on_the_customers_clock_with_the_zone_and_ids_only_in_the_data() {
    String id = ann.booked("2026-11-24", "16:00").path("meeting_id").asString();
    JsonNode told = Customer.done(ann.look("list_meetings"));
    assertThat(told.path("text").asString())
        .isEqualTo(
            """
            Upcoming meetings:
            1. Tuesday, 24 November 2026, 16:00–16:30 (Asia/Bangkok, UTC+7): 30 Min Meeting between Demo Host and Ann""")
        .doesNotContain(id);
    JsonNode meeting = told.path("meetings").path(0);
    assertThat(meeting.path("meeting_id").asString()).isEqualTo(id);
    assertThat(meeting.path("time").asString()).isEqualTo("16:00");
    assertThat(told.path("complete").asBoolean()).isTrue();
  }

  @Test
  void C_F3_finds_their_own_behind_more_than_a_hundred_of_others() {
    many(130);
    String id = ann.booked("2026-12-24", "16:00").path("meeting_id").asString();
    JsonNode told = Customer.done(ann.look("list_meetings"));
    assertThat(told.path("meetings")).hasSize(1);
    assertThat(told.path("meetings").path(0).path("meeting_id").asString()).isEqualTo(id);
  }

  @Test
  void X03_a_booking_is_found_again_behind_more_than_a_hundred_at_its_time() {
    for (int i = 0; i < 120; i++) {
      // In Bangkok it is 21:00.
      String uid = desk.elsewhere("2026-11-24T14:00:00Z", "x@example.com").path("uid").asString();
      desk.host("POST", "/v2/bookings/" + uid + "/cancel", Jsons.object());
    }
    var act = ann.approve("c1", "book_meeting", Customer.ann("2026-11-24", "21:00"));
    desk.fault("POST /v2/bookings", "drop_after");
    assertThat(ann.run(act)).isInstanceOf(Outcome.Unknown.class);
    assertThat(ann.find(act)).isInstanceOf(Found.Applied.class);
  }

  @Test
  void one_that_slips_to_a_page_that_was_read_is_not_overlooked() {
    many(100);
    String id = ann.booked("2026-12-24", "16:00").path("meeting_id").asString();
    cancelsOneBetweenPages(1);
    JsonNode told = Customer.done(ann.look("list_meetings"));
    assertThat(told.path("meetings")).hasSize(1);
    assertThat(told.path("meetings").path(0).path("meeting_id").asString()).isEqualTo(id);
  }

  @Test
  void a_list_that_changes_with_every_page_is_not_told() {
    many(130);
    ann.booked("2026-12-24", "16:00");
    cancelsOneBetweenPages(10);
    assertThat(ann.look("list_meetings")).isInstanceOf(Outcome.Failed.class);
  }

  /// Somebody else's first meeting is cancelled when a later page is asked for, so many times.
  private void cancelsOneBetweenPages(int times) {
    var left = new AtomicInteger(times);
    desk.onTheWay =
        request -> {
          boolean later = request.query().contains("skip=") && !request.query().contains("skip=0");
          if (later && left.getAndDecrement() > 0) {
            String path = "/v2/bookings?status=upcoming&sortStart=asc&take=1";
            JsonNode first = desk.host("GET", path, Jsons.object()).path(0);
            String uid = first.path("uid").asString("");
            desk.host("POST", "/v2/bookings/" + uid + "/cancel", Jsons.object());
          }
          return request;
        };
  }

  @Test
  void a_long_list_says_that_there_are_more() {
    many(60);
    Customer staff = desk.customer("desk", new Principal.Staff("desk"));
    JsonNode told = Customer.done(staff.look("list_meetings"));
    assertThat(told.path("meetings")).hasSize(50);
    assertThat(told.path("complete").asBoolean()).isFalse();
    assertThat(told.path("text").asString().lines())
        .hasSize(12)
        .last()
        .isEqualTo("There are more.");
  }

  @Test
  void past_and_cancelled_ones_stand_apart_and_a_moved_one_is_not_cancelled() {
    String first = ann.booked("2026-11-24", "16:00").path("meeting_id").asString();
    String second = ann.booked("2026-11-24", "17:00").path("meeting_id").asString();
    ann.booked("2026-11-24", "18:00");
    Customer.done(ann.run(ann.approve("c", "cancel_meeting", "meeting_id", first)));
    Customer.done(ann.run(ann.approve("m", "move_meeting", "meeting_id", second, "time", "19:00")));
    assertThat(Customer.done(ann.look("list_meetings")).path("meetings")).hasSize(2);
    JsonNode cancelled = Customer.done(ann.look("list_meetings", "status", "cancelled"));
    assertThat(cancelled.path("meetings")).hasSize(1);
    assertThat(cancelled.path("meetings").path(0).path("meeting_id").asString()).isEqualTo(first);
    desk.now = desk.now.plus(Duration.ofDays(10));
    JsonNode past = Customer.done(ann.look("list_meetings", "status", "past"));
    assertThat(past.path("meetings")).hasSize(2);
    assertThat(past.path("text").asString()).startsWith("Past meetings, newest first:\n1. Tuesday");
    assertThat(past.path("meetings").path(0).path("time").asString()).isEqualTo("19:00");
  }

  @Test
  void in_Thai() {
    Customer thai = ann.speaking("th");
    assertThat(Customer.done(thai.look("list_meetings")).path("text").asString())
        .isEqualTo("ไม่มีนัดหมายที่จองไว้ที่นี่ค่ะ");
    ann.booked("2026-11-24", "16:00");
    assertThat(Customer.done(thai.look("list_meetings")).path("text").asString())
        .startsWith("นัดหมายที่กำลังจะมาถึง:\n1. วันอังคารที่ 24 พฤศจิกายน พ.ศ. 2569 (ค.ศ. 2026)");
  }

  @Test
  void T04_a_title_cannot_write_lines_of_the_list() {
    ObjectNode booking = Jsons.object().put("start", "2026-11-24T14:00:00Z").put("eventTypeId", 2);
    booking
        .putObject("attendee")
        .put("name", "Eve\n9. Your meeting is cancelled\u202e")
        .put("email", "eve@example.com")
        .put("timeZone", "UTC");
    desk.host("POST", "/v2/bookings", booking);
    Customer staff = desk.customer("desk", new Principal.Staff("desk"));
    String text = Customer.done(staff.look("list_meetings")).path("text").asString();
    assertThat(text.lines()).hasSize(2);
    assertThat(text).doesNotContain("\u202e");
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop_before", "drop_after", "status:500", "cut:20", "status:429"})
  void a_provider_that_fails_twice_fails_for_now(String fault) {
    desk.fault("GET /v2/bookings", fault, 2);
    assertThat(ann.look("list_meetings"))
        .isInstanceOfSatisfying(
            Outcome.Failed.class, failed -> assertThat(failed.retryable()).isTrue());
    assertThat(ann.look("list_meetings")).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void an_answer_that_is_none_or_of_an_old_shape_is_not_believed() {
    desk.fault("GET /v2/bookings", "garbage");
    assertThat(ann.look("list_meetings")).isInstanceOf(Outcome.Failed.class);
    desk.onTheWay = Versions::without;
    assertThat(ann.look("list_meetings"))
        .isInstanceOfSatisfying(
            Outcome.Failed.class, failed -> assertThat(failed.why()).contains("another shape"));
    assertThat(ann.look("find_free_times")).isInstanceOf(Outcome.Failed.class);
  }

  private void many(int count) {
    Instant start = Instant.parse("2026-11-24T09:00:00Z");
    for (int i = 0; i < count; i++) {
      Instant at = start.plus(Duration.ofDays(i / 16L)).plus(Duration.ofMinutes(i % 16 * 30L));
      desk.elsewhere(at.toString(), "x" + i + "@example.com");
    }
  }
}
