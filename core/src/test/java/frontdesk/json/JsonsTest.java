package frontdesk.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class JsonsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"a\":1,\"a\":2}",
        "{\"a\":{\"b\":1,\"b\":1}}",
        "NaN",
        "[NaN]",
        "Infinity",
        "[1,]",
        "{\"a\":1,}",
        "{'a':1}",
        "{a:1}",
        "01",
        "+1",
        "1.",
        "1 2",
        "{} {}",
        "// c\n1",
        "\"\u0001\"",
        "\uFEFF1x",
        "tru",
        "1e99999999999"
      })
  void W16_refuses_what_is_not_strictly_json(String text) {
    assertThatThrownBy(() -> Jsons.parse(text)).isInstanceOf(InvalidJson.class);
    assertThat(Jsons.tryObject(text)).isEmpty();
  }

  @Test
  void W16_refuses_what_is_nested_10_000_deep_and_numbers_without_end() {
    assertThatThrownBy(() -> Jsons.parse("[".repeat(10_000))).isInstanceOf(InvalidJson.class);
    String deep = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);
    assertThatThrownBy(() -> Jsons.parse(deep)).isInstanceOf(InvalidJson.class);
    assertThat(Jsons.tryForgivingObject(deep)).isEmpty();
    assertThatThrownBy(() -> Jsons.parse("9".repeat(101))).isInstanceOf(InvalidJson.class);
    assertThatThrownBy(() -> Jsons.parse("0." + "9".repeat(101))).isInstanceOf(InvalidJson.class);
    assertThat(Jsons.parse("[".repeat(100) + "]".repeat(100)).isArray()).isTrue();
  }

  @Test
  void W16_a_huge_exponent_costs_nothing() {
    var node = Jsons.parse("{\"n\":1e999999999}");
    assertThat(Jsons.canonical(node).text()).isEqualTo("{\"n\":1E+999999999}");
    assertThat(
            JsonSchema.of(
                    Jsons.parse("{\"properties\":{\"n\":{\"type\":\"integer\",\"multipleOf\":3}}}"))
                .violations(node))
        .containsOnlyKeys("/n");
  }

  @Test
  void an_error_says_where_and_never_what() {
    assertThatThrownBy(() -> Jsons.parse("{\"name\":\n \"Ann\" oops}"))
        .hasMessage("not valid JSON at line 2, column 8");
  }

  @Test
  void forgives_a_comma_too_many_and_nothing_else() {
    assertThat(Jsons.tryForgivingObject("{\"a\":[1,],}")).isPresent();
    assertThat(Jsons.tryForgivingObject("{\"a\":1")).isEmpty();
    assertThat(Jsons.tryForgivingObject("{\"a\":1,\"a\":1}")).isEmpty();
    assertThat(Jsons.tryForgivingObject("[1,]")).isEmpty();
    assertThat(Jsons.tryForgivingObject("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"b\":1,\"a\":[{\"d\":1,\"c\":2}]}|{\"a\":[{\"c\":2,\"d\":1}],\"b\":1}",
        "[1.0,1,1e0,100,1e2,100.00]|[1,1,1,100,100,100]",
        "[0,-0,0.0,0e9]|[0,0,0,0]",
        "[0.50,5e-1]|[0.5,0.5]",
        "\"\\u0041\"|\"A\"",
        "9007199254740993|9007199254740993"
      })
  void the_same_value_has_the_same_canonical_text(String text, String canonical) {
    assertThat(Jsons.canonical(Jsons.parse(text)).text()).isEqualTo(canonical);
    assertThat(Jsons.canonical(Jsons.parse(canonical)).text()).isEqualTo(canonical);
  }
}
