package frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import frontdesk.adapters.openai.OpenAiSettings.Api;
import frontdesk.adapters.openai.OpenAiSettings.Stream;
import frontdesk.edge.Edge;
import frontdesk.json.InvalidSettings;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read about the model, from the file and the environment.
class SettingsFileTest {
  private static final String KEYS =
      "channels: {rest: {keys: [{name: shop, key: \"0123456789abcdef\"}]}}\n";
  private static final String SECRET = "sk-0123456789abcdef";

  private final Map<String, String> environment = new HashMap<>();

  @Test
  void without_a_provider_the_model_is_guided_and_with_one_it_is_openai() {
    assertThat(model("").name()).isEqualTo("rehearsal");
    environment.put("OPENAI_API_KEY", SECRET);
    assertThat(model("").name()).isEqualTo("openai");
    environment.clear();
    environment.put("OPENAI_BASE_URL", "http://127.0.0.1:1/v1");
    assertThat(model("").name()).isEqualTo("openai");
    environment.put("FRONTDESK_MODEL", "guided");
    assertThat(model("").name()).isEqualTo("guided");
    assertThat(model("model: \"openai:gpt-4.1\"\n").name()).isEqualTo("openai:gpt-4.1");
  }

  @Test
  void a_mapping_says_more_than_the_name() {
    ModelSettings model =
        model(
            """
            model:
              name: openai:gpt-4.1
              fallback: guided
              stream: false
              tokens_in_flight: 5000
              prices: {input: 2, output: 8.5}
            """);
    assertThat(model.name()).isEqualTo("openai:gpt-4.1");
    assertThat(model.fallback()).contains("guided");
    assertThat(model.stream()).isEqualTo(Stream.NEVER);
    assertThat(model.tokensInFlight()).isEqualTo(5000);
    assertThat(model.prices().orElseThrow().cached()).isEqualByComparingTo(BigDecimal.TWO);
    assertThat(model.prices().orElseThrow().output()).isEqualByComparingTo("8.5");
  }

  @Test
  void a_mapping_may_leave_out_everything() {
    ModelSettings model = model("model: {}\n");
    assertThat(model.name()).isEqualTo("rehearsal");
    assertThat(model.stream()).isEqualTo(Stream.WATCHED);
    assertThat(model.tokensInFlight()).isEqualTo(ModelSettings.TOKENS_IN_FLIGHT);
    assertThat(model.prices()).isEmpty();
  }

  @Test
  void the_environment_says_where_the_provider_is_and_who_pays() {
    environment.putAll(
        Map.of(
            "OPENAPI_API_KEY", SECRET + "\r\n",
            "OPENAI_BASE_URL", "http://127.0.0.1:1/v1",
            "OPENAI_API", "chat",
            "OPENAI_ORG_ID", "org-1",
            "OPENAI_PROJECT_ID", "proj-1"));
    ModelSettings model = model("");
    assertThat(model.key().orElseThrow().value()).isEqualTo(SECRET);
    assertThat(model.url()).hasToString("http://127.0.0.1:1/v1");
    assertThat(model.api()).isEqualTo(Api.CHAT);
    assertThat(model.organization()).contains("org-1");
    assertThat(model.project()).contains("proj-1");
    assertThat(model.toString()).doesNotContain(SECRET);
    environment.put("OPENAI_API_KEY", "sk-newer");
    assertThat(model("").key().orElseThrow().value()).isEqualTo("sk-newer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{nme: openai} | model.nme: unknown key; did you mean 'name'?",
        "{stream: maybe} | model.stream: ",
        "{tokens_in_flight: 10} | model.tokens_in_flight: must be a whole number from 1000 to",
        "{prices: {input: 1}} | model.prices: needs 'input' and 'output'",
        "{prices: {input: -1, output: 1}} | model.prices.input: ",
        "{prices: {input: cheap, output: 1}} | model.prices.input: ",
        "{prices: {input: 1, cached: no, output: 1}} | model.prices.cached: ",
        "{prices: {input: 1, output: 1, currency: EUR}} | model.prices.currency: ",
        "{prices: 7} | model.prices: must be a mapping",
        "[openai] | model: must be a"
      })
  void C02_what_is_wrong_with_the_model_is_one_line_that_names_the_field(
      String model, String problem) {
    assertThat(problems("model: " + model + "\n")).hasSize(1);
    assertThat(problems("model: " + model + "\n").getFirst()).startsWith(problem);
  }

  @Test
  void C02_all_that_is_wrong_is_told_at_once_and_no_secret_is_printed() {
    environment.put("OPENAI_API_KEY", SECRET);
    environment.put("OPENAI_BASE_URL", "https://ann:pass-word-1@example.com/v1");
    environment.put("OPENAI_API", "assistants");
    List<String> problems = problems("model: {stream: 7, fallbak: guided}\n");
    assertThat(problems)
        .hasSize(4)
        .anyMatch(line -> line.startsWith("OPENAI_BASE_URL: must be a URL such as "))
        .anyMatch(line -> line.equals("OPENAI_API: must be responses or chat"))
        .anyMatch(line -> line.startsWith("model.stream: "))
        .anyMatch(line -> line.startsWith("model.fallbak: "));
    assertThat(problems.toString()).doesNotContain(SECRET, "pass-word-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"OPENAI_API_KEY", "OPENAPI_API_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID"})
  void C02_what_cannot_be_sent_as_a_header_is_told_without_its_value(String name) {
    for (String wrong : List.of("sk-one sk-two", "sk-one\r\nsk-two", "sk-กุญแจ", "sk-one\u0000")) {
      environment.put(name, wrong);
      assertThat(problems(""))
          .containsExactly(name + ": has blanks or characters that cannot be sent, set it anew");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api.openai.com/v1",
        "ftp://example.com",
        "http://",
        "not a url",
        "https://example.com/v1?api-version=1",
        "https://example.com/v1#v1"
      })
  void C02_an_address_that_is_none_is_told(String url) {
    environment.put("OPENAI_BASE_URL", url);
    assertThat(problems(""))
        .containsExactly(
            "OPENAI_BASE_URL: must be a URL such as https://api.openai.com/v1, without ? or #");
  }

  @Test
  void C02_a_model_or_fallback_that_cannot_be_used_is_told_by_its_setting() {
    assertThat(unusable("model: gpt\n")).startsWith("model: 'gpt' is not known; set openai");
    assertThat(unusable("model: \"openai:gpt 5\"\n")).startsWith("model: 'openai:gpt 5' is not");
    assertThat(unusable("model: {name: guided, fallback: gpt}\n"))
        .startsWith("model.fallback: 'gpt' is not known; set openai");
    assertThat(unusable("model: {name: guided, fallback: \"scripted:/nowhere\"}\n"))
        .isEqualTo("model.fallback: cannot read /nowhere");
    assertThat(unusable("model: openai\n")).startsWith("OPENAI_API_KEY: is not set; set it, or ");
  }

  private String unusable(String text) {
    var settings = model(text);
    var failed =
        catchThrowableOfType(
            InvalidSettings.class, () -> Models.open(settings, Edge.real(), (_, _) -> {}));
    assertThat(failed.problems()).hasSize(1);
    return failed.problems().getFirst();
  }

  private ModelSettings model(String text) {
    return SettingsFile.parse(KEYS + text, new Environment(environment)).model();
  }

  private List<String> problems(String text) {
    return catchThrowableOfType(InvalidSettings.class, () -> model(text)).problems();
  }
}
