package frontdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RandomWalksTest {
  private static final int WALKS = Boolean.getBoolean("frontdesk.soak") ? 20_000 : 5_000;

  @Test
  void whatever_happens_requests_are_legal_turns_end_and_folding_changes_nothing() {
    var seen = new HashMap<String, Integer>();
    for (int seed = 0; seed < WALKS; seed++) {
      new RandomWalk(seed, seen, UnaryOperator.identity()).run();
    }
    assertThat(seen.keySet())
        .as("the walks come by everything")
        .contains("crash", "stop", "late", "fold", "applied late", "escalated", "not applied")
        .contains("takeover", "hand-back", "person", "approved", "decided", "replay")
        .contains("too long", "summary", "hidden");
  }
}
