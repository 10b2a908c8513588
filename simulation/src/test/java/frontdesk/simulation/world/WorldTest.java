package frontdesk.simulation.world;

import org.junit.jupiter.api.Test;

class WorldTest {

  @Test
  void try_some() {
    long n = Long.getLong("seeds", 20);
    long t = System.nanoTime();
    int steps = 0, bad = 0, crashes = 0, pauses = 0, stops = 0, effects = 0;
    for (long seed = 0; seed < n; seed++) {
      Result r = World.run(seed);
      steps += r.trace().size();
      crashes += r.crashes();
      pauses += r.pauses();
      stops += r.stops();
      effects += r.effects();
      if (!r.violations().isEmpty()) {
        if (bad++ < 12)
          System.out.println(
              r.seed()
                  + " "
                  + r.violations().stream()
                      .map(
                          v -> {
                            String s = v.toString();
                            return s.substring(0, Math.min(1500, s.length()));
                          })
                      .toList());
      }
    }
    System.out.println(
        "steps "
            + steps
            + " bad "
            + bad
            + " crashes "
            + crashes
            + " pauses "
            + pauses
            + " stops "
            + stops
            + " effects "
            + effects
            + " ms "
            + (System.nanoTime() - t) / 1000000);
  }
}
