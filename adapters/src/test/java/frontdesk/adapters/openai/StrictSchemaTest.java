package frontdesk.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.conversation.Json;
import frontdesk.json.JsonSchema;
import frontdesk.json.Jsons;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class StrictSchemaTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'string'}|{'type':['string','null']}",
        "{'type':['string','null']}|{'type':['string','null']}",
        "{'type':'string','enum':['a','b']}|{'type':['string','null'],'enum':['a','b',null]}",
        "{'enum':['a',1]}|{'type':['string','integer','null'],'enum':['a',1,null]}",
        "{'const':'a'}|{'type':['string','null'],'enum':['a',null]}",
        "{'type':'string','enum':['a',7]}|{'type':['string','null'],'enum':['a',null]}",
        "{'$ref':'#/$defs/d'}|{'anyOf':[{'$ref':'#/$defs/d'},{'type':'null'}]}",
        "{'anyOf':[{'type':'string'},{'type':'integer'}]}"
            + "|{'anyOf':[{'type':'string'},{'type':'integer'},{'type':'null'}]}",
        "{'anyOf':[{'type':'string'},{'type':'null'}]}"
            + "|{'anyOf':[{'type':'string'},{'type':'null'}]}",
        "{'type':'array','items':{'type':'string','minLength':2},'maxItems':3,'uniqueItems':true}"
            + "|{'type':['array','null'],'maxItems':3,'items':{'type':'string'}}",
        "{'type':'integer','minimum':1,'multipleOf':2}"
            + "|{'type':['integer','null'],'multipleOf':2,'minimum':1}",
        "{'type':'string','format':'date','pattern':'^[0-9-]+$','title':'T','default':'x'}"
            + "|{'type':['string','null'],'pattern':'^[0-9-]+$','format':'date'}",
        "{'type':'string','format':'phone','pattern':'^(?=.*a).*$'}|{'type':['string','null']}",
        "{'type':'string','description':'D','x-ask':{'en':'?'}}"
            + "|{'description':'D','type':['string','null']}",
        "{'type':'object','properties':{'b':{'type':'integer'}}}"
            + "|{'type':['object','null'],'properties':{'b':{'type':['integer','null']}},"
            + "'required':['b'],'additionalProperties':false}"
      })
  void what_was_optional_is_required_or_null(String property, String projected) {
    StrictSchema schema = property(property);
    assertThat(schema.strict()).isTrue();
    assertThat(schema.schema().at("/properties/p")).isEqualTo(json(projected));
    assertThat(schema.schema().path("required")).isEqualTo(json("['p']"));
    assertThat(schema.schema().path("additionalProperties").asBoolean()).isFalse();
  }

  @Test
  void what_was_required_stays_as_it_was() {
    StrictSchema schema =
        of("{'type':'object','required':['p'],'properties':{'p':{'type':'string'}}}");
    assertThat(schema.schema().at("/properties/p")).isEqualTo(json("{'type':'string'}"));
  }

  @Test
  void a_schema_without_properties_takes_none() {
    assertThat(of("{'type':'object','properties':{}}").schema())
        .isEqualTo(
            json("{'type':'object','properties':{},'required':[],'additionalProperties':false}"));
  }

  @Test
  void a_schema_may_refer_to_itself() {
    assertThat(property("{'$ref':'#'}").strict()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "{}",
        "{'description':'anything'}",
        "{'type':'object'}",
        "{'type':'object','additionalProperties':{'type':'string'}}",
        "{'type':'object','properties':{},'additionalProperties':true}",
        "{'type':'object','properties':{},'patternProperties':{'^a':{'type':'string'}}}",
        "{'type':'object','properties':{'a':{'type':'string'}},'required':['b']}",
        "{'type':'object','properties':{},'unevaluatedProperties':{'type':'string'}}",
        "{'allOf':[{'type':'string'}]}",
        "{'oneOf':[{'type':'string'},{'type':'integer'}]}",
        "{'type':'string','not':{'const':'a'}}",
        "{'type':'string','if':{'const':'a'},'then':{'const':'a'}}",
        "{'type':'array'}",
        "{'type':'array','prefixItems':[{'type':'string'}]}",
        "{'type':['object','string'],'properties':{}}",
        "{'enum':[{'a':1}]}",
        "{'type':'string','enum':[1,2]}",
        "{'$ref':'#/properties/p'}",
        "{'$ref':'#/$defs/none'}",
        "{'$ref':'#/$defs/d','type':'string'}",
        "{'anyOf':[{'type':'string'},{}]}",
        "{'anyOf':[{'type':'string'}],'type':'string'}"
      })
  void a_structure_that_strict_schemas_cannot_say_is_sent_as_it_is(String property) {
    StrictSchema schema = property(property);
    assertThat(schema.strict()).isFalse();
    assertThat(schema.schema().at("/properties/p")).isEqualTo(json(property));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'anyOf':[{'type':'object','properties':{}}]}",
        "{'type':'string'}",
        "{'type':['object','null'],'properties':{}}",
        "{}"
      })
  void only_an_object_is_strict(String schema) {
    assertThat(of(schema).strict()).isFalse();
  }

  @Test
  void our_own_keywords_are_never_sent() {
    Json own =
        text(
            "{'type':'object','x-a':1,'properties':{'x-p':{'anyOf':[{'type':'string','x-b':2}]}},"
                + "'additionalProperties':true}");
    StrictSchema schema = StrictSchema.of(own);
    assertThat(schema.strict()).isFalse();
    assertThat(schema.schema())
        .isEqualTo(
            json(
                "{'type':'object','properties':{'x-p':{'anyOf':[{'type':'string'}]}},"
                    + "'additionalProperties':true}"));
  }

  @Test
  void what_is_too_large_is_not_strict() {
    assertThat(nested(9).strict()).isTrue();
    assertThat(nested(10).strict()).isFalse();
    assertThat(wide(5_000).strict()).isTrue();
    assertThat(wide(5_001).strict()).isFalse();
    assertThat(options(999, 4).strict()).isTrue();
    assertThat(options(1_001, 4).strict()).isFalse();
    assertThat(options(260, 100).strict()).isFalse();
    assertThat(options(200, 100).strict()).isTrue();
  }

  @Test
  void whatever_the_schema_the_projection_is_in_the_subset_and_takes_what_fitted() {
    for (int seed = 0; seed < 1_000; seed++) {
      var random = new RandomSchemas(new Random(seed));
      JsonNode schema = random.schema();
      StrictSchema strict = StrictSchema.of(Jsons.json(schema));
      assertThat(strict.strict()).as("%d: %s", seed, schema).isTrue();
      assertThat(StrictSubset.problems(strict.schema())).as("%d: %s", seed, schema).isEmpty();
      for (int i = 0; i < 3; i++) {
        JsonNode value = random.value(schema);
        assertThat(JsonSchema.of(schema).violations(value)).as("%s", value).isEmpty();
        JsonNode filled = random.filled(value, schema);
        assertThat(JsonSchema.of(strict.schema()).violations(filled))
            .as("%d: %s%n%s%n%s", seed, schema, strict.schema(), filled)
            .isEmpty();
      }
    }
  }

  private static StrictSchema nested(int levels) {
    String schema = "{'type':'string'}";
    for (int i = 0; i < levels; i++) {
      schema = "{'type':'object','properties':{'p':" + schema + "}}";
    }
    return of(schema);
  }

  private static StrictSchema wide(int properties) {
    return of(
        IntStream.range(0, properties)
            .mapToObj(i -> "'" + i + "':{'type':'string'}")
            .collect(Collectors.joining(",", "{'type':'object','properties':{", "}}")));
  }

  private static StrictSchema options(int count, int length) {
    return property(
        IntStream.range(0, count)
            .mapToObj(i -> "'" + i + "-".repeat(length - 3) + "'")
            .collect(Collectors.joining(",", "{'enum':[", "]}")));
  }

  private static StrictSchema property(String schema) {
    return of(
        "{'type':'object','properties':{'p':" + schema + "},'$defs':{'d':{'type':'string'}}}");
  }

  private static StrictSchema of(String schema) {
    return StrictSchema.of(text(schema));
  }

  private static Json text(String json) {
    return new Json(json.replace('\'', '"'));
  }

  private static JsonNode json(String json) {
    return Jsons.parse(text(json));
  }
}
