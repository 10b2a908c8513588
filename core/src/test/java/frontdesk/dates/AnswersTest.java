package frontdesk.dates;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.dates.Reading.Asked;
import frontdesk.dates.Reading.Resolved;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What was asked about is answered by its day, time, half of the day, or place, and by nothing
/// else.
class AnswersTest {
  private static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z"); // a Wednesday, 10:00
  private static final Context CONTEXT = Context.in(ZoneId.of("Asia/Bangkok"), NOW, Locale.ENGLISH);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tomorrow at 2      | in the afternoon       | 2026-11-26T14:00
          tomorrow at 2      | afternoon, please      | 2026-11-26T14:00
          tomorrow at 2      | pm                     | 2026-11-26T14:00
          tomorrow at 2      | P.M.                   | 2026-11-26T14:00
          tomorrow at 2      | 2pm                    | 2026-11-26T14:00
          tomorrow at 2      | 14:00                  | 2026-11-26T14:00
          tomorrow at 2      | morning                | 2026-11-26T02:00
          tomorrow at 2      | the second             | 2026-11-26T14:00
          tomorrow at 2      | the second one, please | 2026-11-26T14:00
          tomorrow at 2      | the latter             | 2026-11-26T14:00
          tomorrow at 2      | the earlier one        | 2026-11-26T02:00
          next Friday        | the 27th               | 2026-11-27
          next Friday        | 4 December             | 2026-12-04
          next Friday        | this Friday            | 2026-11-27
          05/03/2027         | 5 March                | 2027-03-05
          05/03/2027         | day first              | 2027-03-05
          05/03/2027         | the month comes first  | 2027-05-03
          05/03/2027         | the first              | 2027-03-05
          around 3pm         | yes, exactly           | 15:00
          tomorrow about 3pm | ok                     | 2026-11-26T15:00
          """)
  void an_answer_picks_what_it_says(String line, String answer, String meaning) {
    assertThat(answered(line, answer)).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          พรุ่งนี้สองโมง      | บ่ายค่ะ         | 2026-11-26T14:00
          พรุ่งนี้สองโมง      | ตอนบ่าย        | 2026-11-26T14:00
          พรุ่งนี้สองโมง      | บ่ายสอง        | 2026-11-26T14:00
          พรุ่งนี้หกโมง       | ตอนเช้าครับ    | 2026-11-26T06:00
          พรุ่งนี้หกโมง       | เย็น           | 2026-11-26T18:00
          พรุ่งนี้หกโมง       | อันที่สอง       | 2026-11-26T18:00
          พรุ่งนี้หกโมง       | อันแรกค่ะ      | 2026-11-26T06:00
          วันพุธ             | วันนี้          | 2026-11-25
          วันพุธ             | พุธหน้า        | 2026-12-02
          วันที่ 05/03/2027  | 5 มีนาคมค่ะ    | 2027-03-05
          วันที่ 05/03/2027  | เดือนขึ้นก่อน   | 2027-05-03
          พรุ่งนี้ประมาณบ่ายสาม | ใช่ค่ะ         | 2026-11-26T15:00
          """)
  void an_answer_in_thai_picks_what_it_says(String line, String answer, String meaning) {
    assertThat(answered(line, answer)).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tomorrow at 2    | yes
          tomorrow at 2    | tomorrow
          tomorrow at 2    | at 3 in the afternoon
          tomorrow at 2    | 3 pm
          tomorrow at 2    | not in the afternoon
          tomorrow at 2    | good morning!
          tomorrow at 2    | I am Ann
          tomorrow at 2    | morning or afternoon, I don't mind
          tomorrow at 2    | neither
          next Friday      | Friday
          next Friday      | the first of December
          next Friday      | 1st December
          05/03/2027       | my first name is Ann
          05/03/2027       | I will tell you later
          05/03/2027       | one second, please
          around 3pm       | no
          around 3pm       | yes, but at 4pm
          พรุ่งนี้สองโมง    | ค่ะ
          พรุ่งนี้สองโมง    | ไม่ใช่บ่าย
          พรุ่งนี้สองโมง    | บ่ายสาม
          พรุ่งนี้หกโมง     | สวัสดีตอนเช้าค่ะ
          พรุ่งนี้ประมาณบ่ายสาม | ไม่ใช่ค่ะ
          """)
  void what_answers_something_else_picks_nothing(String line, String answer) {
    assertThat(answered(line, answer)).isEqualTo("-");
  }

  private static String answered(String line, String answer) {
    Asked asked = (Asked) Dates.read(line, CONTEXT);
    return Dates.answered(asked, answer, CONTEXT) instanceof Resolved(When when, _, _)
        ? written(when)
        : "-";
  }

  private static String written(When when) {
    return switch (when) {
      case When.Moment(var at) -> at.toLocalDateTime().toString();
      case When.Clock(var time, _) -> time.toString();
      case When.Day(var date, _) -> date.toString();
      case When.Window window -> window.toString();
      case When.Length length -> length.toString();
    };
  }
}
