package frontdesk.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChanceTest {

  @Test
  void a_draw_from_one_stream_changes_no_other() {
    var one = new Chance(7);
    var other = new Chance(7);
    other.below(10);
    other.named("clock").below(10);
    assertThat(tenOf(one.named("wire"))).isEqualTo(tenOf(other.named("wire")));
  }

  @Test
  void streams_of_different_names_and_seeds_differ() {
    assertThat(tenOf(new Chance(7).named("a"))).isNotEqualTo(tenOf(new Chance(7).named("b")));
    assertThat(tenOf(new Chance(7).named("a"))).isNotEqualTo(tenOf(new Chance(8).named("a")));
  }

  @Test
  void asking_for_a_name_again_goes_on_with_the_same_stream() {
    var chance = new Chance(7);
    assertThat(tenOf(chance.named("a"))).isNotEqualTo(tenOf(chance.named("a")));
  }

  private static List<Integer> tenOf(Chance chance) {
    return IntStream.range(0, 10).mapToObj(_ -> chance.below(1_000)).toList();
  }
}
