package frontdesk.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.LongFunction;

/// Whether worlds with a bug planted in them break a rule.
final class Found {
  private Found() {}

  static void within(long seeds, String bug, String rule, LongFunction<Result> run) {
    try (var _ = new Quiet()) {
      for (long seed = 0; seed < seeds; seed++) {
        Result result = run.apply(seed);
        Optional<Violation> found =
            result.violations().stream().filter(v -> v.rule().equals(rule)).findFirst();
        if (found.isEmpty()) continue;
        System.out.println("planted: " + bug + ": seed " + seed + " violates " + found.get());
        assertThat(result.report()).startsWith("Seed " + seed).contains(rule, "weather   clears");
        return;
      }
      throw new AssertionError(bug + ": " + rule + " holds in " + seeds + " seeds");
    }
  }
}
