package frontdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Agent;
import frontdesk.conversation.Json;
import frontdesk.json.Jsons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class AbsentNullsTest {
  private static final Agent AGENT = TestAgent.idle();
  private static final Json SCHEMA =
      new Json(
          """
          {"type": "object", "required": ["must", "open"],
           "properties": {
             "must": {"type": "string"},
             "open": {"type": ["string", "null"]},
             "may": {"type": "string"},
             "lines": {"type": "array", "items": {"$ref": "#/$defs/line"}},
             "who": {"anyOf": [
               {"type": "object", "required": ["mail"], "properties": {
                 "mail": {"type": ["string", "null"]}, "name": {"type": "string"}}},
               {"type": "string"}]},
             "next": {"$ref": "#"}},
           "$defs": {
             "line": {"type": "object", "required": ["sku"], "properties": {
               "sku": {"type": ["string", "null"]}, "count": {"type": "integer"}}},
             "loop": {"$ref": "#/$defs/loop"}}}
          """);

  @Test
  void M07_nulls_for_optional_arguments_are_as_if_they_were_not_there() {
    String arguments = "{'slot':'9','seats':null,'kind':null,'lines':[{'sku':null}]}";
    assertThat(Arguments.check(AGENT, Story.call("1", "look", arguments.replace('\'', '"'))))
        .isEqualTo(new Arguments.Right(new Json("{\"lines\":[{}],\"slot\":\"9\"}")));
  }

  @Test
  void M07_a_null_for_a_required_argument_stays() {
    String arguments = "{\"slot\":null,\"seats\":null}";
    assertThat(Arguments.check(AGENT, Story.call("1", "look", arguments)))
        .isEqualTo(new Arguments.Right(new Json("{\"slot\":null}")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'must':'a','may':null}|{'must':'a'}",
        "{'must':null,'open':null}|{'must':null,'open':null}",
        "{'lines':[{'sku':null,'count':null},{'sku':'a','count':1}]}"
            + "|{'lines':[{'sku':null},{'sku':'a','count':1}]}",
        "{'who':{'mail':null,'name':null}}|{'who':{'mail':null}}",
        "{'who':null,'lines':null}|{}",
        "{'next':{'next':{'may':null,'open':null}}}|{'next':{'next':{'open':null}}}",
        "{'unknown':null,'may':null}|{'unknown':null}",
        "{'lines':[null]}|{'lines':[null]}"
      })
  void only_nulls_of_optional_properties_go(String given, String left) {
    ObjectNode arguments = Jsons.parseObject(given.replace('\'', '"'));
    AbsentNulls.remove(arguments, SCHEMA);
    assertThat(arguments).isEqualTo(Jsons.parse(left.replace('\'', '"')));
  }

  @Test
  void a_schema_that_only_refers_to_itself_comes_to_an_end() {
    ObjectNode arguments = Jsons.parseObject("{\"a\":null}");
    Json loop = new Json("{\"$ref\":\"#\",\"properties\":{\"a\":{\"$ref\":\"#/properties/a\"}}}");
    AbsentNulls.remove(arguments, loop);
    assertThat(arguments).isEqualTo(Jsons.object());
  }
}
