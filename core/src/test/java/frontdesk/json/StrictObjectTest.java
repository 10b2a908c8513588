package frontdesk.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrictObjectTest {
  private final List<String> problems = new ArrayList<>();

  @Test
  void names_every_problem_with_the_key_and_the_fix() {
    StrictObject object = object("{name: ' ', port: 70000, tls: 'yes', hosts: 5, limits: [1]}");
    object.requiredText("name");
    object.wholeNumber("port", 1, 65535);
    object.flag("tls", false);
    object.texts("hosts");
    object.object("limits");
    object.noMore();
    assertThat(problems)
        .containsExactly(
            "file.name: is missing, add it",
            "file.port: must be a whole number from 1 to 65535",
            "file.tls: must be true or false",
            "file.hosts: must be a list",
            "file.limits: must be a mapping of keys to values");
  }

  @Test
  void an_unknown_key_is_a_problem_and_the_nearest_known_one_is_named() {
    StrictObject object = object("{funktion: a, model_cals: 3}");
    object.text("function");
    object.text("model_calls");
    object.text("name");
    object.noMore();
    assertThat(problems)
        .containsExactly(
            "file.funktion: unknown key; did you mean 'function'?",
            "file.model_cals: unknown key; did you mean 'model_calls'?");
  }

  @Test
  void what_is_right_is_read_without_a_problem() {
    StrictObject object = object("{name: x, port: 80, tls: true, hosts: [a, b]}");
    assertThat(object.requiredText("name")).isEqualTo("x");
    assertThat(object.wholeNumber("port", 1, 65535)).contains(80);
    assertThat(object.flag("tls", false)).isTrue();
    assertThat(object.texts("hosts")).containsExactly("a", "b");
    assertThat(object.text("absent")).isEmpty();
    object.noMore();
    assertThat(problems).isEmpty();
  }

  private StrictObject object(String yaml) {
    return new StrictObject("file", Yaml.parse(yaml), problems);
  }
}
