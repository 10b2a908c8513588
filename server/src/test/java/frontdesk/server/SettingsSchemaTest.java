package frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.conversation.Json;
import frontdesk.json.JsonSchema;
import frontdesk.json.Jsons;
import frontdesk.json.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The published schema, the example beside it and the reader know the same settings.
class SettingsSchemaTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final String KEY = "0123456789abcdef";
  private static final Environment ENVIRONMENT =
      new Environment(Map.of("SHOP_KEY", KEY, "OPS_KEY", KEY));

  @Test
  void the_example_uses_every_setting_that_the_schema_knows() throws IOException {
    assertThat(names(Yaml.parse(example()))).isEqualTo(properties(schema()));
  }

  @Test
  void the_example_fits_the_schema_and_the_reader() throws IOException {
    JsonNode example = Yaml.parse(example());
    assertThat(JsonSchema.of(new Json(schema().toString())).violations(example)).isEmpty();
    assertThat(SettingsFile.parse(example(), ENVIRONMENT).functions())
        .containsExactly("customer_support");
  }

  @Test
  void the_schema_refuses_what_the_reader_refuses() throws IOException {
    JsonNode wrong = Yaml.parse(example().replace("listen:", "listn:"));
    assertThat(JsonSchema.of(new Json(schema().toString())).violations(wrong)).isNotEmpty();
    for (String model :
        List.of("gpt", "{fallback: gpt}", "{prices: {input: 1}}", "{nme: guided}")) {
      JsonNode other =
          Yaml.parse(example().replaceAll("(?s)model:.*?agents:", "model: " + model + "\nagents:"));
      assertThat(JsonSchema.of(new Json(schema().toString())).violations(other))
          .as(model)
          .isNotEmpty();
    }
  }

  @Test
  void a_model_may_be_its_name_alone() throws IOException {
    for (String model :
        List.of("rehearsal", "guided", "openai", "\"openai:gpt-4.1\"", "\"scripted:a.yaml\"")) {
      String text = example().replaceAll("(?s)model:.*?agents:", "model: " + model + "\nagents:");
      assertThat(JsonSchema.of(new Json(schema().toString())).violations(Yaml.parse(text)))
          .as(model)
          .isEmpty();
      assertThat(SettingsFile.parse(text, ENVIRONMENT).model().name())
          .isEqualTo(model.replace("\"", ""));
    }
  }

  private static JsonNode schema() throws IOException {
    return Jsons.parse(Files.readString(DOCS.resolve("frontdesk.schema.json")));
  }

  private static String example() throws IOException {
    String page = Files.readString(DOCS.resolve("configuration.md"));
    int begin = page.indexOf("```yaml") + "```yaml".length();
    return page.substring(begin, page.indexOf("```", begin));
  }

  private static Set<String> names(JsonNode node) {
    var names = new TreeSet<String>();
    for (var property : node.properties()) {
      names.add(property.getKey());
      names.addAll(names(property.getValue()));
    }
    for (JsonNode item : node.values()) if (node.isArray()) names.addAll(names(item));
    return names;
  }

  private static Set<String> properties(JsonNode schema) {
    var names = new TreeSet<String>();
    for (var keyword : schema.properties()) {
      if (keyword.getKey().equals("properties")) names.addAll(keyword.getValue().propertyNames());
      names.addAll(properties(keyword.getValue()));
    }
    for (JsonNode choice : schema.values()) if (schema.isArray()) names.addAll(properties(choice));
    return names;
  }
}
