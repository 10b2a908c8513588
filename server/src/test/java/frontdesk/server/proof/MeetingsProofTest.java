package frontdesk.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.rehearsal.RehearsalModel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MeetingsProofTest {
  private static final long SEEDS = Boolean.getBoolean("frontdesk.soak") ? 1_000 : 60;

  @Test
  void X03_X05_X07_X11_X18_nothing_is_booked_twice_lost_or_told_wrongly_whatever_befalls() {
    try (var _ = new Quiet()) {
      var failures = new ConcurrentLinkedQueue<String>();
      Counts counts =
          LongStream.range(0, SEEDS)
              .parallel()
              .mapToObj(MeetingsPlay::run)
              .peek(result -> noteFailure(result, failures))
              .map(Result::counts)
              .reduce(Counts.NONE, Counts::plus);
      System.out.println("meetings over REST: " + counts);
      assertThat(failures).isEmpty();
      assertThat(counts.isRough()).as(counts.toString()).isTrue();
      assertThat(counts.deeds("booked")).isGreaterThan((int) SEEDS);
      assertThat(counts.deeds("moved")).isGreaterThan((int) SEEDS / 4);
      assertThat(counts.deeds("cancelled")).isGreaterThan((int) SEEDS / 4);
      assertThat(counts.deeds("lost answers of the provider")).isGreaterThan((int) SEEDS / 4);
      assertThat(counts.deeds("taken before the yes")).isPositive();
      assertThat(counts.deeds("taken after the yes")).isPositive();
      assertThat(counts.deeds("left to a person")).isPositive();
      assertThat(counts.deeds("hold_slot")).isGreaterThan((int) SEEDS / 2);
      assertThat(counts.deeds("release_slot")).isPositive();
    }
  }

  @Test
  void the_same_holds_with_the_model_that_needs_no_key() {
    try (var _ = new Quiet()) {
      Fitting rehearsal = Fitting.ofModel(_ -> new RehearsalModel());
      var failures = new ConcurrentLinkedQueue<String>();
      Counts counts =
          LongStream.range(0, SEEDS / 6)
              .parallel()
              .mapToObj(seed -> MeetingsPlay.run(seed, rehearsal))
              .peek(result -> noteFailure(result, failures))
              .map(Result::counts)
              .reduce(Counts.NONE, Counts::plus);
      System.out.println("meetings with rehearsal: " + counts);
      assertThat(failures).isEmpty();
      assertThat(counts.deeds("booked")).isPositive();
    }
  }

  @Test
  void the_same_seed_gives_the_same_trace_byte_for_byte() {
    try (var _ = new Quiet()) {
      for (long seed = 0; seed < 5; seed++) {
        Result once = MeetingsPlay.run(seed);
        Result again = MeetingsPlay.run(seed);
        assertThat(again.trace().text()).isEqualTo(once.trace().text());
        assertThat(again.chronicle()).isEqualTo(once.chronicle());
      }
    }
  }

  private static void noteFailure(Result result, Queue<String> failures) {
    if (!result.violations().isEmpty() && failures.isEmpty()) failures.add(result.report());
  }
}
