package frontdesk.sandbox.calcom;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.json.Jsons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What can be booked, how it is told, and what the provider refuses.
class BookingTest {
  private final Caller caller = new Caller();

  @Test
  void a_booking_is_made_and_found_again_by_its_uid() {
    var heard = caller.book(Caller.TUESDAY);

    assertThat(heard.status()).isEqualTo(201);
    assertThat(heard.json().path("status").asString("")).isEqualTo("success");
    JsonNode booking = heard.data();
    assertThat(booking.path("uid").asString("")).hasSize(22);
    assertThat(booking.path("status").asString("")).isEqualTo("accepted");
    assertThat(booking.path("start").asString("")).isEqualTo(Caller.TUESDAY);
    assertThat(booking.path("end").asString("")).isEqualTo("2026-11-24T14:30:00.000Z");
    assertThat(booking.path("duration").asInt()).isEqualTo(30);
    assertThat(booking.path("eventType").path("slug").asString("")).isEqualTo("30min");
    assertThat(booking.path("attendees").path(0).path("email").asString(""))
        .isEqualTo("ann@example.com");
    assertThat(booking.path("hosts").path(0).path("username").asString("")).isEqualTo("demo");
    assertThat(booking.path("metadata").path("idem").asString("")).isEqualTo("key-1");
    assertThat(booking.has("rescheduledToUid")).isFalse();
    assertThat(caller.get("/v2/bookings/" + heard.uid()).data()).isEqualTo(booking);
    assertThat(caller.effects("booking", "key-1")).isEqualTo(1);
  }

  @Test
  void the_same_seed_makes_the_same_uids() {
    assertThat(new Caller("UTC", 7).book(Caller.TUESDAY).text())
        .isEqualTo(new Caller("UTC", 7).book(Caller.TUESDAY).text())
        .isNotEqualTo(new Caller("UTC", 8).book(Caller.TUESDAY).text());
  }

  @Test
  void X05_a_slot_that_is_taken_is_refused_whatever_the_event_type() {
    caller.book(Caller.TUESDAY);
    for (String start : new String[] {Caller.TUESDAY, "2026-11-24T13:45:00Z"}) {
      for (int type = 1; type <= 3; type++) {
        ObjectNode other = Caller.booking(start).put("eventTypeId", type);
        if (type == 1 && !start.equals(Caller.TUESDAY)) continue; // ends when the other begins
        var heard = caller.book(other);
        assertThat(heard.status()).as(start + type).isEqualTo(400);
        assertThat(heard.message()).isEqualTo("no_available_users_found_error");
      }
    }
    assertThat(caller.book("2026-11-24T14:30:00Z").status()).isEqualTo(201);
    assertThat(caller.effects("booking", "key-1")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T07:59:00Z, Attempting to book a meeting in the past.",
    "2026-11-20T09:59:00Z, The event type",
    "2026-11-21T08:59:00Z, no_available_users_found_error",
    "2026-11-21T17:31:00Z, no_available_users_found_error",
  })
  void X17_the_past_short_notice_and_closed_hours_are_refused(String start, String message) {
    var heard = caller.book(start);
    assertThat(heard.status()).isEqualTo(400);
    assertThat(heard.message()).startsWith(message);
    assertThat(caller.effects("booking", "key-1")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-20T10:00:00Z",
        "2026-11-21T09:00:00Z",
        "2026-11-21T17:30:00Z",
        "2026-11-22T12:07:00Z",
        "2026-11-21T16:00:00+07:00",
        "2026-11-21T09:00:00"
      })
  void what_is_open_long_enough_before_is_booked(String start) {
    assertThat(caller.book(start).status()).isEqualTo(201);
  }

  @Test
  void opening_hours_are_those_of_the_hosts_zone() {
    var bangkok = new Caller("Asia/Bangkok", 1);
    assertThat(bangkok.book("2026-11-24T02:00:00Z").status()).isEqualTo(201);
    assertThat(bangkok.book(Caller.TUESDAY).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"start": null}                     | start property is wrong,start must be a valid ISO 8601 date string
          {"start": "next Tuesday"}           | start property is wrong,start must be a valid ISO 8601 date string
          {"start": 7}                        | start property is wrong,start must be a string
          {"frob": 1}                         | frob property is wrong,property frob should not exist
          {"attendee": null}                  | attendee property is wrong,attendee should not be null or undefined
          {"attendee": "Ann"}                 | attendee property is wrong,attendee must be an object
          {"eventTypeId": null}               | eventTypeId or eventTypeSlug + username property is wrong
          {"eventTypeId": "2"}                | eventTypeId property is wrong,eventTypeId must be an integer number
          {"lengthInMinutes": 0}              | lengthInMinutes property is wrong,lengthInMinutes must not be less than 1
          {"lengthInMinutes": 45}             | Can't specify 'lengthInMinutes' because event type does not have multiple possible lengths
          {"guests": "bob@example.com"}       | guests property is wrong,guests must be an array
          {"guests": [7]}                     | guests property is wrong,each value in guests must be a string
          {"metadata": "x"}                   | metadata property is wrong,metadata must be an object
          {"metadata": {"a": {"b": 1}}}       | metadata property is wrong,Metadata must have at most 50 keys
          {"location": {"type": "moon"}}      | location property is wrong, type property is wrong,type must be one of the following values: address
          {"location": {"type": "attendeePhone"}} | location property is wrong, phone property is wrong,phone must be a string
          """)
  void what_does_not_fit_the_schema_is_refused_by_name(String change, String message) {
    ObjectNode booking = Caller.booking(Caller.TUESDAY);
    booking.setAll(Jsons.parseObject(change));
    var heard = caller.book(booking);
    assertThat(heard.status()).isEqualTo(400);
    assertThat(heard.message()).startsWith(message);
    assertThat(caller.get("/_control/effects").text()).isEqualTo("[]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"name": null}                | name property is wrong,name must be a string
          {"name": " "}                 | name property is wrong,name should not be empty
          {"email": "ann at example"}   | email property is wrong,Invalid email format
          {"timeZone": null}            | timeZone property is wrong,timeZone must be a valid IANA time-zone
          {"timeZone": "+07:00"}        | timeZone property is wrong,timeZone must be a valid IANA time-zone
          {"language": "xx"}            | language property is wrong,language must be one of the following values: ar
          {"phoneNumber": "0812345678"} | phoneNumber property is wrong,Invalid phone number format.
          {"email": null}               | attendee email or phone property is wrong,Attendee must have at least one contact method
          {"mail": "ann@example.com"}   | mail property is wrong,property mail should not exist
          """)
  void X17_an_attendee_without_zone_name_or_address_is_refused(String change, String message) {
    ObjectNode booking = Caller.booking(Caller.TUESDAY);
    ((ObjectNode) booking.path("attendee")).setAll(Jsons.parseObject(change));
    var heard = caller.book(booking);
    assertThat(heard.status()).isEqualTo(400);
    assertThat(heard.message()).startsWith("attendee property is wrong, " + message);
  }

  @Test
  void an_attendee_with_a_phone_alone_lacks_the_address_that_the_event_type_asks_for() {
    ObjectNode booking = Caller.booking(Caller.TUESDAY);
    ((ObjectNode) booking.path("attendee")).put("phoneNumber", "+66812345678").remove("email");
    assertThat(caller.book(booking).message()).contains("{email}error_required_field");
  }

  @Test
  void all_problems_are_named_at_once() {
    var heard = caller.book(Jsons.object().put("frob", 1));
    assertThat(heard.message())
        .contains("start property", "attendee property", "eventTypeId or", "frob property");
  }

  @Test
  void metadata_has_limits() {
    for (var limit :
        new int[][] {
          {50, 40, 500, 201}, {51, 40, 500, 400}, {50, 41, 500, 400}, {50, 40, 501, 400}
        }) {
      ObjectNode booking = Caller.booking(Caller.TUESDAY);
      ObjectNode metadata = booking.putObject("metadata");
      for (int i = 0; i < limit[0]; i++) {
        metadata.put("k".repeat(limit[1] - 2) + (10 + i), "v".repeat(limit[2]));
      }
      assertThat(new Caller().book(booking).status()).isEqualTo(limit[3]);
    }
  }

  @Test
  void numbers_and_truths_in_metadata_come_back_as_they_were() {
    ObjectNode booking = Caller.booking(Caller.TUESDAY);
    booking.putObject("metadata").put("n", 7).put("yes", true);
    assertThat(caller.book(booking).data().path("metadata")).isEqualTo(booking.path("metadata"));
    assertThat(caller.effects("booking", "ann@example.com")).as("without idem").isEqualTo(1);
  }

  @Test
  void an_event_type_is_named_by_id_or_by_slug_and_username() {
    ObjectNode booking = Caller.booking(Caller.TUESDAY);
    booking.remove("eventTypeId");
    booking.put("eventTypeSlug", "60min").put("username", "demo");
    assertThat(caller.book(booking).data().path("duration").asInt()).isEqualTo(60);

    booking.put("eventTypeSlug", "90min");
    var heard = caller.book(booking);
    assertThat(heard.status()).isEqualTo(404);
    assertThat(heard.message())
        .isEqualTo("Event type with slug 90min belonging to user demo not found.");
    heard = caller.book(Caller.booking(Caller.TUESDAY).put("eventTypeId", 77));
    assertThat(heard.status()).isEqualTo(404);
    assertThat(heard.message()).isEqualTo("Event type with id 77 not found.");
  }

  @Test
  void a_booking_has_the_location_guests_and_answers_that_it_was_made_with() {
    ObjectNode booking = Caller.booking(Caller.TUESDAY);
    booking.putObject("location").put("type", "attendeePhone").put("phone", "+66812345678");
    booking.putArray("guests").add("bob@example.com");
    booking.putObject("bookingFieldsResponses").put("why", "to talk");
    JsonNode made = caller.book(booking).data();
    assertThat(made.path("location").asString("")).isEqualTo("+66812345678");
    assertThat(made.path("guests").path(0).asString("")).isEqualTo("bob@example.com");
    assertThat(made.path("bookingFieldsResponses").path("why").asString("")).isEqualTo("to talk");
  }

  @Test
  void a_reset_forgets_everything() {
    String uid = caller.book(Caller.TUESDAY).uid();
    caller.send("POST", "/_control/reset", "");
    assertThat(caller.get("/v2/bookings/" + uid).status()).isEqualTo(404);
    assertThat(caller.get("/_control/effects").text()).isEqualTo("[]");
    assertThat(caller.book(Caller.TUESDAY).status()).isEqualTo(201);
  }

  @Test
  void beyond_ten_thousand_the_oldest_is_forgotten() {
    String first = "";
    for (int i = 0; i <= 10_000; i++) {
      String uid = caller.book(Caller.TUESDAY).uid();
      caller.send("POST", "/v2/bookings/" + uid + "/cancel", "");
      if (i == 0) first = uid;
      if (i == 9_999) assertThat(caller.get("/v2/bookings/" + first).status()).isEqualTo(200);
    }
    assertThat(caller.get("/v2/bookings/" + first).status()).isEqualTo(404);
  }
}
