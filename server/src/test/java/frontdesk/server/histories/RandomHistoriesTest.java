package frontdesk.server.histories;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.runtime.RandomWalk;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RandomHistoriesTest {
  private static final int HISTORIES = 10_000;
  private static final int CONVERSATIONS = Boolean.getBoolean("frontdesk.soak") ? 10_000 : 0;
  private static final int CONVERSATIONS_PER_PROVIDER = 100;

  @Test
  void a_history_of_any_shape_is_legal_at_the_stand_in_and_begins_like_the_one_before() {
    var seen = new HashMap<String, Integer>();
    var provider = new Provider(0);
    int seed = 0;
    for (; seed < CONVERSATIONS || histories(seen) < HISTORIES; seed++) {
      if (seed % CONVERSATIONS_PER_PROVIDER == 0) provider = new Provider(seed);
      walk(seed, provider, seen);
    }
    System.out.printf(
        "histories: %d of %d conversations (%d crashes, %d stops, %d takeovers, %d late outcomes,"
            + " %d summaries, %d folds): 0 refused, %d with items of the provider; %d begin like"
            + " the one before, %d were cut or changed%n",
        histories(seen),
        seed,
        times(seen, "crash"),
        times(seen, "stop"),
        times(seen, "takeover"),
        times(seen, "late") + times(seen, "late in a turn"),
        times(seen, "summary"),
        times(seen, "fold"),
        times(seen, "replays items"),
        times(seen, "begins alike"),
        times(seen, "begins otherwise"));
    assertThat(times(seen, "compared"))
        .as("the loop takes what a model throws for its failure, and hides it")
        .isEqualTo(histories(seen));
    assertThat(seen.keySet())
        .as("the walks come by everything")
        .contains("responses", "chat", "said by the stand-in", "broke off", "four calls")
        .contains("hidden", "person", "approved", "decided", "replay", "too long", "escalated");
  }

  private static int histories(Map<String, Integer> seen) {
    return times(seen, "responses") + times(seen, "chat");
  }

  private static int times(Map<String, Integer> seen, String what) {
    return seen.getOrDefault(what, 0);
  }

  private static void walk(int seed, Provider provider, Map<String, Integer> seen) {
    var random = new SplittableRandom(seed);
    try {
      new RandomWalk(seed, seen, whim -> new WatchedModel(whim, provider, random, seen)).run();
    } catch (AssertionError e) {
      throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
    }
  }
}
