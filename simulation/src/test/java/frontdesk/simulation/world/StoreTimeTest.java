package frontdesk.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.simulation.Node;
import frontdesk.simulation.Simulation;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StoreTimeTest {
  private static final Duration DAY = Duration.ofDays(1);

  private final Simulation simulation = new Simulation(1);
  private final Node home = simulation.node("home");
  private final StoreTime time = new StoreTime(home);

  @Test
  void the_stores_time_goes_on_whatever_its_wall_clock_does() {
    simulation.run(
        home,
        () -> {
          Instant before = time.instant();
          home.jump(DAY);
          home.jump(DAY.multipliedBy(-2));
          home.threads().sleep(Duration.ofSeconds(7));
          assertThat(Duration.between(before, time.instant()))
              .isBetween(Duration.ofSeconds(7), Duration.ofSeconds(8));
        });
  }

  @Test
  void it_does_not_go_back_when_the_store_starts_again_under_a_clock_that_went_back() {
    simulation.run(
        home,
        () -> {
          home.threads().sleep(Duration.ofSeconds(7));
          Instant before = time.instant();
          home.jump(DAY.negated());
          time.restarts();
          assertThat(Duration.between(before, time.instant()))
              .isBetween(Duration.ZERO, Duration.ofSeconds(1));
        });
  }
}
