package frontdesk.model.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import frontdesk.model.ModelException;
import frontdesk.model.ModelException.Kind;
import frontdesk.simulation.Node;
import frontdesk.simulation.Simulation;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// M02: who began to ask before a circuit opened says nothing about the provider as it is now.
class CircuitTest {
  private static final Duration FIRST = Duration.ofSeconds(5);
  private final ModelException down = new ModelException(Kind.OVERLOADED, "down", Optional.empty());

  private final Simulation simulation = new Simulation(1);
  private final Node node = simulation.node("server");
  private final Circuit circuit = new Circuit(node.threads());

  @Test
  void M02_failures_that_come_late_do_not_keep_it_open_for_longer() {
    open();
    for (int i = 0; i < 100; i++) assertThat(circuit.failed(down, false)).isFalse();
    after(FIRST, () -> assertThat(circuit.enter()).isTrue());
  }

  @Test
  void M02_a_failure_that_comes_late_is_not_that_of_the_one_who_tries() {
    open();
    after(FIRST, () -> assertThat(circuit.enter()).isTrue());
    circuit.failed(down, false);
    assertThatThrownBy(circuit::enter).isInstanceOf(CircuitOpen.class);
    circuit.answered(true);
    assertThat(circuit.enter()).isFalse();
  }

  @Test
  void M02_an_answer_that_comes_late_does_not_close_it() {
    open();
    circuit.answered(false);
    assertThatThrownBy(circuit::enter).isInstanceOf(CircuitOpen.class);
  }

  @Test
  void M02_each_try_that_fails_doubles_the_time() {
    open();
    after(
        FIRST,
        () -> {
          assertThat(circuit.failed(down, circuit.enter())).isFalse();
          node.threads().sleep(FIRST);
          assertThatThrownBy(circuit::enter).isInstanceOf(CircuitOpen.class);
          node.threads().sleep(FIRST);
          assertThat(circuit.enter()).isTrue();
        });
  }

  private void open() {
    for (int i = 1; i < Circuit.FAILURES_MAX; i++) circuit.failed(down, false);
    assertThat(circuit.failed(down, false)).isTrue();
  }

  private void after(Duration time, Runnable what) {
    simulation.run(
        node,
        () -> {
          node.threads().sleep(time);
          what.run();
        });
  }
}
