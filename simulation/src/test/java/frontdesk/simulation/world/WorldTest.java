package frontdesk.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorldTest {
  private static final long SEEDS = Boolean.getBoolean("frontdesk.soak") ? 10_000 : 1_000;

  @Test
  void I1_I2_I3_I4_I5_I7_I11_hold_in_every_seed_whatever_befalls_the_servers() {
    Quiet.please();
    var tally = new Tally();
    for (long seed = 0; seed < SEEDS; seed++) {
      Result result = World.run(seed);
      tally.add(result);
      assertThat(result.violations()).as(result::report).isEmpty();
    }
    System.out.println(tally);
    assertThat(tally.reachedEverything()).as(tally.toString()).isTrue();
  }

  @Test
  void the_same_seed_gives_the_same_trace_byte_for_byte() {
    Quiet.please();
    for (long seed = 0; seed < 20; seed++) {
      assertThat(World.run(seed).trace().text()).isEqualTo(World.run(seed).trace().text());
    }
  }
}
