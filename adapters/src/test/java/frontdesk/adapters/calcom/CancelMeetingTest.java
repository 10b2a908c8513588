package frontdesk.adapters.calcom;

import static org.assertj.core.api.Assertions.assertThat;

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

class CancelMeetingTest {
  private static final String CANCEL = "POST /v2/bookings/*/cancel";

  private final Desk desk = new Desk();
  private final Customer ann = desk.visitor("ann").in("Asia/Bangkok");
  private String meeting = "";

  @BeforeEach
  void book() {
    meeting = ann.booked("2026-11-24", "16:00").path("meeting_id").asString();
  }

  @Test
  void C_F4_C14_says_what_it_cancels_and_cancels_it_once_approved() {
    var act = ann.approve("c1", "cancel_meeting", "meeting_id", meeting, "reason", "I am ill");
    assertThat(act.text())
        .isEqualTo(
            """
            Cancel a meeting: 30 Min Meeting between Demo Host and Ann
            When: Tuesday, 24 November 2026, 16:00–16:30 (Asia/Bangkok, UTC+7)
            For: Ann, ann@example.com
            Reason: I am ill""");
    assertThat(desk.effects("cancel")).isZero();
    JsonNode told = Customer.done(ann.run(act));
    assertThat(told.path("status").asString()).isEqualTo("cancelled");
    assertThat(told.path("text").asString())
        .isEqualTo(
            "Your meeting is cancelled: 30 Min Meeting between Demo Host and Ann, which was to be"
                + " Tuesday, 24 November 2026, 16:00–16:30 (Asia/Bangkok, UTC+7).");
    assertThat(desk.booking(meeting).path("cancellationReason").asString()).isEqualTo("I am ill");
    assertThat(desk.effects("cancel")).isEqualTo(1);
  }

  @Test
  void in_Thai() {
    Customer thai = ann.speaking("th");
    var act = thai.approve("c1", "cancel_meeting", "meeting_id", meeting);
    assertThat(act.text()).startsWith("ยกเลิกนัดหมาย: ").contains("พ.ศ. 2569");
    assertThat(Customer.done(thai.run(act)).path("text").asString())
        .startsWith("ยกเลิกนัดหมายเรียบร้อยแล้วค่ะ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop_after", "status_after:500", "cut:30"})
  void X03_a_lost_answer_is_unknown_and_then_found_by_its_status(String fault) {
    var act = act();
    desk.fault(CANCEL, fault);
    assertThat(ann.run(act)).isInstanceOf(Outcome.Unknown.class);
    assertThat(ann.find(act)).isInstanceOf(Found.Applied.class);
    Customer.done(ann.run(act));
    assertThat(desk.effects("cancel")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop_before", "status:500", "garbage"})
  void X03_a_cancelling_that_was_not_done_is_found_not_to_be(String fault) {
    var act = act();
    desk.fault(CANCEL, fault);
    assertThat(ann.run(act)).isInstanceOf(Outcome.Unknown.class);
    assertThat(ann.find(act)).isEqualTo(new Found.NotApplied());
    Customer.done(ann.run(act));
    assertThat(desk.effects("cancel")).isEqualTo(1);
  }

  @Test
  void a_refusal_is_told_when_it_still_stands() {
    var act = act();
    desk.fault(CANCEL, "status:400");
    assertThat(ann.run(act)).isInstanceOf(Outcome.Failed.class);
    assertThat(desk.effects("cancel")).isZero();
  }

  @Test
  void X03_an_answer_in_an_old_shape_is_looked_up() {
    var act = act();
    desk.onTheWay =
        request -> request.method().equals("POST") ? Versions.without(request) : request;
    assertThat(ann.run(act)).isInstanceOf(Outcome.Unknown.class);
    assertThat(ann.find(act)).isInstanceOf(Found.Applied.class);
  }

  @Test
  void what_is_cancelled_already_says_so() {
    ann.run(act());
    assertThat(ann.preview("cancel_meeting", "meeting_id", meeting))
        .isInstanceOfSatisfying(
            Previewing.Not.class,
            not ->
                assertThat(((Outcome.Refused) not.why()).why())
                    .startsWith("That meeting was cancelled already: Tuesday, 24 November"));
    assertThat(ann.preview("move_meeting", "meeting_id", meeting, "time", "17:00"))
        .isInstanceOfSatisfying(
            Previewing.Not.class, not -> assertThat(not.why()).isInstanceOf(Outcome.Refused.class));
  }

  @Test
  void X17_what_is_over_is_not_cancelled() {
    desk.now = desk.now.plus(Duration.ofDays(10));
    assertThat(ann.preview("cancel_meeting", "meeting_id", meeting))
        .isInstanceOfSatisfying(
            Previewing.Not.class,
            not ->
                assertThat(((Outcome.Refused) not.why()).why()).startsWith("That meeting is over"));
  }

  @Test
  void O05_an_act_whose_time_ends_while_it_checks_is_not_sent() {
    var act = act();
    desk.onTheWay =
        request -> {
          desk.time.pass(Duration.ofSeconds(5));
          return request;
        };
    assertThat(ann.run(act)).isEqualTo(Acting.NOT_SENT);
    assertThat(desk.effects("cancel")).isZero();
  }

  @Test
  void X11_what_was_moved_since_the_preview_is_not_cancelled() {
    var act = act();
    desk.host(
        "POST",
        "/v2/bookings/" + meeting + "/reschedule",
        Jsons.object().put("start", "2026-11-26T10:00:00Z"));
    assertThat(ann.run(act)).isEqualTo(new Outcome.Refused(new Words(false).changed()));
    assertThat(ann.find(act)).isEqualTo(new Found.NotApplied());
    assertThat(desk.effects("cancel")).isZero();
  }

  private Customer.Act act() {
    return ann.approve("c1", "cancel_meeting", "meeting_id", meeting);
  }
}
