package frontdesk.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void T10_digits_of_both_scripts_and_words_are_numbers() {
    assertThat(read("12 boxes", "en")).isEqualTo("12");
    assertThat(read("๑๒ กล่อง", "th")).isEqualTo("12");
    assertThat(read("twenty-five boxes", "en")).isEqualTo("25");
    assertThat(read("two hundred and five", "en")).isEqualTo("205");
    assertThat(read("a hundred", "en")).isEqualTo("100");
    assertThat(read("สามร้อยยี่สิบเอ็ด", "th")).isEqualTo("321");
    assertThat(read("สิบสองกล่อง", "th")).isEqualTo("12");
    assertThat(read("between 3 and 5", "en")).isEqualTo("3; 5");
    assertThat(read("-5 degrees", "en")).isEqualTo("-5");
  }

  @Test
  void T10_a_thousand_and_a_dozen_are_not_left_out() {
    assertThat(read("two thousand masks", "en")).isEqualTo("2000");
    assertThat(read("two thousand five hundred and one", "en")).isEqualTo("2501");
    assertThat(read("a dozen, please", "en")).isEqualTo("12");
    assertThat(read("two dozen", "en")).isEqualTo("24");
    assertThat(read("1.5 million baht", "en")).isEqualTo("1500000 THB");
    assertThat(read("10x gloves", "en")).isEqualTo("10");
    assertThat(read("หนึ่งพันสองร้อยบาท", "th")).isEqualTo("1200 THB");
    assertThat(read("สองหมื่นห้าพันสามสิบเอ็ด", "th")).isEqualTo("25031");
    assertThat(read("สองโหล", "th")).isEqualTo("24");
    assertThat(read("3 พัน", "th")).isEqualTo("3000");
  }

  @Test
  void T10_comma_and_dot_are_read_where_they_mean_one_thing() {
    assertThat(read("12.50", "en")).isEqualTo("12.50");
    assertThat(read("12,50", "en")).isEqualTo("12.50");
    assertThat(read("1,234.56", "en")).isEqualTo("1234.56");
    assertThat(read("1.234,56", "en")).isEqualTo("1234.56");
    assertThat(read("1,234,567", "en")).isEqualTo("1234567");
    assertThat(read("1.234.567", "de")).isEqualTo("1234567");
    assertThat(read("1,234", "en")).isEqualTo("1234");
    assertThat(read("1,234", "th")).isEqualTo("1234");
    assertThat(read("1,5", "de")).isEqualTo("1.5");
    assertThat(read("0.125", "en")).isEqualTo("0.125");
  }

  @Test
  void T10_comma_and_dot_that_may_mean_two_things_are_asked() {
    assertThat(read("1,5", "en")).isEqualTo("? NUMBER 1.5 15");
    assertThat(read("1.234", "en")).isEqualTo("? NUMBER 1.234 1234");
    assertThat(read("1.234", "de")).isEqualTo("? NUMBER 1.234 1234");
    assertThat(read("1,234", "de")).isEqualTo("? NUMBER 1.234 1234");
    assertThat(read("12,34,567", "en")).isEqualTo("? NUMBER");
  }

  @Test
  void T10_an_amount_needs_a_currency() {
    assertThat(money("it was 120 baht", "en")).isEqualTo("120 THB");
    assertThat(money("๑๒๐ บาท", "th")).isEqualTo("120 THB");
    assertThat(money("฿1,250.50", "th")).isEqualTo("1250.50 THB");
    assertThat(money("EUR 12.30", "en")).isEqualTo("12.30 EUR");
    assertThat(money("12,30 €", "de")).isEqualTo("12.30 EUR");
    assertThat(money("120", "en")).isEqualTo("? CURRENCY 120");
    assertThat(money("$5", "en")).isEqualTo("? CURRENCY 5");
    assertThat(money("5 dollars", "en")).isEqualTo("? CURRENCY 5");
    assertThat(money("nothing", "en")).isEqualTo("-");
    assertThat(money("3 or 4 euros", "en")).isEqualTo("-");
  }

  @Test
  void what_is_part_of_a_word_or_an_address_is_no_number() {
    assertThat(read("ann5@example.com", "en")).isEmpty();
    assertThat(read("someone", "en")).isEmpty();
    assertThat(read("ตรวจสอบ", "th")).isEmpty();
  }

  private static String read(String line, String language) {
    return Numbers.readAll(line, Locale.of(language)).stream()
        .map(NumbersTest::written)
        .collect(Collectors.joining("; "));
  }

  private static String money(String line, String language) {
    return Numbers.money(line, Locale.of(language)).map(NumbersTest::written).orElse("-");
  }

  private static String written(Figure figure) {
    return switch (figure) {
      case Figure.Sure(var value, var currency, _) ->
          value.toPlainString() + currency.map(c -> " " + c.getCurrencyCode()).orElse("");
      case Figure.Asked(Reason reason, List<BigDecimal> candidates, _) ->
          ("? "
                  + reason
                  + " "
                  + candidates.stream().map(String::valueOf).collect(Collectors.joining(" ")))
              .strip();
    };
  }
}
