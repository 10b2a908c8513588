package frontdesk.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import frontdesk.conversation.Call;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.json.InvalidSettings;
import frontdesk.model.Wishes;
import frontdesk.tool.LogTool;
import frontdesk.tool.ToolSpec;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentFolderTest {
  private static final String GOOD =
      """
      name: support
      function: customer_support
      public: true
      locale: th
      zone: Asia/Bangkok
      handoff: [closer]
      facts:
        type: object
        required: [number]
        properties: {number: {type: string, pattern: "^[0-9]{4}$"}}
      limits: {model_calls: 3}
      """;

  private final Map<String, String> files =
      new HashMap<>(
          Map.of(
              "agent.yaml", GOOD,
              "instructions.md", "Be kind.",
              "closer/agent.yaml", "name: closer",
              "closer/instructions.md", "Say goodbye."));

  @ParameterizedTest
  @ValueSource(strings = {"''", "gpt 5", "'gpt-5 '", "กขค"})
  void C02_a_model_that_no_provider_can_have_is_told(String model) {
    files.put("agent.yaml", GOOD + "model: " + model + "\n");
    var failed = catchThrowableOfType(InvalidSettings.class, this::read);
    assertThat(failed.problems())
        .containsExactly(
            "support/agent.yaml.model: must be a model's id such as gpt-6-luna, no blanks");
  }

  @Test
  void an_agent_offers_what_its_folder_says_and_shares_it_with_the_one_it_hands_over_to() {
    Agent agent = read();
    assertThat(agent.function()).isEqualTo("customer_support");
    assertThat(agent.limits().modelCalls()).isEqualTo(3);
    assertThat(agent.specs()).map(ToolSpec::name).containsExactly("note_facts", "hand_over");
    Agent closer = agent.find("closer").orElseThrow();
    assertThat(closer.locale()).isEqualTo("th");
    assertThat(closer.zone()).isEqualTo("Asia/Bangkok");
    assertThat(closer.facts().names()).containsExactly("number");
    assertThat(closer.specs()).map(ToolSpec::name).containsExactly("note_facts");
  }

  @Test
  void the_version_changes_with_anything_in_the_folder() {
    String before = read().version();
    assertThat(read().version()).isEqualTo(before);
    files.put("closer/instructions.md", "Say farewell.");
    assertThat(read().version()).isNotEqualTo(before);
  }

  @Test
  void C02_every_problem_of_the_folder_is_told_with_its_file_and_key() {
    files.put(
        "agent.yaml",
        """
        nam: support
        locale: fr
        zone: Mars/Base
        handoff: [closer, nobody]
        limits: {model_calls: 0, turns: 3, prompt_tokens: 50001}
        """);
    files.put("closer/agent.yaml", "name: [a");
    files.remove("instructions.md");
    List<String> problems = problems();
    assertThat(problems).allMatch(problem -> problem.startsWith("support/"));
    assertThat(problems)
        .contains(
            "support/agent.yaml.name: is missing, add it",
            "support/agent.yaml.nam: unknown key; did you mean 'name'?",
            "support/agent.yaml.locale: must be en or th",
            "support/agent.yaml.zone: must be an IANA zone such as Asia/Bangkok",
            "support/agent.yaml.limits.model_calls: must be a whole number from 1 to 50",
            "support/agent.yaml.limits.prompt_tokens: must be a whole number from 500 to 50000",
            "support/instructions.md: is missing, add it",
            "support/nobody/agent.yaml: is missing, add it",
            "support/nobody/instructions.md: is missing, add it")
        .anyMatch(
            problem -> problem.startsWith("support/closer/agent.yaml: not valid YAML at line"))
        .anyMatch(problem -> problem.startsWith("support/agent.yaml.limits.turns: unknown key"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "facts: hello|agent.yaml.facts: must be a mapping",
        "facts: [number]|agent.yaml.facts: must be a mapping",
        "facts: {type: object}|facts: must be a JSON Schema with properties",
        "facts: {properties: {a: {}}, required: [b]}|names a property that is not there",
        "facts: {properties: {a: {pattern: '['}}}|agent.yaml: facts.a: not a JSON Schema",
        "facts: {properties: {a: {type: strin}}}|agent.yaml: facts.a: not a JSON Schema",
        "business: a shop|agent.yaml.business: must be a mapping",
        "public: maybe|agent.yaml.public: must be true or false",
        "name: other|agent.yaml: not valid YAML"
      })
  void C02_a_wrong_value_is_told(String line, String problem) {
    files.put("agent.yaml", "name: support\n" + line + "\n");
    assertThat(problems()).anyMatch(told -> told.contains(problem));
  }

  @Test
  void a_tool_without_a_schema_fails_when_the_agent_is_made() {
    var broken =
        ToolSpec.look("look", "Looks.", new Json("{\"type\":\"strin\"}"), Duration.ofSeconds(1));
    LogTool tool = new Broken(broken);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Agent(
                    "a",
                    "1",
                    "a",
                    true,
                    "",
                    Facts.NONE,
                    List.of(),
                    List.of(tool),
                    List.of(),
                    "en",
                    "UTC",
                    Limits.DEFAULT,
                    Wishes.NONE));
  }

  private record Broken(ToolSpec spec) implements LogTool {
    @Override
    public List<Entry> call(Log log, Call call, Json arguments) {
      return List.of();
    }
  }

  private List<String> problems() {
    return catchThrowableOfType(InvalidSettings.class, this::read).problems();
  }

  private Agent read() {
    return AgentFolder.read(
        "support", name -> Optional.ofNullable(files.get(name)), Toolset.NONE, "UTC");
  }
}
