package frontdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {
  @ParameterizedTest
  @ValueSource(strings = {"สวัสดี", "order ของฉัน", "OK ครับ", "ก"})
  void thai_letters_are_thai_whatever_stands_beside_them(String text) {
    assertThat(Languages.of(text)).contains("th");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hello", "no", "order AB-1234 please", "where's 7474839?", "1234 is it"})
  void words_of_latin_letters_are_english(String text) {
    assertThat(Languages.of(text)).contains("en");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "7474839",
        "AB-1234",
        "1234AB",
        "x",
        "๑๒๓",
        "?!",
        "😀",
        "one@example.com"
      })
  void numbers_codes_and_addresses_say_nothing_about_the_language(String text) {
    assertThat(Languages.of(text)).isEmpty();
  }

  @Test
  void M12_an_answer_is_in_the_customers_language_if_they_can_read_it() {
    assertThat(Languages.isIn("Your order AB-1234 is on its way to you.", "en")).isTrue();
    assertThat(Languages.isIn("Your order AB-1234 is on its way to you.", "th")).isFalse();
    assertThat(Languages.isIn("คำสั่งซื้อ AB-1234 กำลังจัดส่งให้คุณแล้วค่ะ", "th")).isTrue();
    assertThat(Languages.isIn("คำสั่งซื้อ AB-1234 กำลังจัดส่งให้คุณแล้วค่ะ", "en")).isFalse();
    assertThat(Languages.isIn("Paracetamol 500 mg ราคา 20 บาท", "th")).isTrue();
    assertThat(Languages.isIn("OK", "th")).isTrue();
  }
}
