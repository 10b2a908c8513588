package frontdesk.sandbox.calcom;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.json.Jsons;
import frontdesk.sandbox.calcom.Caller.Heard;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Moving makes another booking; cancelling ends one.
class MovedAndCancelledTest {
  private static final String WEDNESDAY = "2026-11-25T10:00:00.000Z";

  private final Caller caller = new Caller();
  private final String uid = caller.book(Caller.TUESDAY).uid();

  @Test
  void a_moved_booking_has_another_uid_and_both_know_each_other() {
    Heard heard = move(uid, WEDNESDAY);

    assertThat(heard.status()).isEqualTo(201);
    JsonNode moved = heard.data();
    assertThat(heard.uid()).hasSize(22).isNotEqualTo(uid);
    assertThat(moved.path("start").asString("")).isEqualTo(WEDNESDAY);
    assertThat(moved.path("rescheduledFromUid").asString("")).isEqualTo(uid);
    assertThat(moved.path("reschedulingReason").asString("")).isEqualTo("ill");
    assertThat(moved.path("metadata").path("idem").asString("")).isEqualTo("key-1");
    JsonNode old = caller.get("/v2/bookings/" + uid).data();
    assertThat(old.path("status").asString("")).isEqualTo("cancelled");
    assertThat(old.path("rescheduledToUid").asString("")).isEqualTo(heard.uid());
    assertThat(old.path("start").asString("")).isEqualTo(Caller.TUESDAY);
    assertThat(caller.effects("reschedule", "key-1")).isEqualTo(1);
    assertThat(caller.effects("booking", "key-1")).isEqualTo(1);
    assertThat(caller.book(Caller.TUESDAY).status()).as("it is free again").isEqualTo(201);
  }

  @Test
  void a_booking_does_not_stand_in_its_own_way() {
    assertThat(move(uid, "2026-11-24T14:15:00Z").status()).isEqualTo(201);
  }

  @Test
  void X05_a_booking_is_not_moved_onto_another_one() {
    caller.book(WEDNESDAY);
    Heard heard = move(uid, "2026-11-25T10:15:00Z");
    assertThat(heard.status()).isEqualTo(400);
    assertThat(heard.message()).isEqualTo("no_available_users_found_error");
    assertThat(status(uid)).isEqualTo("accepted");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                             | start property is wrong,start must be a valid ISO 8601 date string
          {"start": "soon"}                              | start property is wrong,start must be a valid ISO 8601 date string
          {"start": "2026-11-25T10:00:00Z", "reason": 1} | reason property is wrong,property reason should not exist
          {"start": "2026-11-25T10:00:00Z", "rescheduledBy": "Ann"} | rescheduledBy property is wrong,Invalid rescheduledBy format
          {"start": "2026-11-19T10:00:00Z"}              | Attempting to book a meeting in the past.
          {"start": "2026-11-20T09:00:00Z"}              | The event type
          {"start": "2026-11-25T20:00:00Z"}              | no_available_users_found_error
          """)
  void X17_what_cannot_be_moved_there_stays(String body, String message) {
    Heard heard = caller.send("POST", "/v2/bookings/" + uid + "/reschedule", body);
    assertThat(heard.status()).isEqualTo(400);
    assertThat(heard.message()).startsWith(message);
    assertThat(status(uid)).isEqualTo("accepted");
    assertThat(caller.effects("reschedule", "key-1")).isZero();
  }

  @Test
  void X18_what_was_moved_or_cancelled_is_not_moved_again() {
    String moved = move(uid, WEDNESDAY).uid();
    assertThat(move(uid, Caller.TUESDAY).message())
        .startsWith("Can't reschedule booking with uid=" + uid)
        .contains("rescheduled already to booking with uid=" + moved);
    cancel(moved, "{}");
    assertThat(move(moved, Caller.TUESDAY).message())
        .endsWith("Please provide uid of a booking that is not cancelled.");
    assertThat(move("nobody", Caller.TUESDAY).status()).isEqualTo(404);
    assertThat(move("nobody", Caller.TUESDAY).message())
        .isEqualTo("Booking with uid=nobody was not found in the database");
  }

  @Test
  void a_cancelled_booking_keeps_its_uid_and_frees_its_slot() {
    Heard heard = cancel(uid, "{\"cancellationReason\": \"ill\"}");
    assertThat(heard.status()).isEqualTo(200);
    assertThat(heard.uid()).isEqualTo(uid);
    assertThat(heard.data().path("status").asString("")).isEqualTo("cancelled");
    assertThat(heard.data().path("cancellationReason").asString("")).isEqualTo("ill");
    assertThat(caller.effects("cancel", "key-1")).isEqualTo(1);
    assertThat(caller.book(Caller.TUESDAY).status()).isEqualTo(201);
  }

  @Test
  void X18_nothing_is_cancelled_twice_nor_by_a_guessed_uid() {
    assertThat(cancel(uid, "").status()).as("without a body").isEqualTo(200);
    Heard again = cancel(uid, "");
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.message()).contains("because it has been cancelled already");
    assertThat(cancel("nobody", "").status()).isEqualTo(404);
    assertThat(cancel("nobody", "").message()).isEqualTo("Booking with uid=nobody not found");
    assertThat(cancel(uid, "{\"reason\": \"x\"}").message())
        .startsWith("reason property is wrong,property reason should not exist");
    assertThat(caller.effects("cancel", "key-1")).isEqualTo(1);
  }

  @Test
  void what_has_ended_is_neither_moved_nor_cancelled() {
    caller.wait(Duration.ofDays(4).plusHours(6).plusMinutes(29));
    assertThat(move(uid, WEDNESDAY).status()).as("it still goes on").isEqualTo(201);

    var later = new Caller();
    String ended = later.book(Caller.TUESDAY).uid();
    later.wait(Duration.ofDays(4).plusHours(6).plusMinutes(30));
    assertThat(later.send("POST", "/v2/bookings/" + ended + "/cancel", "").message())
        .isEqualTo("Cannot cancel a booking that has already ended");
    assertThat(
            later.post("/v2/bookings/" + ended + "/reschedule", Caller.start(WEDNESDAY)).message())
        .endsWith("because it has already ended.");
  }

  private Heard move(String booking, String start) {
    return caller.post(
        "/v2/bookings/" + booking + "/reschedule",
        Jsons.object().put("start", start).put("reschedulingReason", "ill"));
  }

  private Heard cancel(String booking, String body) {
    return caller.send("POST", "/v2/bookings/" + booking + "/cancel", body);
  }

  private String status(String booking) {
    return caller.get("/v2/bookings/" + booking).data().path("status").asString("");
  }
}
