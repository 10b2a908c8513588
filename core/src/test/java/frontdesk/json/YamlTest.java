package frontdesk.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class YamlTest {
  @Test
  void a_character_of_two_units_may_stand_anywhere() {
    for (int before : IntStream.rangeClosed(1_000, 3_100).toArray()) {
      String said = "a".repeat(before) + "👍👍 done";
      assertThat(Yaml.parse("said: " + said).path("said").asString("")).isEqualTo(said);
    }
  }

  @Test
  void half_a_character_is_refused_wherever_it_stands() {
    for (String broken : new String[] {"said: \ud83d", "said: \ud83d and more"}) {
      assertThatThrownBy(() -> Yaml.parse(broken)).isInstanceOf(InvalidJson.class);
    }
  }

  @Test
  void a_name_that_stands_twice_is_refused_with_its_place() {
    assertThatThrownBy(() -> Yaml.parse("a: 1\na: 2"))
        .isInstanceOf(InvalidJson.class)
        .hasMessageContaining("line 2");
  }
}
