package frontdesk.adapters.calcom;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.conversation.Outcome;
import frontdesk.json.Jsons;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class FindFreeTimesTest {
  private final Desk desk = new Desk();
  private final Customer ann = desk.visitor("ann");

  @Test
  void tells_a_day_on_the_customers_clock() {
    desk.elsewhere("2026-11-24T11:00:00Z", "bob@example.com");
    JsonNode told = found(ann.in("Asia/Bangkok"), "date", "2026-11-24");
    assertThat(told.path("text").asString())
        .isEqualTo(
            """
            Free starts for a meeting of 30 minutes, every 30 minutes where a range stands (Asia/Bangkok, UTC+7):
            Tuesday, 24 November 2026: 00:00, 00:30, 16:00–17:30, 18:30–23:30""");
    JsonNode day = told.path("days").path(0);
    assertThat(told.path("days")).hasSize(1);
    assertThat(day.path("date").asString()).isEqualTo("2026-11-24");
    assertThat(day.path("weekday").asString()).isEqualTo("Tuesday");
    assertThat(times(day)).contains("00:30", "16:00").doesNotContain("18:00").hasSize(17);
    assertThat(told.path("zone").asString()).isEqualTo("Asia/Bangkok");
  }

  @Test
  void without_a_date_it_tells_the_next_three_days_and_nothing_too_soon() {
    JsonNode told = found(ann, "duration_minutes", "60");
    assertThat(told.path("text").asString())
        .isEqualTo(
            """
            Free starts for a meeting of 60 minutes, every 60 minutes where a range stands (UTC):
            Friday, 20 November 2026: 10:00–17:00
            Saturday, 21 November 2026: 09:00–17:00
            Sunday, 22 November 2026: 09:00–17:00""");
    assertThat(told.path("duration_minutes").asInt()).isEqualTo(60);
  }

  @Test
  void a_day_that_is_full_tells_the_next_ones() {
    for (int hour = 9; hour < 18; hour++) {
      desk.elsewhere("2026-11-24T%02d:00:00Z".formatted(hour), "bob@example.com");
      desk.elsewhere("2026-11-24T%02d:30:00Z".formatted(hour), "bob@example.com");
    }
    JsonNode told = found(ann, "date", "2026-11-24");
    assertThat(told.path("text").asString())
        .startsWith("Nothing is free on Tuesday, 24 November 2026. The next free times:\n")
        .contains("Wednesday, 25 November 2026: 09:00–17:30");
    assertThat(told.path("days").path(0).path("date").asString()).isEqualTo("2026-11-25");
  }

  @Test
  void a_zone_that_the_customer_named_counts() {
    JsonNode told = found(ann, "date", "2026-11-24", "zone", "America/New_York");
    assertThat(told.path("text").asString())
        .endsWith("Tuesday, 24 November 2026: 04:00–12:30")
        .contains("(America/New_York, UTC-5)");
  }

  @Test
  void in_Thai() {
    JsonNode told = found(ann.speaking("th").in("Asia/Bangkok"), "date", "2026-11-24");
    assertThat(told.path("text").asString())
        .isEqualTo(
            """
            เวลาเริ่มที่ว่างสำหรับนัดหมาย 30 นาที (ช่วงเวลาหมายถึงเริ่มได้ทุก 30 นาที, เขตเวลา Asia/Bangkok, UTC+7):
            วันอังคารที่ 24 พฤศจิกายน พ.ศ. 2569 (ค.ศ. 2026): 00:00, 00:30, 16:00–23:30""");
  }

  @Test
  void a_day_in_the_past_and_a_length_that_there_is_not_are_asked_for() {
    assertThat(ann.look("find_free_times", "date", "2026-11-19"))
        .isInstanceOfSatisfying(
            Outcome.NeedsInput.class,
            needs ->
                assertThat(needs.invalid())
                    .containsEntry("date", "Thursday, 19 November 2026 is in the past."));
    assertThat(ann.look("find_free_times", "duration_minutes", "45"))
        .isInstanceOfSatisfying(
            Outcome.NeedsInput.class, needs -> assertThat(needs.offers()).hasSize(3));
  }

  @Test
  void T10_a_night_of_two_hours_alike_tells_both_once_in_the_data() {
    var night = new Desk("Pacific/Auckland", Desk.KEY, false);
    night.now = Instant.parse("2027-10-20T08:00:00Z");
    JsonNode told = found(night.visitor("eve").in("Europe/Budapest"), "date", "2027-10-31");
    assertThat(times(told.path("days").path(0))).doesNotHaveDuplicates().contains("02:30");
  }

  @Test
  void X17_times_of_a_hidden_kind_are_not_told() {
    ObjectNode hidden = Jsons.object().put("title", "Secret").put("slug", "secret");
    desk.host("POST", "/v2/event-types", hidden.put("lengthInMinutes", 45).put("hidden", true));
    assertThat(ann.look("find_free_times", "duration_minutes", "45"))
        .isInstanceOf(Outcome.NeedsInput.class);
  }

  @Test
  void event_types_are_asked_for_once_a_minute() {
    found(ann);
    found(ann);
    assertThat(typesAsked()).isEqualTo(1);
    desk.now = desk.now.plusSeconds(60);
    found(ann);
    assertThat(typesAsked()).isEqualTo(2);
  }

  private long typesAsked() {
    return desk.asked.stream().filter(r -> r.path().equals("/v2/event-types")).count();
  }

  private static JsonNode found(Customer customer, String... arguments) {
    return Customer.done(customer.look("find_free_times", arguments));
  }

  private static List<String> times(JsonNode day) {
    return day.path("times").valueStream().map(JsonNode::asString).toList();
  }
}
