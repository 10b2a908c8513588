package frontdesk.sandbox.calcom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What is free, and what is held for a while.
class SlotsTest {
  private static final String DAY = "&start=2026-11-24&end=2026-11-24";
  private static final String HALF = "/v2/slots?eventTypeId=2" + DAY;
  private static final String HOLD =
      "{\"eventTypeId\": 2, \"slotStart\": \"2026-11-24T14:00:00Z\"}";

  private final Caller caller = new Caller();

  @ParameterizedTest
  @CsvSource({"1, 36, 17:45", "2, 18, 17:30", "3, 9, 17:00"})
  void a_free_day_has_a_slot_at_each_full_length_from_opening(int type, int count, String last) {
    List<String> starts = starts("/v2/slots?eventTypeId=" + type + DAY);
    assertThat(starts).hasSize(count);
    assertThat(starts.getFirst()).isEqualTo("2026-11-24T09:00:00.000Z");
    assertThat(starts.getLast()).isEqualTo("2026-11-24T" + last + ":00.000Z");
  }

  @Test
  void slots_are_told_by_day_in_the_zone_asked_for() {
    JsonNode days = caller.get(HALF + "&timeZone=Asia/Tokyo&format=range").data();
    assertThat(days.propertyNames()).containsExactly("2026-11-24", "2026-11-25");
    JsonNode last = days.path("2026-11-25").path(0);
    assertThat(last.path("start").asString("")).isEqualTo("2026-11-25T00:00:00.000+09:00");
    assertThat(last.path("end").asString("")).isEqualTo("2026-11-25T00:30:00.000+09:00");
  }

  @Test
  void opening_hours_follow_the_hosts_clock_across_summer_time() {
    var berlin = new Caller("Europe/Berlin", 1);
    String days = "/v2/slots?eventTypeId=3&start=2027-03-27&end=2027-03-28";
    JsonNode data = berlin.get(days).data();
    assertThat(data.path("2027-03-27").path(0).path("start").asString(""))
        .isEqualTo("2027-03-27T08:00:00.000Z");
    assertThat(data.path("2027-03-28").path(0).path("start").asString(""))
        .isEqualTo("2027-03-28T07:00:00.000Z");
  }

  @Test
  void X05_what_is_booked_is_not_offered_but_to_the_booking_itself() {
    String uid = caller.book(Caller.TUESDAY).uid();
    assertThat(starts(HALF)).hasSize(17).doesNotContain(Caller.TUESDAY);
    assertThat(starts("/v2/slots?eventTypeId=1" + DAY)).hasSize(34);
    assertThat(starts(HALF + "&bookingUidToReschedule=" + uid)).hasSize(18);
    caller.send("POST", "/v2/bookings/" + uid + "/cancel", "");
    assertThat(starts(HALF)).hasSize(18);
  }

  @Test
  void nothing_is_offered_that_is_too_soon_or_past() {
    assertThat(starts("/v2/slots?eventTypeId=2&start=2026-11-20&end=2026-11-20"))
        .startsWith("2026-11-20T10:00:00.000Z");
    assertThat(caller.get("/v2/slots?eventTypeId=2&start=2026-11-19&end=2026-11-19").data())
        .isEmpty();
  }

  @Test
  void every_slot_that_is_offered_can_be_booked() {
    for (String start : starts(HALF)) assertThat(caller.book(start).status()).isEqualTo(201);
    assertThat(caller.get(HALF).data()).isEmpty();
  }

  @Test
  void anybody_may_ask_without_a_key_and_by_slug() {
    String bySlug = "/v2/slots?eventTypeSlug=30min&username=demo" + DAY;
    assertThat(caller.send("GET", bySlug, "2024-09-04", "", "").data().path("2026-11-24"))
        .hasSize(18);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          eventTypeId=2                                        | 400 | start property is wrong
          eventTypeId=2&start=soon&end=2026-11-24              | 400 | start property is wrong,start must be a valid ISO 8601 date string
          eventTypeId=2&start=2026-11-25&end=2026-11-24        | 400 | Invalid time range given
          eventTypeId=2&start=2026-11-25&end=2028-11-24        | 400 | Invalid time range given
          eventTypeId=two&start=2026-11-24&end=2026-11-24      | 400 | eventTypeId property is wrong,eventTypeId must be an integer number
          start=2026-11-24&end=2026-11-24                      | 400 | eventTypeId property is wrong
          eventTypeId=7&start=2026-11-24&end=2026-11-24        | 404 | Event Type not found
          eventTypeSlug=x&username=demo&start=2026-11-24&end=2026-11-24 | 404 | Event Type not found
          eventTypeId=2&start=2026-11-24&end=2026-11-24&zone=UTC | 400 | zone property is wrong,property zone should not exist
          eventTypeId=2&start=2026-11-24&end=2026-11-24&timeZone=Mars | 400 | timeZone property is wrong,timeZone must be a valid IANA time-zone
          eventTypeId=2&start=2026-11-24&end=2026-11-24&format=iso | 400 | format property is wrong
          eventTypeId=2&start=2026-11-24&end=2026-11-24&duration=45 | 400 | Can't specify 'duration'
          """)
  void a_question_that_makes_no_sense_is_refused(String query, int status, String message) {
    var heard = caller.get("/v2/slots?" + query);
    assertThat(heard.status()).isEqualTo(status);
    assertThat(heard.message()).startsWith(message);
  }

  @Test
  void a_held_slot_is_not_offered_until_its_time_is_over() {
    var heard = caller.send("POST", "/v2/slots/reservations", HOLD);
    assertThat(heard.status()).isEqualTo(201);
    String uid = heard.data().path("reservationUid").asString("");
    assertThat(heard.data().path("slotEnd").asString("")).isEqualTo("2026-11-24T14:30:00.000Z");
    assertThat(heard.data().path("reservationUntil").asString(""))
        .isEqualTo("2026-11-20T08:05:00.000Z");
    assertThat(caller.effects("reservation", Caller.TUESDAY)).isEqualTo(1);
    assertThat(starts(HALF)).hasSize(17);
    assertThat(starts("/v2/slots?eventTypeId=1" + DAY)).as("of another type").hasSize(36);

    caller.wait(Duration.ofMinutes(5));
    assertThat(starts(HALF)).hasSize(18);
    assertThat(caller.get("/v2/slots/reservations/" + uid).data().isNull()).isTrue();
  }

  @Test
  void a_held_slot_is_held_once_and_a_booked_one_not_at_all() {
    caller.send("POST", "/v2/slots/reservations", HOLD);
    var again = caller.send("POST", "/v2/slots/reservations", HOLD);
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.message()).startsWith("This time slot is already reserved");

    assertThat(caller.book(Caller.TUESDAY).status()).as("by who holds it").isEqualTo(201);
    again = caller.send("POST", "/v2/slots/reservations", HOLD);
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.message()).isEqualTo("Can't reserve a slot if the event is already booked.");
  }

  @Test
  void X05_a_slot_that_runs_into_a_held_one_is_taken() {
    caller.send("POST", "/v2/slots/reservations", HOLD);
    assertThat(caller.book("2026-11-24T13:45:00Z").message())
        .isEqualTo("no_available_users_found_error");
  }

  @Test
  void a_hold_is_seen_changed_and_released() {
    String uid =
        caller
            .send(
                "POST",
                "/v2/slots/reservations",
                HOLD.replace("}", ", \"reservationDuration\": 15}"))
            .data()
            .path("reservationUid")
            .asString("");
    String path = "/v2/slots/reservations/" + uid;
    assertThat(caller.get(path).data().path("reservationUntil").asString(""))
        .isEqualTo("2026-11-20T08:15:00.000Z");
    var changed = caller.send("PATCH", path, HOLD.replace("T14:00", "T14:15"));
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.data().path("slotStart").asString("")).isEqualTo("2026-11-24T14:15:00.000Z");
    assertThat(starts(HALF)).hasSize(16);
    assertThat(caller.send("DELETE", path, "").status()).isEqualTo(200);
    assertThat(starts(HALF)).hasSize(18);
    assertThat(caller.send("DELETE", path, "").status()).isEqualTo(404);
    assertThat(caller.send("PATCH", path, HOLD).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                             | 400
          {"eventTypeId": 7, "slotStart": "2026-11-24T14:00:00Z"}        | 404
          {"eventTypeId": 2, "slotStart": "soon"}                        | 400
          {"eventTypeId": 2, "slotStart": "2026-11-24T14:00:00Z", "a": 1} | 400
          {"eventTypeId": 2, "slotStart": "2026-11-24T14:00:00Z", "slotDuration": 45} | 400
          {"eventTypeId": 2, "slotStart": "2026-11-24T14:00:00Z", "reservationDuration": 0} | 400
          """)
  void a_hold_that_makes_no_sense_is_refused(String body, int status) {
    assertThat(caller.send("POST", "/v2/slots/reservations", body).status()).isEqualTo(status);
  }

  @Test
  void only_with_the_key_a_hold_may_be_longer_than_usual() {
    String body = HOLD.replace("}", ", \"reservationDuration\": 15}");
    String path = "/v2/slots/reservations";
    assertThat(caller.send("POST", path, "2024-09-04", "", body).status()).isEqualTo(401);
    assertThat(caller.send("POST", path, "2024-09-04", "", HOLD).status()).isEqualTo(201);
  }

  private List<String> starts(String path) {
    ObjectNode days = (ObjectNode) caller.get(path).data();
    return days.values().stream()
        .flatMap(day -> day.values().stream())
        .map(slot -> slot.path("start").asString(""))
        .toList();
  }
}
