package frontdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "Yes.",
        " YES!! ",
        "yes please",
        "Yes, please",
        "ok",
        "OK 👍",
        "go ahead",
        "Sure, go ahead!",
        "yep do it",
        "That’s right",
        "👍",
        "👍👍 ",
        "ใช่แล้วค่ะ",
        "ได้เลยครับ",
        "ใช่",
        "ใช่ครับ",
        "ใช่ค่ะ",
        "ตกลง",
        "ยืนยัน",
        "ยืนยันค่ะ",
        "ได้ครับ"
      })
  void a_plain_yes_is_one(String text) {
    assertThat(Consent.of(text)).isEqualTo(Consent.YES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes yes", "Yes, yes!", "ok ok ok", "ใช่ค่ะ ใช่ค่ะ", "ได้ครับ ได้ครับ"})
  void X11_a_yes_said_twice_is_one(String text) {
    assertThat(Consent.of(text)).isEqualTo(Consent.YES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no",
        "No.",
        "no thanks",
        "No, thank you!",
        "don't do it",
        "ไม่",
        "ไม่ครับ",
        "ไม่เอาค่ะ",
        "ไม่เอาแล้ว"
      })
  void a_plain_no_is_one(String text) {
    assertThat(Consent.of(text)).isEqualTo(Consent.NO);
  }

  @Test
  void a_book_of_yes_is_none() {
    assertThat(Consent.of("yes ".repeat(16_000))).isEqualTo(Consent.NEITHER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?",
        "yes but at three",
        "yes, make it 3pm",
        "not yet",
        "yes no",
        "yes, no, yes",
        "yes yes?",
        "ไม่ ได้",
        "ไม่ ใช่",
        "I said yes to the other",
        "yesterday",
        "okay then tomorrow",
        "ไม่แน่ใจ",
        "ใช่ไหม",
        "no problem",
        "I'm not sure",
        "don't know",
        "right?",
        "sure, but later",
        "ok ไม่เอา",
        "thanks",
        "👎",
        "👍👎",
        "maybe",
        "yes?",
        "ok?",
        "sure?!",
        "yes ❌",
        "ok 👎"
      })
  void anything_else_is_neither(String text) {
    assertThat(Consent.of(text)).isEqualTo(Consent.NEITHER);
  }
}
