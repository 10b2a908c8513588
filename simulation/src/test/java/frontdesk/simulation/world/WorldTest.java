package frontdesk.simulation.world;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class WorldTest {
  private static final long HASHED = 20;
  private static final long SEEDS = Boolean.getBoolean("frontdesk.soak") ? 10_000 : 1_000;

  @Test
  void I1_I2_I3_I4_I5_I7_I10_I11_hold_in_every_seed_whatever_befalls_the_servers() {
    Quiet.please();
    var tally = new Tally();
    for (long seed = 0; seed < SEEDS; seed++) {
      Result result = World.run(seed);
      tally.add(result);
      assertThat(result.violations()).as(() -> smaller(result)).isEmpty();
    }
    System.out.println(tally);
    assertThat(tally.tooRare()).as(tally.toString()).isEmpty();
  }

  @Test
  void the_same_seed_gives_the_same_trace_byte_for_byte() {
    Quiet.please();
    for (long seed = 0; seed < 40; seed++) {
      Result first = World.run(seed);
      Result second = World.run(seed);
      assertThat(second.trace().text()).isEqualTo(first.trace().text());
      assertThat(second.strikes()).isEqualTo(first.strikes());
      assertThat(second.counts()).isEqualTo(first.counts());
    }
  }

  @Test
  void another_process_gives_the_same_traces() throws IOException {
    Quiet.please();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    String main = TraceHashes.class.getName();
    Process other =
        new ProcessBuilder(java, "-cp", classes, main, "0", "" + HASHED)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String theirs = new String(other.getInputStream().readAllBytes(), UTF_8);
    assertThat(theirs).isEqualTo(TraceHashes.of(0, HASHED));
  }

  @Test
  void strikes_that_are_played_again_give_the_same_trace_byte_for_byte() {
    Quiet.please();
    for (long seed = 0; seed < 40; seed++) {
      Result drawn = World.run(seed);
      Result played = World.run(drawn.plan().with(drawn.strikes()));
      assertThat(played.trace().text()).isEqualTo(drawn.trace().text());
    }
  }

  @Test
  void a_planted_bug_gives_the_same_trace_and_the_same_report_byte_for_byte() {
    Quiet.please();
    Supplier<Bug> bug = LosesTheFence::new;
    for (long seed = 0; seed < 10; seed++) {
      Result first = World.run(Plan.of(seed).with(bug));
      Result second = World.run(Plan.of(seed).with(bug));
      assertThat(second.trace().text()).isEqualTo(first.trace().text());
      assertThat(second.report()).isEqualTo(first.report());
    }
  }

  private static String smaller(Result failing) {
    return Shrinking.shrink(failing, failing.violations().getFirst().invariant()).report();
  }
}
