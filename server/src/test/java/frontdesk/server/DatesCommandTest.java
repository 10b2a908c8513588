package frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DatesCommandTest {
  private final Shell shell = new Shell();

  private Shell.Ran dates(String lines, String zone, String now, String locale) {
    return shell.piped(lines, "dates", "--zone", zone, "--now", now, "--locale", locale);
  }

  @Test
  void T09_C10_each_phrase_is_one_line_of_json() {
    var ran =
        dates(
            "next Tuesday at 2pm\nat 2 tomorrow\nhello\n30 minutes\nTuesday afternoon\n",
            "Asia/Bangkok",
            "2026-11-25T03:00:00Z",
            "en");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.lines())
        .containsExactly(
            "{\"kind\":\"resolved\",\"values\":[\"2026-12-01T14:00:00+07:00\"],\"reason\":\"\"}",
            "{\"kind\":\"ask\",\"values\":[\"2026-11-26T02:00:00+07:00\",\"2026-11-26T14:00:00+07:00\"],"
                + "\"reason\":\"in the morning or in the afternoon?\"}",
            "{\"kind\":\"none\",\"values\":[],\"reason\":\"\"}",
            "{\"kind\":\"resolved\",\"values\":[\"PT30M\"],\"reason\":\"\"}",
            "{\"kind\":\"resolved\",\"values\":[\"2026-12-01T12:00:00+07:00\",\"2026-12-01T18:00:00+07:00\"],"
                + "\"reason\":\"\"}");
  }

  @Test
  void T09_thai_phrases_are_read_and_asked_in_thai() {
    var ran =
        dates(
            "วันศุกร์หน้าบ่ายสอง\nพรุ่งนี้สี่โมง\n",
            "Asia/Bangkok",
            "2026-11-25T10:00:00+07:00",
            "th");
    assertThat(ran.lines())
        .containsExactly(
            "{\"kind\":\"resolved\",\"values\":[\"2026-12-04T14:00:00+07:00\"],\"reason\":\"\"}",
            "{\"kind\":\"ask\",\"values\":[\"2026-11-26T10:00:00+07:00\",\"2026-11-26T16:00:00+07:00\"],"
                + "\"reason\":\"ช่วงเช้าหรือช่วงบ่าย\"}");
  }

  @Test
  void wrong_settings_are_one_line_each_that_names_the_fix() {
    var ran = dates("today\n", "Mars/Olympus", "now", "en");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.errors())
        .containsExactly(
            "--zone: must be an IANA zone such as Asia/Bangkok",
            "--now: must be a time with its offset such as 2026-11-23T09:00:00Z");
    assertThat(shell.run("dates", "--zone", "UTC").code()).isEqualTo(2);
  }
}
