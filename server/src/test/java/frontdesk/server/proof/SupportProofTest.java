package frontdesk.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SupportProofTest {
  /// All that a client may be answered in a storm.
  private static final Set<Integer> STATUSES = Set.of(200, 201, 401, 404, 422, 429, 502, 503);

  private static final long SEEDS = Boolean.getBoolean("frontdesk.soak") ? 3_000 : 300;

  @Test
  void I1_I2_I4_I5_I6_I7_hold_over_REST_whatever_befalls_clients_wire_and_servers() {
    try (var _ = new Quiet()) {
      var failures = new ConcurrentLinkedQueue<String>();
      Counts counts =
          LongStream.range(0, SEEDS)
              .parallel()
              .mapToObj(SupportPlay::run)
              .peek(result -> noteFailure(result, failures))
              .map(Result::counts)
              .reduce(Counts.NONE, Counts::plus);
      System.out.println("support over REST: " + counts);
      assertThat(failures).isEmpty();
      assertThat(counts.isRough()).as(counts.toString()).isTrue();
      assertThat(counts.bursts()).isPositive();
      assertThat(counts.answers().keySet()).isEqualTo(STATUSES);
    }
  }

  @Test
  void the_same_seed_gives_the_same_trace_byte_for_byte() {
    try (var _ = new Quiet()) {
      for (long seed = 0; seed < 10; seed++) {
        Result once = SupportPlay.run(seed);
        Result again = SupportPlay.run(seed);
        assertThat(again.trace().text()).isEqualTo(once.trace().text());
        assertThat(again.chronicle()).isEqualTo(once.chronicle());
      }
    }
  }

  private static void noteFailure(Result result, Queue<String> failures) {
    if (!result.violations().isEmpty() && failures.isEmpty()) failures.add(result.report());
  }
}
