package frontdesk.sandbox.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import frontdesk.json.Jsons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictSchemaTest {

  private static void check(String schema) {
    StrictSchema.check(
        "tools[0].parameters", "invalid_function_parameters", "function 'f'", Jsons.parse(schema));
  }

  private static String of(String property) {
    return """
    {"type": "object", "properties": {"a": %s}, "required": ["a"], "additionalProperties": false}
    """
        .formatted(property);
  }

  @Test
  void the_subset_is_taken() {
    assertThatCode(
            () -> {
              check(of("{\"type\": [\"string\", \"null\"], \"pattern\": \"[A-Z]+\"}"));
              check(of("{\"type\": \"string\", \"format\": \"date-time\"}"));
              check(
                  of("{\"type\": \"array\", \"items\": {\"type\": \"number\"}, \"minItems\": 1}"));
              check(of("{\"anyOf\": [{\"type\": \"null\"}, {\"enum\": [\"low\", \"high\"]}]}"));
              check(of(of("{\"type\": \"integer\", \"minimum\": 1, \"exclusiveMaximum\": 9}")));
              check(of("{\"$ref\": \"#\"}"));
            })
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"type": "string", "minLength": 2}              | 'minLength' is not permitted
          {"type": "string", "default": "x"}              | 'default' is not permitted
          {"type": "string", "x-kind": "email"}           | 'x-kind' is not permitted
          {"allOf": [{"type": "string"}]}                 | 'allOf' is not permitted
          {"type": "string", "not": {"const": "a"}}       | 'not' is not permitted
          {"type": "string", "format": "uri"}             | 'uri' is not a valid format
          {"description": "anything"}                     | must have a 'type' key
          {"type": "object", "properties": {}}            | 'additionalProperties' is required
          {"type": "array"}                               | array schema missing items
          {"anyOf": [{"type": "string", "maxLength": 1}]} | 'maxLength' is not permitted
          true                                            | schema must be an object
          """)
  void what_is_outside_is_refused_with_the_place(String property, String why) {
    var refused = catchThrowableOfType(Refused.class, () -> check(of(property)));

    assertThat(refused.failure().param()).isEqualTo("tools[0].parameters");
    assertThat(refused).hasMessageContaining(why).hasMessageContaining("properties 'a'");
  }

  @Test
  void every_property_is_required_and_nothing_else() {
    assertThat(
            refusal(
                "{\"type\":\"object\",\"additionalProperties\":false,\"properties\":"
                    + "{\"a\":{\"type\":\"string\"}},\"required\":[]}"))
        .contains("Missing 'a'");
    assertThat(
            refusal(
                "{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{},"
                    + "\"required\":[\"b\"]}"))
        .contains("names what is no property");
    assertThat(refusal("{\"anyOf\":[{\"type\":\"object\"}]}")).contains("at the root");
  }

  @Test
  void ten_levels_are_enough() {
    String deep = "{\"type\": \"string\"}";
    for (int i = 0; i < 9; i++) deep = of(deep);
    String ten = deep;
    assertThatCode(() -> check(ten)).doesNotThrowAnyException();
    assertThat(refusal(of(ten))).contains("deeper than 10");
  }

  private static String refusal(String schema) {
    return String.valueOf(catchThrowableOfType(Refused.class, () -> check(schema)).getMessage());
  }
}
