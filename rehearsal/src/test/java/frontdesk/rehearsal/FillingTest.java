package frontdesk.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.conversation.Json;
import frontdesk.json.Jsons;
import frontdesk.tool.ToolSpec;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FillingTest {
  private static final ToolSpec HOTEL =
      ToolSpec.look(
          "find_hotel",
          "Finds a hotel in a city.",
          new Json(
              """
              {"type": "object", "properties": {
                "city": {"type": "string", "description": "Where the hotel is"},
                "check_in_date": {"type": "string", "description": "Day of arrival"},
                "check_out_date": {"type": "string", "description": "Day of departure"},
                "guests": {"type": "integer", "minimum": 1, "maximum": 9, "description": "Number of people"},
                "stars": {"type": "string", "enum": ["1", "2", "3", "4", "5"]},
                "price": {"type": "string", "enum": ["cheap", "moderate", "expensive"]},
                "pets_allowed": {"type": "boolean", "description": "Whether pets may come along"},
                "phone": {"type": "string"},
                "website": {"type": "string", "format": "uri"}}}
              """),
          Duration.ofSeconds(1));

  private static String read(ToolSpec tool, String line) {
    return Hearing.of(Conversed.with(tool).customer(line).request()).arguments().text();
  }

  private static void assertRead(ToolSpec tool, String line, String expected) {
    assertThat(Jsons.parse(read(tool, line))).as(line).isEqualTo(Jsons.parse(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "book a 30 minute meeting next Tuesday at 2pm|{\"date\":\"2026-12-01\",\"time\":\"14:00\",\"duration_minutes\":30}",
        "My name is Ann Lee, ann@example.com, book tomorrow 3pm about pricing|{\"name\":\"Ann Lee\",\"email\":\"ann@example.com\",\"date\":\"2026-11-26\",\"time\":\"15:00\",\"topic\":\"pricing\"}",
        "Book a call for Bob Stone (bob@x.org) on 2 December at 14:00 for 45 minutes, topic: budget|{\"name\":\"Bob Stone\",\"email\":\"bob@x.org\",\"date\":\"2026-12-02\",\"time\":\"14:00\",\"duration_minutes\":45,\"topic\":\"budget\"}",
        "ผมชื่อสมชาย อีเมล somchai@example.com ขอจองพรุ่งนี้ 14:00|{\"name\":\"สมชาย\",\"email\":\"somchai@example.com\",\"date\":\"2026-11-26\",\"time\":\"14:00\"}",
        "ขอนัดประชุมพรุ่งนี้บ่ายสอง|{\"date\":\"2026-11-26\",\"time\":\"14:00\"}",
        "please book tomorrow at 10:00 Europe/Budapest|{\"date\":\"2026-11-26\",\"time\":\"10:00\",\"zone\":\"Europe/Budapest\"}"
      })
  void a_meeting_is_read_by_the_kinds_of_its_arguments(String line, String expected) {
    assertRead(Meetings.BOOK, line, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "find a hotel in Chiang Mai from 3 December to 5 December for 2 people|{\"city\":\"Chiang Mai\",\"check_in_date\":\"2026-12-03\",\"check_out_date\":\"2026-12-05\",\"guests\":2}",
        "I need a cheap hotel near Bristol|{\"city\":\"Bristol\",\"price\":\"cheap\"}",
        "find an affordable hotel in Oslo where pets are allowed|{\"city\":\"Oslo\",\"price\":\"cheap\",\"pets_allowed\":true}",
        "find a hotel in Oslo without pets, call me at +66 81 234 5678|{\"city\":\"Oslo\",\"pets_allowed\":false,\"phone\":\"+66 81 234 5678\"}",
        "find a hotel with 4 stars in Rome|{\"city\":\"Rome\",\"stars\":\"4\"}",
        "find the hotel of https://hotel.example/a for twenty people|{\"website\":\"https://hotel.example/a\"}"
      })
  void another_tool_needs_no_rules_of_its_own(String line, String expected) {
    assertRead(HOTEL, line, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ชื่อ มานี มานะ อีเมล manee@example.com|มานี มานะ",
        "ผมชื่อมานะครับ|มานะ",
        "ชื่อ ชนะ ใจดี|ชนะ ใจดี",
        "ชื่อสมชายนะครับ|สมชาย",
        "ชื่อสมชาย นะคะ|สมชาย",
        "ชื่อแอนนะคะ|แอน"
      })
  void a_thai_name_keeps_its_last_syllable(String line, String name) {
    assertThat(
            Jsons.parse(read(Meetings.BOOK, "ขอนัดพรุ่งนี้บ่ายสอง " + line))
                .path("name")
                .asString(""))
        .isEqualTo(name);
  }

  @Test
  void an_address_is_no_date_and_no_number() {
    assertRead(
        Meetings.BOOK, "book it for may.12@example.com", "{\"email\":\"may.12@example.com\"}");
  }

  @Test
  void T09_what_is_ambiguous_is_left_out_and_the_rest_is_used() {
    assertRead(Meetings.BOOK, "book a meeting tomorrow at 2", "{\"date\":\"2026-11-26\"}");
  }

  @Test
  void a_value_that_does_not_fit_its_schema_is_left_out() {
    assertRead(Meetings.BOOK, "book a meeting of 12 hours tomorrow", "{\"date\":\"2026-11-26\"}");
  }
}
