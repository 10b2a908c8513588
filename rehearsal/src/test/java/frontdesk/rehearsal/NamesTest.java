package frontdesk.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  private static Conversed asked(String answer) {
    String known = "{\"date\":\"2026-11-26\",\"time\":\"15:00\",\"email\":\"ann@example.com\"}";
    return Conversed.aboutMeetings()
        .assistant("Hi.")
        .customer("book tomorrow at 3pm, ann@example.com")
        .called(
            "book_meeting",
            known,
            "{\"error\":\"arguments are missing or invalid\",\"missing\":[\"name\"],\"invalid\":{}}")
        .waiting("book_meeting", known, "name")
        .assistant("What name should I put the meeting under?", "name")
        .customer(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "talk to a human",
        "you idiot",
        "none of your business",
        "can I bring my dog",
        "i am late",
        "I'd rather not say",
        "robert'); drop table",
        "hm",
        "ขอคุยกับเจ้าหน้าที่",
        "ไม่บอกค่ะ"
      })
  void a_sentence_is_no_answer_to_a_question_for_a_name(String answer) {
    assertThat(asked(answer).says()).doesNotContain("\"name\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ann lee|ann lee",
        "Ann Lee.|Ann Lee",
        "O'Brien, Seán|O'Brien, Seán",
        "Will Smith|Will Smith",
        "it's Tuesday Weld|Tuesday Weld",
        "I am May Brown|May Brown"
      })
  void what_may_be_a_name_is_one(String answer, String name) {
    assertThat(asked(answer).says()).isEqualTo("book_meeting {\"name\":\"" + name + "\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "book 30 minutes on Thursday 3pm, Ann Lee, ann@example.com",
        "book tomorrow 3pm, ann@example.com, Ann Lee.",
        "book tomorrow 3pm. name: Ann Lee. email: ann@example.com"
      })
  void whose_address_it_is_stands_beside_it(String line) {
    assertThat(Conversed.aboutMeetings().assistant("Hi.").customer(line).says())
        .contains("\"name\":\"Ann Lee\"", "\"email\":\"ann@example.com\"");
  }
}
