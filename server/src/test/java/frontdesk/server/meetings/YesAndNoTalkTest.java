package frontdesk.server.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Limits;
import frontdesk.rehearsal.RehearsalModel;
import frontdesk.server.meetings.MeetingsServer.Talk;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What customers of the keyless model answer to a preview, beside a plain yes.
class YesAndNoTalkTest {
  private static final String ASKS = "Shall I do this?";
  private static final String NOTHING = "All right, nothing is done.";
  private static final int LOOKS = 2 * Limits.DEFAULT.attempts();

  @TempDir Path data;

  private MeetingsServer server;
  private Talk talk;

  @BeforeEach
  void start() {
    server = MeetingsServer.start(data, new RehearsalModel());
    talk = server.talk();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void asked() {
    talk.say("book a 30 minute meeting next Tuesday at 2pm");
    assertThat(talk.say("Ann Lee, ann@example.com")).startsWith("Book a meeting").contains(ASKS);
  }

  private void booked() {
    asked();
    assertThat(talk.say("yes")).startsWith("Your meeting is booked");
  }

  private void bookedInThai() {
    talk.say("ขอนัดประชุม ๓๐ นาที วันอังคารหน้าบ่ายสอง");
    talk.say("ชื่อสมชาย ใจดี");
    talk.say("somchai@example.com");
    assertThat(talk.say("ใช่")).startsWith("จองนัดหมายเรียบร้อยแล้วค่ะ");
  }

  private void nothingWasChanged() {
    assertThat(server.provider().count("cancel")).isZero();
    assertThat(server.provider().count("reschedule")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancel it", "move it to 3pm"})
  void a_no_to_a_preview_is_taken_and_a_later_yes_does_nothing(String wish) {
    booked();
    assertThat(talk.say(wish)).contains(ASKS);
    assertThat(talk.say("no")).isEqualTo(NOTHING);
    for (String later : List.of("I said no", "never mind", "yes", "no", "yes")) {
      assertThat(talk.say(later)).as(later).startsWith("All right").doesNotContain(ASKS);
    }
    nothingWasChanged();
  }

  @ParameterizedTest
  @CsvSource({
    "ยกเลิกนัด,ไม่ใช่",
    "ยกเลิกนัด,ไม่เอาแล้ว",
    "เลื่อนเป็นบ่ายสาม,ไม่",
    "เลื่อนเป็นบ่ายสาม,ไม่เป็นไร"
  })
  void a_no_is_taken_in_thai(String wish, String no) {
    bookedInThai();
    assertThat(talk.say(wish)).contains("ยืนยัน");
    assertThat(talk.say(no)).isEqualTo("รับทราบค่ะ ยังไม่ได้ดำเนินการใด ๆ ค่ะ");
    assertThat(talk.say("ไม่เอาแล้ว")).startsWith("รับทราบค่ะ").doesNotContain("ยืนยัน");
    assertThat(talk.say("ใช่")).startsWith("รับทราบค่ะ").doesNotContain("ยืนยัน");
    nothingWasChanged();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "don't cancel it",
        "keep it",
        "forget it",
        "never mind",
        "don't",
        "no, I don't want that"
      })
  void what_is_no_in_other_words_is_taken(String no) {
    booked();
    assertThat(talk.say("cancel it")).contains(ASKS);
    assertThat(talk.say(no)).isEqualTo(NOTHING);
    assertThat(talk.say("yes")).doesNotContain(ASKS);
    nothingWasChanged();
  }

  @Test
  void after_a_no_something_new_is_shown() {
    booked();
    talk.say("move it to 4pm");
    assertThat(talk.say("no")).isEqualTo(NOTHING);
    assertThat(talk.say("make it 3pm")).contains("15:00–15:30", ASKS);
    assertThat(talk.say("yes")).startsWith("Your meeting is moved").contains("15:00–15:30");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hmm", "I'm not sure", "maybe"})
  void what_is_unclear_shows_the_preview_again(String unclear) {
    asked();
    assertThat(talk.say(unclear)).startsWith("Book a meeting").contains(ASKS);
    assertThat(talk.say("yes")).startsWith("Your meeting is booked");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "thanks",
        "wait",
        "not yet",
        "list my meetings",
        "what times are free on Monday?"
      })
  void after_a_side_look_a_yes_shows_the_preview_again(String aside) {
    asked();
    assertThat(talk.say(aside)).contains("Still open: book a meeting.").doesNotContain(ASKS);
    assertThat(talk.say("yes")).startsWith("Book a meeting").contains(ASKS);
    assertThat(talk.say("yes")).startsWith("Your meeting is booked");
  }

  @Test
  void after_a_side_look_a_yes_shows_the_preview_again_in_thai() {
    bookedInThai();
    assertThat(talk.say("เลื่อนเป็นบ่ายสาม")).contains("15:00–15:30", "ยืนยัน");
    assertThat(talk.say("ดูนัดของฉัน")).contains("ที่ยังค้างอยู่คือ เลื่อนนัดหมาย");
    assertThat(talk.say("ใช่")).contains("15:00–15:30", "ยืนยัน");
    assertThat(talk.say("ใช่")).startsWith("เลื่อนนัดหมายเรียบร้อยแล้วค่ะ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cancel my meeting on 5 February",
        "cancel the 3pm meeting",
        "cancel the third one",
        "cancel Bob's meeting",
        "cancel the meeting of bob@example.com",
        "cancel nBkQ7uD2Xw4eZ9",
        "move my meeting on 25 January to 5pm",
        "ยกเลิกนัดวันที่ 5 กุมภาพันธ์"
      })
  void another_meeting_than_the_only_one_is_not_found(String wish) {
    booked();
    assertThat(talk.say(wish))
        .containsAnyOf("I don't find the one you mean", "ไม่พบรายการที่คุณหมายถึง")
        .contains("14:00–14:30")
        .doesNotContain(ASKS, "ยืนยัน");
    nothingWasChanged();
  }

  @Test
  void what_cannot_be_is_said_and_not_passed_over() {
    asked();
    assertThat(talk.say("make it 29 February 2027")).doesNotContain(ASKS).contains("date");
    assertThat(talk.say("yes")).startsWith("Book a meeting").contains(ASKS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no, that's wrong", "no, another day", "change the time"})
  void what_should_be_otherwise_is_asked(String wish) {
    asked();
    assertThat(talk.say(wish)).startsWith(NOTHING).contains("What should be different?");
    assertThat(talk.say("3pm")).contains("15:00–15:30", ASKS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "the second one", "number 2", "the last one", "any", "whichever"})
  void X05_of_what_is_offered_instead_one_is_taken(String pick) {
    booked();
    assertThat(talk.say("book a 30 minute meeting next Tuesday at 2pm")).contains("Which one");
    assertThat(talk.say(pick)).startsWith("Book a meeting").contains(ASKS);
  }

  @Test
  void X05_none_of_what_is_offered_will_do() {
    booked();
    talk.say("book a 30 minute meeting next Tuesday at 2pm");
    assertThat(talk.say("none of them")).contains("What would suit you instead?");
    assertThat(talk.say("4pm")).contains("16:00–16:30", ASKS);
  }

  @Test
  void of_two_wishes_in_a_line_none_is_passed_over() {
    booked();
    assertThat(talk.say("cancel it and book Friday at 3pm"))
        .isEqualTo(
            "One thing at a time, please: cancel a meeting or book a meeting. Which one first?");
    assertThat(talk.say("cancel it")).startsWith("Cancel a meeting").contains(ASKS);
  }

  @Test
  void what_is_booked_is_listed() {
    booked();
    assertThat(talk.say("what did I book?")).contains("1. ", "14:00–14:30").doesNotContain(ASKS);
  }

  @Test
  void a_move_that_waits_ends_with_its_meeting() {
    booked();
    assertThat(talk.say("move my meeting")).isEqualTo("What time should it move to?");
    talk.say("cancel it");
    assertThat(talk.say("yes")).startsWith("Your meeting is cancelled").doesNotContain("What time");
    assertThat(talk.say("hello")).doesNotContain("What time");
  }

  @Test
  void X03_of_an_act_in_doubt_the_customer_is_told_and_told_again_when_they_ask() {
    asked();
    inDoubt("drop_after");
    String told = "It isn't known yet whether this worked: book a meeting. A person is looking";
    assertThat(talk.sayAndWait("yes")).startsWith(told);
    for (String later : List.of("is it booked?", "did it work?", "yes")) {
      assertThat(talk.say(later)).as(later).startsWith(told);
    }
    server.decide(talk, true);
    assertThat(talk.messages().getLast())
        .endsWith("A person has looked into it: it worked (book a meeting).");
    assertThat(server.provider().count("booking")).isEqualTo(1);
  }

  @Test
  void X03_what_a_person_found_not_to_have_happened_is_told() {
    asked();
    inDoubt("drop_before");
    assertThat(talk.sayAndWait("yes")).startsWith("It isn't known yet whether this worked");
    server.decide(talk, false);
    assertThat(talk.messages().getLast()).contains("it did not work (book a meeting)");
  }

  @Test
  void X03_in_thai_too() {
    talk.say("ขอนัดประชุม ๓๐ นาที วันอังคารหน้าบ่ายสอง");
    talk.say("ชื่อสมชาย ใจดี");
    talk.say("somchai@example.com");
    inDoubt("drop_after");
    String told = "ขณะนี้ยังไม่ทราบว่ารายการนี้สำเร็จหรือไม่: จองนัดหมาย เจ้าหน้าที่กำลังตรวจสอบ";
    assertThat(talk.sayAndWait("ใช่")).startsWith(told);
    assertThat(talk.say("จองหรือยังคะ")).startsWith(told);
    server.decide(talk, true);
    assertThat(talk.messages().getLast()).contains("เจ้าหน้าที่ตรวจสอบแล้ว รายการนี้สำเร็จค่ะ");
  }

  private void inDoubt(String fault) {
    server.provider().fault(Provider.BOOK, fault, 1);
    String looks = fault.equals("drop_before") ? "drop_before" : "status:500";
    server.provider().fault(Provider.LOOK_UP, looks, LOOKS);
  }
}
