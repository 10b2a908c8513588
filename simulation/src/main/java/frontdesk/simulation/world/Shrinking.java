package frontdesk.simulation.world;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Makes a run that violates an invariant smaller while it still does: leaves out strikes,
/// customers, messages, and seconds of bad weather. Bounded in runs and steps, so it ends with
/// what it has.
final class Shrinking {
  private static final int RUNS_MAX = 300;
  private static final long STEPS_MAX = 2_000_000;
  private static final int STEPS_PER_STRIKE = 100;
  private static final List<Integer> MESSAGES = List.of(0, 1, 2, 3, 4, 10, 70);
  private static final List<Integer> SECONDS = List.of(0, 2, 5, 10, 20, 40);

  private final String invariant;
  private Result best;
  private int runs;
  private long steps;

  private Shrinking(Result failing, String invariant) {
    this.invariant = invariant;
    this.best = failing;
  }

  /// What is left of a run.
  ///
  /// @param runs how many were tried
  record Shrunk(Result before, Result after, int runs) {
    String report() {
      return summary() + "\n" + after.report();
    }

    String summary() {
      return "shrunk from %d strikes and %d steps to %d strikes and %d steps in %d runs"
          .formatted(
              before.strikes().size(), before.steps(), after.strikes().size(), after.steps(), runs);
    }
  }

  static Shrunk shrink(Result failing, String invariant) {
    var shrinking = new Shrinking(failing, invariant);
    shrinking.run();
    return new Shrunk(failing, shrinking.best, shrinking.runs);
  }

  private void run() {
    // From now on its strikes are played, not drawn.
    if (!still(best.plan().with(best.strikes()))) return;
    int before;
    do {
      before = size(best);
      leaveOutCustomers();
      leaveOutMessages();
      leaveOutSeconds();
      leaveOutStrikes();
    } while (size(best) < before);
  }

  /// How long a person takes to read it: a strike is as much as many plain steps.
  private static int size(Result result) {
    return result.steps() + STEPS_PER_STRIKE * result.strikes().size();
  }

  /// Whether this run violates it too, and is smaller; then it is the best so far.
  private boolean still(Plan plan) {
    if (runs >= RUNS_MAX || steps >= STEPS_MAX) return false;
    Result result = World.run(plan);
    runs++;
    steps += result.steps();
    boolean replayed = runs == 1;
    if (!result.violates(invariant) || !(replayed || size(result) < size(best))) return false;
    best = result;
    return true;
  }

  private void leaveOutCustomers() {
    for (Story story : best.stories()) {
      Scale scale = best.plan().scale();
      var absent = new HashSet<>(scale.absent());
      absent.add(story.id().peer());
      still(best.plan().with(new Scale(absent, scale.messages(), scale.stormSeconds())));
    }
  }

  private void leaveOutMessages() {
    Scale scale = best.plan().scale();
    for (int fewer : MESSAGES) {
      if (fewer >= scale.messages()) return;
      var smaller = new Scale(scale.absent(), fewer, scale.stormSeconds());
      if (still(best.plan().with(smaller))) return;
    }
  }

  private void leaveOutSeconds() {
    Scale scale = best.plan().scale();
    for (int fewer : SECONDS) {
      if (fewer >= scale.stormSeconds()) return;
      var smaller = new Scale(scale.absent(), scale.messages(), fewer);
      if (still(best.plan().with(smaller))) return;
    }
  }

  /// Larger pieces first, then single ones.
  private void leaveOutStrikes() {
    for (int piece = best.strikes().size(); piece >= 1; piece /= 2) {
      int from = 0;
      while (from < best.strikes().size()) {
        List<Strike> left = without(best.strikes(), from, from + piece);
        if (!still(best.plan().with(left))) from += piece;
      }
    }
  }

  private static List<Strike> without(List<Strike> strikes, int from, int to) {
    var left = new ArrayList<>(strikes.subList(0, from));
    if (to < strikes.size()) left.addAll(strikes.subList(to, strikes.size()));
    return left;
  }
}
