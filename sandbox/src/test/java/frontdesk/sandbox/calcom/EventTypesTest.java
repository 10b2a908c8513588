package frontdesk.sandbox.calcom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The kinds of meetings, and who the host is.
class EventTypesTest {
  private static final String TYPES = "/v2/event-types";

  private final Caller caller = new Caller("Asia/Bangkok", 1);

  @Test
  void there_are_three_at_the_start() {
    JsonNode types = caller.get(TYPES).data();
    assertThat(types.values().stream().map(t -> t.path("lengthInMinutes").asInt()))
        .containsExactly(15, 30, 60);
    JsonNode half = types.path(1);
    assertThat(half.path("slug").asString("")).isEqualTo("30min");
    assertThat(half.path("minimumBookingNotice").asInt()).isEqualTo(120);
    assertThat(half.path("hidden").asBoolean(true)).isFalse();
  }

  @Test
  void another_one_can_be_made_and_booked() {
    var made =
        caller.send(
            "POST",
            TYPES,
            """
            {"title": "Talk", "slug": "talk", "lengthInMinutes": 45, "minimumBookingNotice": 0,
             "lengthInMinutesOptions": [45, 90]}
            """);
    assertThat(made.status()).isEqualTo(201);
    assertThat(caller.effects("event_type", "talk")).isEqualTo(1);
    ObjectNode booking = Caller.booking("2026-11-20T08:00:00Z");
    booking.put("eventTypeId", made.data().path("id").asInt()).put("lengthInMinutes", 90);
    assertThat(caller.book(booking).data().path("duration").asInt()).isEqualTo(90);
    assertThat(caller.book(booking.put("lengthInMinutes", 60)).message())
        .startsWith("Provided 'lengthInMinutes' is not one of the possible lengths");
    assertThat(caller.get(TYPES + "?username=demo&eventSlug=talk").data()).hasSize(1);
  }

  @Test
  void X17_a_hidden_one_is_shown_to_its_owner_only() {
    caller.send(
        "POST",
        TYPES,
        "{\"title\": \"Board\", \"slug\": \"board\", \"lengthInMinutes\": 30, \"hidden\": true}");
    JsonNode own = caller.get(TYPES).data();
    assertThat(own).hasSize(4);
    assertThat(own.path(3).path("hidden").asBoolean(false)).isTrue();
    String path = TYPES + "?username=demo";
    assertThat(caller.send("GET", path, "2024-06-14", "", "").data()).hasSize(3);
    assertThat(caller.send("GET", TYPES, "2024-06-14", "", "").status()).isEqualTo(401);
    assertThat(caller.get(TYPES + "?username=nobody").data()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                               | title property is wrong
          {"title": "T", "slug": "t"}                                      | lengthInMinutes property is wrong
          {"title": "T", "slug": "t", "lengthInMinutes": "long"}           | lengthInMinutes property is wrong
          {"title": "T", "slug": "t", "lengthInMinutes": 5, "length": 5}   | length property is wrong,property length should not exist
          {"title": "T", "slug": "t", "lengthInMinutes": 5, "hidden": "x"} | hidden property is wrong
          {"title": "T", "slug": "t", "lengthInMinutes": 5, "lengthInMinutesOptions": [0]} | lengthInMinutesOptions property is wrong
          {"title": "T", "slug": "30min", "lengthInMinutes": 5}            | User already has an event type with this slug.
          """)
  void what_does_not_fit_is_not_made(String body, String message) {
    var heard = caller.send("POST", TYPES, body);
    assertThat(heard.status()).isEqualTo(400);
    assertThat(heard.message()).startsWith(message);
    assertThat(caller.get(TYPES).data()).hasSize(3);
  }

  @Test
  void there_are_at_most_a_hundred() {
    for (int i = 3; i <= 100; i++) {
      String body = "{\"title\": \"T\", \"slug\": \"t%d\", \"lengthInMinutes\": 5}".formatted(i);
      assertThat(caller.send("POST", TYPES, body).status()).isEqualTo(i < 100 ? 201 : 400);
    }
    caller.send("POST", "/_control/reset", "");
    assertThat(caller.get(TYPES).data()).hasSize(3);
  }

  @Test
  void a_slug_needs_its_username() {
    assertThat(caller.get(TYPES + "?eventSlug=30min").status()).isEqualTo(400);
  }

  @Test
  void the_host_is_told_with_the_zone() {
    JsonNode me = caller.get("/v2/me").data();
    assertThat(
            List.of(
                me.path("username").asString(""),
                me.path("email").asString(""),
                me.path("timeZone").asString("")))
        .containsExactly("demo", "host@example.com", "Asia/Bangkok");
  }
}
