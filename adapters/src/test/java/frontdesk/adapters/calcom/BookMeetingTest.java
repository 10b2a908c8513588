package frontdesk.adapters.calcom;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.http.Request;
import frontdesk.json.Jsons;
import frontdesk.tool.LooksUp.Found;
import frontdesk.tool.WriteTool.Previewing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class BookMeetingTest {
  private static final String TUESDAY = "2026-11-24";

  private final Desk desk = new Desk();
  private final Customer ann = desk.visitor("ann");

  @Test
  void C_F2_shows_all_that_matters_before_it_books() {
    var act =
        ann.in("Asia/Bangkok")
            .approve(
                "c1",
                "book_meeting",
                "date",
                TUESDAY,
                "time",
                "16:00",
                "name",
                "Ann Lee",
                "email",
                "ann@example.com",
                "topic",
                "The new flat");
    assertThat(act.text())
        .isEqualTo(
            """
            Book a meeting
            When: Tuesday, 24 November 2026, 16:00–16:30 (Asia/Bangkok, UTC+7)
            How long: 30 minutes
            For: Ann Lee, ann@example.com
            About: The new flat""");
    assertThat(act.bound())
        .isEqualTo(
            new Json(
                """
                {"event_type":2,"minutes":30,"start":"2026-11-24T09:00:00Z","zone":"Asia/Bangkok"}\
                """));
    assertThat(desk.effects("booking")).isZero();
  }

  @Test
  void C_F2_books_once_approved_and_tells_it_on_the_customers_clock() {
    Customer bangkok = ann.in("Asia/Bangkok");
    JsonNode told = Customer.done(bangkok.run(bangkok.approve("c1", "book_meeting", at("16:00"))));
    assertThat(told.path("text").asString())
        .isEqualTo(
            "Your meeting is booked: 30 Min Meeting between Demo Host and Ann, Tuesday,"
                + " 24 November 2026, 16:00–16:30 (Asia/Bangkok, UTC+7), for ann@example.com.");
    assertThat(told.path("meeting_id").asString()).hasSize(22);
    assertThat(told.path("date").asString()).isEqualTo(TUESDAY);
    assertThat(told.path("time").asString()).isEqualTo("16:00");
    assertThat(told.path("end_time").asString()).isEqualTo("16:30");
    assertThat(told.path("weekday").asString()).isEqualTo("Tuesday");
    assertThat(told.path("zone").asString()).isEqualTo("Asia/Bangkok");
    assertThat(told.path("duration_minutes").asInt()).isEqualTo(30);
    assertThat(told.path("email").asString()).isEqualTo("ann@example.com");
    assertThat(told.path("status").asString()).isEqualTo("accepted");
    JsonNode kept = desk.booking(told.path("meeting_id").asString());
    assertThat(kept.path("start").asString()).isEqualTo("2026-11-24T09:00:00.000Z");
    assertThat(desk.effects("booking")).isEqualTo(1);
  }

  @Test
  void T09_in_Thai_with_the_Buddhist_year_and_the_other_one_beside_it() {
    Customer thai = ann.speaking("th").in("Asia/Bangkok");
    var act = thai.approve("c1", "book_meeting", at("16:00"));
    assertThat(act.text())
        .isEqualTo(
            """
            จองนัดหมาย
            วันและเวลา: วันอังคารที่ 24 พฤศจิกายน พ.ศ. 2569 (ค.ศ. 2026) เวลา 16:00–16:30 น. (Asia/Bangkok, UTC+7)
            ระยะเวลา: 30 นาที
            ผู้เข้าร่วม: Ann, ann@example.com
            เรื่อง: 30 Min Meeting""");
    JsonNode told = Customer.done(thai.run(act));
    assertThat(told.path("text").asString())
        .startsWith("จองนัดหมายเรียบร้อยแล้วค่ะ: ")
        .contains("วันอังคารที่ 24 พฤศจิกายน พ.ศ. 2569");
    assertThat(told.path("weekday").asString()).isEqualTo("วันอังคาร");
    JsonNode attendee = desk.booking(told.path("meeting_id").asString()).path("attendees").path(0);
    assertThat(attendee.path("language").asString()).isEqualTo("th");
    assertThat(attendee.path("timeZone").asString()).isEqualTo("Asia/Bangkok");
  }

  @Test
  void tells_the_provider_nothing_of_ours_but_a_key_and_a_hash() {
    JsonNode told = ann.booked(TUESDAY, "14:00");
    JsonNode metadata = desk.booking(told.path("meeting_id").asString()).path("metadata");
    assertThat(metadata.propertyNames()).containsExactlyInAnyOrder("idem", "owner");
    assertThat(metadata.path("owner").asString()).matches("[0-9a-f]{64}");
    assertThat(metadata.toString()).doesNotContain("shop");
  }

  @Test
  void X05_a_time_that_somebody_has_offers_the_three_nearest_free_ones() {
    desk.elsewhere("2026-11-24T14:00:00Z", "bob@example.com");
    Outcome.NeedsInput needs = needs(ann.preview("book_meeting", at("14:00")));
    assertThat(needs.missing()).isEmpty();
    assertThat(needs.invalid())
        .isEqualTo(Map.of("time", "Tuesday, 24 November 2026, 14:00 (UTC) is not free."));
    assertThat(needs.offers())
        .containsExactly(
            new Json("{\"date\":\"2026-11-24\",\"time\":\"13:30\"}"),
            new Json("{\"date\":\"2026-11-24\",\"time\":\"14:30\"}"),
            new Json("{\"date\":\"2026-11-24\",\"time\":\"13:00\"}"));
    assertThat(ann.preview("book_meeting", at("13:30"))).isInstanceOf(Previewing.Preview.class);
  }

  @Test
  void X05_C12_a_time_that_is_taken_after_the_preview_books_nothing_and_offers_others() {
    var act = ann.approve("c1", "book_meeting", at("14:00"));
    desk.elsewhere("2026-11-24T14:00:00Z", "bob@example.com");
    Outcome outcome = ann.run(act);
    assertThat(outcome).isInstanceOf(Outcome.NeedsInput.class);
    assertThat(((Outcome.NeedsInput) outcome).offers()).hasSize(3);
    assertThat(desk.effects("booking")).isEqualTo(1);
    assertThat(ann.find(act)).isEqualTo(new Found.NotApplied());
  }

  @Test
  void X05_in_Thai_too() {
    desk.elsewhere("2026-11-24T14:00:00Z", "bob@example.com");
    Outcome.NeedsInput needs = needs(ann.speaking("th").preview("book_meeting", at("14:00")));
    assertThat(needs.invalid().get("time"))
        .isEqualTo(
            "วันอังคารที่ 24 พฤศจิกายน พ.ศ. 2569 (ค.ศ. 2026) เวลา 14:00 น. (UTC) ไม่ว่างค่ะ");
  }

  @Test
  void X17_the_past_is_refused_before_anything_is_sent() {
    Outcome.NeedsInput day =
        needs(ann.preview("book_meeting", Customer.ann("2026-11-19", "14:00")));
    assertThat(day.invalid())
        .isEqualTo(Map.of("date", "Thursday, 19 November 2026, 14:00 (UTC) is in the past."));
    assertThat(day.offers()).first().isEqualTo(offer("2026-11-20", "10:00"));

    Outcome.NeedsInput hour =
        needs(ann.preview("book_meeting", Customer.ann("2026-11-20", "07:30")));
    assertThat(hour.invalid()).containsOnlyKeys("time");
    assertThat(hour.invalid().get("time")).endsWith("is in the past.");
    assertThat(desk.asked).noneMatch(request -> request.method().equals("POST"));
  }

  @Test
  void what_is_too_soon_says_how_long_ahead_it_must_be() {
    Outcome.NeedsInput needs =
        needs(ann.preview("book_meeting", Customer.ann("2026-11-20", "09:30")));
    assertThat(needs.invalid().get("time"))
        .isEqualTo(
            "Friday, 20 November 2026, 09:30 (UTC) is too soon: a meeting needs 2 hours of notice.");
    assertThat(needs.offers()).first().isEqualTo(offer("2026-11-20", "10:00"));
  }

  @Test
  void C_F20_a_length_that_is_not_offered_is_asked_for_with_those_that_are() {
    Outcome.NeedsInput needs = needs(ann.preview("book_meeting", with("45")));
    assertThat(needs.invalid())
        .isEqualTo(
            Map.of(
                "duration_minutes",
                "Meetings of that length are not offered. There are these, in minutes: 15, 30,"
                    + " 60."));
    assertThat(needs.offers())
        .containsExactly(
            new Json("{\"duration_minutes\":15}"),
            new Json("{\"duration_minutes\":30}"),
            new Json("{\"duration_minutes\":60}"));
    assertThat(desk.effects("event_type")).isZero();
  }

  @Test
  void C_F20_C13_a_length_is_made_once_where_the_settings_say_so_and_only_by_the_act() {
    var making = new Desk("UTC", Desk.KEY, true);
    Customer bob = making.visitor("bob");
    var act = bob.approve("c1", "book_meeting", with("45"));
    assertThat(making.effects("event_type")).isZero();
    JsonNode told = Customer.done(bob.run(act));
    assertThat(told.path("duration_minutes").asInt()).isEqualTo(45);
    bob.run(
        bob.approve(
            "c2",
            "book_meeting",
            "date",
            TUESDAY,
            "time",
            "15:00",
            "name",
            "Ann",
            "email",
            "ann@example.com",
            "duration_minutes",
            "45"));
    assertThat(making.effects("event_type")).isEqualTo(1);
    assertThat(making.effects("booking")).isEqualTo(2);
  }

  @Test
  void C13_a_length_whose_making_was_not_heard_of_is_not_made_again() {
    var making = new Desk("UTC", Desk.KEY, true);
    Customer bob = making.visitor("bob");
    var act = bob.approve("c1", "book_meeting", with("45"));
    making.fault("POST /v2/event-types", "drop_after");
    assertThat(bob.run(act)).isInstanceOf(Outcome.NotSent.class);
    assertThat(making.effects("booking")).isZero();
    Customer.done(bob.run(act));
    assertThat(making.effects("event_type")).isEqualTo(1);
    assertThat(making.effects("booking")).isEqualTo(1);
  }

  @Test
  void X17_a_hidden_event_type_is_never_used() {
    ObjectNode hidden = Jsons.object().put("title", "Secret").put("slug", "secret");
    desk.host("POST", "/v2/event-types", hidden.put("lengthInMinutes", 45).put("hidden", true));
    Outcome.NeedsInput needs = needs(ann.preview("book_meeting", with("45")));
    assertThat(needs.offers()).hasSize(3);
    assertThat(needs.invalid().toString()).doesNotContain("45");
  }

  @Test
  void a_type_of_several_lengths_is_booked_as_long_as_was_asked_for() {
    ObjectNode flexible = Jsons.object().put("title", "Consulting").put("slug", "consulting");
    flexible.put("lengthInMinutes", 60).putArray("lengthInMinutesOptions").add(60).add(90);
    desk.host("POST", "/v2/event-types", flexible);
    JsonNode told = Customer.done(ann.run(ann.approve("c1", "book_meeting", at90())));
    assertThat(told.path("duration_minutes").asInt()).isEqualTo(90);
    assertThat(told.path("title").asString()).startsWith("Consulting");
  }

  private static String[] at90() {
    return new String[] {
      "date",
      TUESDAY,
      "time",
      "09:00",
      "name",
      "Ann",
      "email",
      "ann@example.com",
      "duration_minutes",
      "90"
    };
  }

  @Test
  void what_is_missing_or_of_the_wrong_form_is_asked_for() {
    assertThat(needs(ann.preview("book_meeting", "date", TUESDAY)).missing())
        .containsExactly("time");
    assertThat(needs(ann.preview("book_meeting", "date", TUESDAY, "time", "14:00")).missing())
        .containsExactly("name");
    Outcome.NeedsInput email =
        needs(
            ann.preview(
                "book_meeting", "date", TUESDAY, "time", "14:00", "name", "Ann", "email", "ann"));
    assertThat(email.invalid()).containsOnlyKeys("email");
    Outcome.NeedsInput zone =
        needs(ann.preview("book_meeting", "date", TUESDAY, "time", "14:00", "zone", "EST"));
    assertThat(zone.invalid()).containsOnlyKeys("zone");
  }

  @Test
  void C9_T10_a_time_that_the_clocks_leave_out_is_no_time() {
    var night = new Desk("Pacific/Auckland", Desk.KEY, false);
    night.now = Instant.parse("2027-03-20T08:00:00Z");
    Customer budapest = night.visitor("eve").in("Europe/Budapest");
    Outcome.NeedsInput needs =
        needs(budapest.preview("book_meeting", Customer.ann("2027-03-28", "02:30")));
    assertThat(needs.invalid().get("time"))
        .isEqualTo(
            "There is no 02:30 on Sunday, 28 March 2027 (Europe/Budapest): the clocks are put"
                + " forward then.");
    assertThat(needs.offers()).hasSize(3);
  }

  @Test
  void T10_a_time_that_the_clocks_have_twice_is_shown_with_its_offset() {
    var night = new Desk("Pacific/Auckland", Desk.KEY, false);
    night.now = Instant.parse("2027-10-20T08:00:00Z");
    Customer budapest = night.visitor("eve").in("Europe/Budapest");
    String[] twice = Customer.ann("2027-10-31", "02:30");
    var first = budapest.approve("c1", "book_meeting", twice);
    assertThat(first.text()).contains("02:30–02:00").contains("Europe/Budapest, UTC+2");
    Customer.done(budapest.run(first));
    var second = budapest.approve("c2", "book_meeting", Customer.ann("2027-10-31", "02:30"));
    assertThat(second.text()).contains("02:30–03:00").contains("Europe/Budapest, UTC+1");
  }

  @Test
  void T04_a_name_cannot_write_lines_of_the_preview_or_turn_them_round() {
    var act =
        ann.approve(
            "c1",
            "book_meeting",
            "date",
            TUESDAY,
            "time",
            "14:00",
            "name",
            "Ann\nWhen: never\u202e",
            "email",
            "ann@example.com");
    assertThat(act.text().lines()).hasSize(5).contains("For: Ann When: never, ann@example.com");
    assertThat(act.text()).doesNotContain("\u202e");
  }

  @Test
  void X11_X17_a_kind_that_was_hidden_or_removed_since_the_preview_is_refused() {
    var act = ann.approve("c1", "book_meeting", at("14:00"));
    ObjectNode hidden = Jsons.object().put("title", "Secret").put("slug", "secret");
    desk.host("POST", "/v2/event-types", hidden.put("lengthInMinutes", 30).put("hidden", true));
    desk.now = desk.now.plusSeconds(61);
    for (int id : List.of(4, 9)) {
      String bound = act.bound().text().replace("\"event_type\":2", "\"event_type\":" + id);
      var other =
          new Customer.Act(act.tool(), act.arguments(), new Json(bound), act.key(), act.text());
      assertThat(ann.run(other)).isEqualTo(new Outcome.Refused(new Words(false).changed()));
    }
    assertThat(desk.effects("booking")).isZero();
  }

  @Test
  void X11_another_act_at_the_same_time_is_not_taken_for_this_one() {
    var first = ann.approve("c1", "book_meeting", at("14:00"));
    var second = ann.approve("c2", "book_meeting", at("14:00"));
    Customer.done(ann.run(first));
    assertThat(ann.find(first)).isInstanceOf(Found.Applied.class);
    assertThat(ann.find(second)).isEqualTo(new Found.NotApplied());
    assertThat(ann.run(second)).isInstanceOf(Outcome.NeedsInput.class);
  }

  @Test
  void O05_an_act_whose_time_is_over_is_not_sent() {
    var act = ann.approve("c1", "book_meeting", at("14:00"));
    assertThat(ann.run(act, Duration.ZERO)).isInstanceOf(Outcome.NotSent.class);
    assertThat(desk.effects("booking")).isZero();
    assertThat(desk.asked).noneMatch(request -> request.method().equals("POST"));
  }

  @Test
  void O05_an_act_whose_time_ends_while_it_checks_is_not_sent() {
    var act = ann.approve("c1", "book_meeting", at("14:00"));
    desk.onTheWay =
        request -> {
          desk.time.pass(Duration.ofSeconds(5));
          return request;
        };
    assertThat(ann.run(act)).isEqualTo(Acting.NOT_SENT);
    assertThat(desk.effects("booking")).isZero();
  }

  @Test
  void X05_of_two_who_approved_the_same_time_one_gets_it_and_the_other_is_offered_another() {
    Customer bob = desk.visitor("bob");
    var hers = ann.approve("c1", "book_meeting", at("14:00"));
    var his = bob.approve("c1", "book_meeting", at("14:00"));
    Customer.done(ann.run(hers));
    assertThat(bob.run(his))
        .isInstanceOfSatisfying(
            Outcome.NeedsInput.class, needs -> assertThat(needs.offers()).hasSize(3));
    assertThat(desk.effects("booking")).isEqualTo(1);
  }

  @Test
  void X05_a_time_far_beyond_what_is_free_offers_the_next_ones() {
    desk.onTheWay =
        request ->
            request.query().contains("2036-")
                ? new Request(
                    request.method(),
                    request.path(),
                    "eventTypeId=2&start=2020-01-01&end=2020-01-02",
                    request.headers(),
                    request.body(),
                    request.remote(),
                    request.deadline())
                : request;
    Outcome.NeedsInput needs =
        needs(ann.preview("book_meeting", Customer.ann("2036-11-24", "14:00")));
    assertThat(needs.offers()).hasSize(3);
  }

  @Test
  void X11_an_act_that_is_repeated_finds_its_own_booking_and_makes_no_second_one() {
    var act = ann.approve("c1", "book_meeting", at("14:00"));
    JsonNode first = Customer.done(ann.run(act));
    JsonNode second = Customer.done(ann.run(act));
    assertThat(second).isEqualTo(first);
    assertThat(desk.effects("booking")).isEqualTo(1);
  }

  private static Outcome.NeedsInput needs(Previewing previewing) {
    assertThat(previewing).isInstanceOf(Previewing.Not.class);
    Outcome why = ((Previewing.Not) previewing).why();
    assertThat(why).isInstanceOf(Outcome.NeedsInput.class);
    return (Outcome.NeedsInput) why;
  }

  private static Json offer(String date, String time) {
    return Jsons.json(Jsons.object().put("date", date).put("time", time));
  }

  private static String[] at(String time) {
    return Customer.ann(TUESDAY, time);
  }

  private static String[] with(String minutes) {
    return List.of(
            "date",
            TUESDAY,
            "time",
            "14:15",
            "name",
            "Ann",
            "email",
            "ann@example.com",
            "duration_minutes",
            minutes)
        .toArray(String[]::new);
  }
}
