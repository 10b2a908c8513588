package frontdesk.server.killed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledDeskTest {
  private static final int KILLS_OF_EACH = Boolean.getBoolean("frontdesk.soak") ? 20 : 1;

  @TempDir Path directory;

  @Test
  void D01_a_desk_killed_at_any_step_loses_nothing_repeats_nothing_and_says_nothing_untrue()
      throws InterruptedException, ExecutionException {
    try (var platform = Platform.start(directory.resolve("platform.log"));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<Tally>>();
      for (boolean late : List.of(false, true)) {
        for (int half = 0; half < 2; half++) {
          String name = (late ? "late" : "quick") + half;
          List<Moment> moments = moments(late, half);
          running.add(threads.submit(() -> chains(name, platform, moments)));
        }
      }
      Tally all = Tally.NOTHING;
      for (Future<Tally> chain : running) all = all.plus(chain.get());
      System.out.println(all.line(platform.counted()));
      assertThat(all.moments()).containsExactlyInAnyOrder(Moment.values());
    }
  }

  private Tally chains(String name, Platform platform, List<Moment> moments) {
    Tally tally = Tally.NOTHING;
    for (int time = 0; time < KILLS_OF_EACH; time++) {
      var random = new Random(31L * name.hashCode() + time);
      var shuffled = new ArrayList<>(moments);
      Collections.shuffle(shuffled, random);
      var chain = new Chain(name + "-" + time, directory, platform, shuffled, random);
      tally = tally.plus(chain.run());
    }
    return tally;
  }

  /// The late ones take seconds each, and hardly a processor: they run beside the others.
  private static List<Moment> moments(boolean late, int half) {
    List<Moment> all =
        Arrays.stream(Moment.values()).filter(moment -> moment.isLate() == late).toList();
    return IntStream.range(0, all.size()).filter(i -> i % 2 == half).mapToObj(all::get).toList();
  }
}
