package frontdesk.adapters.calcom;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.json.Jsons;
import frontdesk.tool.LooksUp.Found;
import frontdesk.tool.WriteTool.Previewing;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class MoveMeetingTest {
  private static final String MOVE = "POST /v2/bookings/*/reschedule";

  private final Desk desk = new Desk();
  private final Customer ann = desk.visitor("ann").in("Asia/Bangkok");
  private String meeting = "";

  @BeforeEach
  void book() {
    meeting = ann.booked("2026-11-24", "16:00").path("meeting_id").asString();
  }

  @Test
  void C_F5_says_from_when_to_when_and_the_day_stays_unless_another_is_said() {
    var act = ann.approve("m1", "move_meeting", "meeting_id", meeting, "time", "17:00");
    assertThat(act.text())
        .isEqualTo(
            """
            Move a meeting: 30 Min Meeting between Demo Host and Ann
            From: Tuesday, 24 November 2026, 16:00–16:30 (Asia/Bangkok, UTC+7)
            To: Tuesday, 24 November 2026, 17:00–17:30 (Asia/Bangkok, UTC+7)
            How long: 30 minutes""");
    assertThat(desk.effects("reschedule")).isZero();
    var other =
        ann.approve(
            "m2",
            "move_meeting",
            "meeting_id",
            meeting,
            "time",
            "17:00",
            "date",
            "2026-11-25",
            "reason",
            "a train");
    assertThat(other.text())
        .contains("To: Wednesday, 25 November 2026, 17:00–17:30")
        .endsWith("Reason: a train");
  }

  @Test
  void C_F5_a_moved_meeting_has_another_id_and_is_still_theirs() {
    JsonNode told = Customer.done(ann.run(to("17:00")));
    String moved = told.path("meeting_id").asString();
    assertThat(moved).isNotEqualTo(meeting);
    assertThat(told.path("time").asString()).isEqualTo("17:00");
    assertThat(told.path("text").asString())
        .isEqualTo(
            "Your meeting is moved: 30 Min Meeting between Demo Host and Ann, now Tuesday,"
                + " 24 November 2026, 17:00–17:30 (Asia/Bangkok, UTC+7).");
    JsonNode meetings = Customer.done(ann.look("list_meetings")).path("meetings");
    assertThat(meetings).hasSize(1);
    assertThat(meetings.path(0).path("meeting_id").asString()).isEqualTo(moved);
    assertThat(desk.effects("reschedule")).isEqualTo(1);
  }

  @Test
  void an_id_of_before_still_means_the_meeting() {
    ann.run(to("17:00"));
    var again = ann.approve("m2", "move_meeting", "meeting_id", meeting, "time", "18:00");
    assertThat(again.text()).contains("From: Tuesday, 24 November 2026, 17:00–17:30");
    assertThat(Customer.done(ann.run(again)).path("time").asString()).isEqualTo("18:00");
    var cancel = ann.approve("c1", "cancel_meeting", "meeting_id", meeting);
    assertThat(cancel.text()).contains("18:00–18:30");
  }

  @Test
  void C_F5_its_own_time_is_no_obstacle() {
    var hour =
        ann.approve(
            "b2",
            "book_meeting",
            "date",
            "2026-11-25",
            "time",
            "16:00",
            "name",
            "Ann",
            "email",
            "ann@example.com",
            "duration_minutes",
            "60");
    String long1 = Customer.done(ann.run(hour)).path("meeting_id").asString();
    desk.host(
        "POST",
        "/v2/bookings/" + long1 + "/reschedule",
        Jsons.object().put("start", "2026-11-25T09:30:00Z"));
    var back = ann.approve("m2", "move_meeting", "meeting_id", long1, "time", "16:00");
    assertThat(Customer.done(ann.run(back)).path("time").asString()).isEqualTo("16:00");
  }

  @Test
  void X05_a_time_that_somebody_has_offers_others() {
    desk.elsewhere("2026-11-24T10:00:00Z", "bob@example.com");
    assertThat(ann.preview("move_meeting", "meeting_id", meeting, "time", "17:00"))
        .isInstanceOfSatisfying(
            Previewing.Not.class,
            not -> {
              var needs = (Outcome.NeedsInput) not.why();
              assertThat(needs.invalid()).containsOnlyKeys("time");
              assertThat(needs.offers())
                  .contains(new Json("{\"date\":\"2026-11-24\",\"time\":\"16:30\"}"))
                  .hasSize(3);
            });
  }

  @Test
  void X05_a_time_that_is_taken_after_the_preview_moves_nothing() {
    var act = to("17:00");
    desk.elsewhere("2026-11-24T10:00:00Z", "bob@example.com");
    assertThat(ann.run(act)).isInstanceOf(Outcome.NeedsInput.class);
    assertThat(desk.effects("reschedule")).isZero();
    assertThat(ann.find(act)).isEqualTo(new Found.NotApplied());
  }

  @Test
  void the_time_that_it_has_is_no_move() {
    assertThat(ann.preview("move_meeting", "meeting_id", meeting, "time", "16:00"))
        .isInstanceOfSatisfying(
            Previewing.Not.class,
            not ->
                assertThat(((Outcome.NeedsInput) not.why()).invalid().get("time"))
                    .startsWith("The meeting already is at that time"));
  }

  @Test
  void X17_nothing_is_moved_to_the_past_nor_from_it() {
    assertThat(
            ann.preview(
                "move_meeting", "meeting_id", meeting, "time", "16:00", "date", "2026-11-19"))
        .isInstanceOfSatisfying(
            Previewing.Not.class,
            not -> assertThat(((Outcome.NeedsInput) not.why()).invalid()).containsOnlyKeys("date"));
    desk.now = desk.now.plus(Duration.ofDays(10));
    assertThat(ann.preview("move_meeting", "meeting_id", meeting, "time", "17:00"))
        .isInstanceOfSatisfying(
            Previewing.Not.class,
            not ->
                assertThat(((Outcome.Refused) not.why()).why()).startsWith("That meeting is over"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop_after", "status_after:500", "cut:30"})
  void X03_a_lost_answer_is_unknown_and_then_found_by_where_the_old_one_went(String fault) {
    var act = to("17:00");
    desk.fault(MOVE, fault);
    assertThat(ann.run(act)).isInstanceOf(Outcome.Unknown.class);
    assertThat(desk.effects("reschedule")).isEqualTo(1);
    Found found = ann.find(act);
    assertThat(found).isInstanceOf(Found.Applied.class);
    assertThat(Customer.done(((Found.Applied) found).outcome()).path("time").asString())
        .isEqualTo("17:00");
    Customer.done(ann.run(act));
    assertThat(desk.effects("reschedule")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop_before", "status:500", "garbage"})
  void X03_a_move_that_was_not_done_is_found_not_to_be(String fault) {
    var act = to("17:00");
    desk.fault(MOVE, fault);
    assertThat(ann.run(act)).isInstanceOf(Outcome.Unknown.class);
    assertThat(ann.find(act)).isEqualTo(new Found.NotApplied());
    Customer.done(ann.run(act));
    assertThat(desk.effects("reschedule")).isEqualTo(1);
  }

  @Test
  void X03_a_refusal_of_what_was_moved_all_the_same_is_found_to_be_done() {
    var act = to("17:00");
    desk.fault(MOVE, "status_after:400");
    assertThat(Customer.done(ann.run(act)).path("time").asString()).isEqualTo("17:00");
    assertThat(desk.effects("reschedule")).isEqualTo(1);
  }

  @Test
  void X03_an_answer_in_an_old_shape_is_looked_up() {
    var act = to("17:00");
    desk.onTheWay =
        request -> request.method().equals("POST") ? Versions.without(request) : request;
    assertThat(ann.run(act)).isInstanceOf(Outcome.Unknown.class);
    assertThat(ann.find(act)).isInstanceOf(Found.Applied.class);
  }

  @Test
  void X03_a_move_is_found_also_when_the_meeting_was_moved_once_more_since() {
    var act = to("17:00");
    desk.fault(MOVE, "drop_after");
    ann.run(act);
    String moved = desk.booking(meeting).path("rescheduledToUid").asString();
    desk.host(
        "POST",
        "/v2/bookings/" + moved + "/reschedule",
        Jsons.object().put("start", "2026-11-26T10:00:00Z"));
    assertThat(ann.find(act)).isInstanceOf(Found.Applied.class);
  }

  @Test
  void O05_an_act_whose_time_ends_while_it_checks_is_not_sent() {
    var act = to("17:00");
    desk.onTheWay =
        request -> {
          desk.time.pass(Duration.ofMillis(2_500));
          return request;
        };
    assertThat(ann.run(act)).isEqualTo(Acting.NOT_SENT);
    assertThat(desk.effects("reschedule")).isZero();
  }

  @Test
  void X11_what_somebody_else_moved_or_cancelled_meanwhile_is_refused() {
    var act = to("17:00");
    desk.host(
        "POST",
        "/v2/bookings/" + meeting + "/reschedule",
        Jsons.object().put("start", "2026-11-26T10:00:00Z"));
    assertThat(ann.run(act)).isEqualTo(new Outcome.Refused(new Words(false).changed()));
    assertThat(ann.find(act)).isEqualTo(new Found.NotApplied());
    assertThat(desk.effects("reschedule")).isEqualTo(1);
  }

  @Test
  void X11_what_the_host_cancelled_since_the_preview_is_not_moved() {
    var act = to("17:00");
    desk.host("POST", "/v2/bookings/" + meeting + "/cancel", Jsons.object());
    assertThat(ann.run(act)).isEqualTo(new Outcome.Refused(new Words(false).changed()));
    assertThat(desk.effects("reschedule")).isZero();
  }

  @Test
  void in_Thai() {
    var act =
        ann.speaking("th").approve("m1", "move_meeting", "meeting_id", meeting, "time", "17:00");
    assertThat(act.text())
        .isEqualTo(
            """
            เลื่อนนัดหมาย: 30 Min Meeting between Demo Host and Ann
            จากเดิม: วันอังคารที่ 24 พฤศจิกายน พ.ศ. 2569 (ค.ศ. 2026) เวลา 16:00–16:30 น. (Asia/Bangkok, UTC+7)
            เป็น: วันอังคารที่ 24 พฤศจิกายน พ.ศ. 2569 (ค.ศ. 2026) เวลา 17:00–17:30 น. (Asia/Bangkok, UTC+7)
            ระยะเวลา: 30 นาที""");
    assertThat(Customer.done(ann.speaking("th").run(act)).path("text").asString())
        .startsWith("เลื่อนนัดหมายเรียบร้อยแล้วค่ะ");
  }

  private Customer.Act to(String time) {
    return ann.approve("m1", "move_meeting", "meeting_id", meeting, "time", time);
  }
}
