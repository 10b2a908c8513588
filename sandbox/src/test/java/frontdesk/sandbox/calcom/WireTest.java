package frontdesk.sandbox.calcom;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.sandbox.calcom.Caller.Heard;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Keys, versions, error bodies, limits and faults.
class WireTest {
  private static final String SLOTS = "/v2/slots?eventTypeId=2&start=2026-11-24&end=2026-11-24";

  private final Caller caller = new Caller();

  @Test
  void an_error_says_what_when_where_and_why() {
    Heard heard = caller.get("/v2/bookings/nobody?x=1");
    assertThat(heard.status()).isEqualTo(404);
    JsonNode body = heard.json();
    assertThat(body.path("status").asString("")).isEqualTo("error");
    assertThat(body.path("timestamp").asString("")).isEqualTo("2026-11-20T08:00:00.000Z");
    assertThat(body.path("path").asString("")).isEqualTo("/v2/bookings/nobody?x=1");
    assertThat(body.path("error").path("code").asString("")).isEqualTo("NotFoundException");
    assertThat(heard.message()).isEqualTo("Booking with uid=nobody was not found in the database");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer cal_live_other", "Bearer", "Basic cal_demo", "cal_demo"})
  void a_wrong_key_is_401_everywhere(String key) {
    String booking = Caller.text(Caller.booking(Caller.TUESDAY));
    for (String path : new String[] {"GET /v2/me", "GET " + SLOTS, "POST /v2/bookings"}) {
      String[] asked = path.split(" ", 2);
      Heard heard = caller.send(asked[0], asked[1], "2024-08-13", key, booking);
      assertThat(heard.status()).as(path).isEqualTo(401);
      assertThat(heard.json().path("error").path("code").asString(""))
          .isEqualTo("UnauthorizedException");
    }
    assertThat(caller.effects("booking", "key-1")).isZero();
  }

  @Test
  void X18_without_a_key_a_uid_opens_a_booking_but_nothing_lists_them() {
    String booking = Caller.text(Caller.booking(Caller.TUESDAY));
    Heard made = caller.send("POST", "/v2/bookings", "2024-08-13", "", booking);
    assertThat(made.status()).isEqualTo(201);
    String path = "/v2/bookings/" + made.uid();
    assertThat(caller.send("GET", path, "2024-08-13", "", "").status()).isEqualTo(200);
    assertThat(caller.send("POST", path + "/cancel", "2024-08-13", "", "").status()).isEqualTo(200);
    for (String closed : new String[] {"/v2/bookings", "/v2/me", "/v2/event-types"}) {
      assertThat(caller.send("GET", closed, "2024-08-13", "", "").status()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    /v2/nothing",
    "DELETE, /v2/bookings",
    "PUT,    /v2/bookings/1",
    "POST,   /v2/bookings/1/confirm",
    "GET,    /v2/slots/available",
    "GET,    /v1/bookings",
    "GET,    /v2/slots/reservations",
    "GET,    /v2",
  })
  void what_is_not_there_is_404(String method, String path) {
    Heard heard = caller.send(method, path, "");
    assertThat(heard.status()).isEqualTo(404);
    assertThat(heard.message()).isEqualTo("Cannot " + method + " " + path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "7", "{\"start\": 1, \"start\": 2}"})
  void a_body_that_is_no_object_is_400(String body) {
    assertThat(caller.send("POST", "/v2/bookings", body).status()).isEqualTo(400);
  }

  @Test
  void a_body_beyond_a_megabyte_is_413() {
    String body = "\"" + "x".repeat(1024 * 1024) + "\"";
    assertThat(caller.send("POST", "/v2/bookings", body).status()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-08-13", "2026-02-25"})
  void both_versions_of_bookings_have_the_same_shape(String version) {
    caller.book(Caller.TUESDAY);
    JsonNode list = caller.send("GET", "/v2/bookings", version, Caller.KEY, "").json();
    assertThat(list.path("data").path(0).has("start")).isTrue();
    assertThat(list.has("pagination")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2024-06-14", "2024-04-15", "\"2024-08-13\"", "latest"})
  void another_version_makes_the_booking_and_tells_it_in_an_old_shape(String version) {
    String booking = Caller.text(Caller.booking(Caller.TUESDAY));
    Heard made = caller.send("POST", "/v2/bookings", version, Caller.KEY, booking);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().path("status").asString("")).isEqualTo("success");
    assertThat(made.data().has("start")).isFalse();
    assertThat(made.data().path("startTime").asString("")).isEqualTo(Caller.TUESDAY);
    assertThat(made.data().path("status").asString("")).isEqualTo("ACCEPTED");
    assertThat(caller.effects("booking", "key-1")).isEqualTo(1);

    String other = "/v2/bookings?attendeeEmail=nobody@example.com";
    JsonNode list = caller.send("GET", other, version, Caller.KEY, "").json();
    assertThat(list.path("data").path("bookings")).as("the filter is overlooked").hasSize(1);
    assertThat(list.has("pagination")).isFalse();
  }

  @Test
  void other_versions_of_slots_and_event_types_have_old_shapes_too() {
    JsonNode slots = caller.send("GET", SLOTS, "2024-08-13", Caller.KEY, "").data();
    assertThat(slots.path("slots").path("2026-11-24").path(0).has("time")).isTrue();
    String hold = "{\"eventTypeId\": 2, \"slotStart\": \"2026-11-24T14:00:00Z\"}";
    String holds = "/v2/slots/reservations";
    assertThat(caller.send("POST", holds, "", Caller.KEY, hold).data().isString()).isTrue();
    JsonNode types = caller.send("GET", "/v2/event-types", "", Caller.KEY, "").data();
    JsonNode first = types.path("eventTypeGroups").path(0).path("eventTypes").path(0);
    assertThat(first.path("length").asInt()).isEqualTo(15);
    assertThat(first.has("lengthInMinutes")).isFalse();
  }

  @Test
  void a_limit_that_is_asked_for_is_told_and_kept() {
    caller.send("POST", "/_control/limit", "{\"requests_per_minute\": 2}");
    assertThat(caller.get("/v2/me").headers().only("X-RateLimit-Remaining")).contains("1");
    caller.wait(Duration.ofSeconds(20));
    caller.get("/v2/me");
    Heard refused = caller.book(Caller.TUESDAY);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.json().path("error").path("code").asString(""))
        .isEqualTo("ThrottlerException");
    assertThat(refused.headers().only("X-RateLimit-Limit")).contains("2");
    assertThat(refused.headers().only("X-RateLimit-Remaining")).contains("0");
    assertThat(refused.headers().only("X-RateLimit-Reset")).contains("1795161660");
    assertThat(refused.headers().only("Retry-After")).contains("40");
    caller.wait(Duration.ofSeconds(40));
    assertThat(caller.book(Caller.TUESDAY).status()).isEqualTo(201);
    caller.send("POST", "/_control/limit", "{\"requests_per_minute\": 0}");
    assertThat(caller.get("/v2/me").headers().all("X-RateLimit-Limit")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"requests_per_minute\": -1}", "{\"requests_per_minute\": \"2\"}"})
  void a_limit_that_is_none_is_refused(String body) {
    assertThat(caller.send("POST", "/_control/limit", body).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "drop_after,       0, 1",
    "status_after:500, 500, 1",
    "cut:20,           0, 1",
    "drop_before,      0, 0",
    "status:500,       500, 0",
    "status:429,       429, 0",
    "garbage,          200, 0",
    "error:no_available_users_found_error, 400, 0",
    "error:user_not_available,             400, 0",
    "error:booking_conflict_error,         409, 0",
    "error:booking_time_out_of_bounds_error, 400, 0",
    "error:invalid_api_key,                401, 0",
    "error:rate_limited,                   429, 0",
    "error:internal_server_error,          500, 0",
    "error:bad_gateway,                    502, 0",
  })
  void X03_what_was_really_done_is_known_whatever_was_answered(
      String what, int status, int bookings) {
    caller.fault("POST /v2/bookings", what);
    Heard heard = caller.book(Caller.TUESDAY);
    if (status == 0) assertThat(heard.cut()).isTrue();
    else assertThat(heard.status()).isEqualTo(status);
    assertThat(caller.effects("booking", "key-1")).isEqualTo(bookings);
    assertThat(caller.get("/v2/bookings?attendeeEmail=ann@example.com").data()).hasSize(bookings);
    if (status == 429) assertThat(heard.headers().only("Retry-After")).contains("1");
    Heard again = caller.book(Caller.TUESDAY);
    assertThat(again.status()).isEqualTo(bookings == 0 ? 201 : 400);
    assertThat(caller.effects("booking", "key-1")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"drop_after, true", "status_after:500, false"})
  void X03_a_move_and_a_cancellation_may_be_done_without_an_answer(String what, boolean cut) {
    String uid = caller.book(Caller.TUESDAY).uid();
    caller.fault("POST /v2/bookings/*/reschedule", what);
    caller.fault("POST /v2/bookings/*/cancel", what);
    String path = "/v2/bookings/" + uid;
    Heard heard = caller.post(path + "/reschedule", Caller.start("2026-11-25T10:00:00Z"));
    assertThat(heard.cut()).isEqualTo(cut);
    String moved = caller.get(path).data().path("rescheduledToUid").asString("");
    assertThat(moved).hasSize(22);
    caller.send("POST", "/v2/bookings/" + moved + "/cancel", "");
    assertThat(caller.get("/v2/bookings/" + moved).data().path("status").asString(""))
        .isEqualTo("cancelled");
    assertThat(caller.effects("reschedule", "key-1")).isEqualTo(1);
    assertThat(caller.effects("cancel", "key-1")).isEqualTo(1);
  }
}
