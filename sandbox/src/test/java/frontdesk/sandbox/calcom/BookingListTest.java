package frontdesk.sandbox.calcom;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.json.Jsons;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The list of bookings with its filters, orders and pages, over six bookings: `past` (ended),
/// `gone` (cancelled), `left` (moved away), `moved` (where to), `early` (60 minutes, of Bob+1),
/// `late`.
class BookingListTest {
  private final Caller caller = new Caller();
  private final Map<String, String> names = new HashMap<>();

  @BeforeEach
  void book() {
    named("past", caller.book("2026-11-20T10:00:00Z").uid());
    caller.wait(Duration.ofHours(1));
    String gone = named("gone", caller.book("2026-11-21T10:00:00Z").uid());
    caller.send("POST", "/v2/bookings/" + gone + "/cancel", "");
    caller.wait(Duration.ofHours(1));
    String left = named("left", caller.book("2026-11-23T10:00:00Z").uid());
    caller.wait(Duration.ofHours(1));
    named("late", caller.book("2026-11-26T10:00:00Z").uid());
    ObjectNode early = Caller.booking("2026-11-22T10:00:00Z").put("eventTypeId", 3);
    ((ObjectNode) early.path("attendee")).put("name", "Bob").put("email", "Bob+1@example.com");
    named("early", caller.book(early).uid());
    ObjectNode to = Jsons.object().put("start", "2026-11-24T10:00:00Z");
    named("moved", caller.post("/v2/bookings/" + left + "/reschedule", to).uid());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          ''                                          | past gone early left moved late
          status=upcoming                             | early moved late
          status=past                                 | past
          status=cancelled                            | gone left
          status=past,upcoming                        | past early moved late
          status=past&status=upcoming                 | past early moved late
          status=unconfirmed                          | ''
          status=recurring                            | ''
          attendeeEmail=bob%2B1@example.com           | early
          attendeeEmail=bob+1@example.com             | early
          attendeeEmail=nobody@example.com            | ''
          attendeeEmail=                              | past gone early left moved late
          attendeeName=Bob                            | early
          eventTypeId=3                               | early
          eventTypeIds=3,1                            | early
          eventTypeIds=3&eventTypeId=2                | early
          afterStart=2026-11-24T10:00:00Z             | moved late
          beforeEnd=2026-11-20T10:30:00Z              | past
          afterStart=2026-11-22&beforeEnd=2026-11-23  | early
          afterCreatedAt=2026-11-20T11:00:00Z         | early moved late
          beforeCreatedAt=2026-11-20T08:00:00Z        | past
          afterUpdatedAt=2026-11-20T11:00:00Z         | early left moved late
          beforeUpdatedAt=2026-11-20T09:00:00Z        | past gone
          sortStart=desc                              | late moved left early gone past
          sortEnd=asc                                 | past gone early left moved late
          sortCreated=desc&status=upcoming            | late early moved
          sortUpdatedAt=asc&status=cancelled          | gone left
          sortStart=asc&sortEnd=desc&status=cancelled | gone left
          take=2                                      | past gone
          take=2&skip=3                               | left moved
          skip=99                                     | ''
          attendeEmail=bob@example.com                | past gone early left moved late
          """)
  void a_list_is_what_its_filters_leave_in_the_order_asked_for(String query, String expected) {
    var heard = caller.get("/v2/bookings?" + query);
    assertThat(heard.status()).as(heard.text()).isEqualTo(200);
    assertThat(shown(heard.data())).isEqualTo(expected);
  }

  @Test
  void one_uid_finds_one_booking() {
    String late = uid("late");
    assertThat(shown(caller.get("/v2/bookings?bookingUid=" + late).data())).isEqualTo("late");
  }

  @ParameterizedTest
  @CsvSource({
    "take=2,          6 4 2 2 1 3 true false",
    "take=2&skip=2,   6 2 2 2 2 3 true true",
    "take=2&skip=4,   6 0 2 2 3 3 false true",
    "skip=99,         6 0 0 100 1 1 false true",
    "status=recurring,0 0 0 100 1 0 false false",
  })
  void pages_tell_what_is_left(String query, String expected) {
    JsonNode pages = caller.get("/v2/bookings?" + query).json().path("pagination");
    List<String> names =
        List.of(
            "totalItems",
            "remainingItems",
            "returnedItems",
            "itemsPerPage",
            "currentPage",
            "totalPages",
            "hasNextPage",
            "hasPreviousPage");
    assertThat(names.stream().map(n -> pages.path(n).asString()).collect(Collectors.joining(" ")))
        .isEqualTo(expected.strip());
  }

  @ParameterizedTest
  @CsvSource({
    "status=accepted,         Invalid status.",
    "take=251,                take must not be greater than 250",
    "take=0,                  take must not be less than 1",
    "skip=-1,                 skip must not be less than 0",
    "take=some,               take must be an integer number",
    "eventTypeIds=one,        each value in eventTypeIds must be a number",
    "afterStart=tomorrow,     afterStart must be a valid ISO 8601 date string",
    "sortStart=up,            sortStart must be one of the following values: asc",
  })
  void a_filter_that_cannot_be_used_is_refused(String query, String message) {
    var heard = caller.get("/v2/bookings?" + query);
    assertThat(heard.status()).isEqualTo(400);
    assertThat(heard.message()).contains(message);
  }

  private String named(String name, String uid) {
    names.put(uid, name);
    return uid;
  }

  private String uid(String name) {
    return names.entrySet().stream()
        .filter(entry -> entry.getValue().equals(name))
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  private String shown(JsonNode list) {
    return list.values().stream()
        .map(booking -> names.getOrDefault(booking.path("uid").asString(""), "?"))
        .collect(Collectors.joining(" "));
  }
}
