package frontdesk.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.conversation.ConversationId;
import frontdesk.simulation.world.Shrinking.Shrunk;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShrinkingTest {
  private static final Shrunk SHRUNK = shrunk();

  @Test
  void a_run_shrinks_to_the_few_strikes_that_a_bug_needs_and_still_shows_it() {
    System.out.println("planted: repeats the unknown: " + SHRUNK.summary());
    assertThat(SHRUNK.after().violates("I3")).isTrue();
    assertThat(SHRUNK.before().strikes()).hasSizeGreaterThan(5);
    assertThat(SHRUNK.after().strikes()).hasSizeLessThanOrEqualTo(2);
    assertThat(SHRUNK.after().steps()).isLessThan(SHRUNK.before().steps());
    assertThat(SHRUNK.after().stories()).hasSize(1);
  }

  @Test
  void what_is_left_is_a_plan_that_gives_the_same_run_again() {
    Result again = World.run(SHRUNK.after().plan());
    assertThat(again.trace().text()).isEqualTo(SHRUNK.after().trace().text());
  }

  @Test
  void the_report_tells_the_story_of_the_violated_conversation_and_of_no_other() {
    Result before = SHRUNK.before();
    String report = before.report();
    ConversationId told = before.violations().getFirst().about().orElseThrow();
    assertThat(report)
        .startsWith("Seed " + before.plan().seed() + "\n  ")
        .contains("I3: " + told + ": an act happened", "# the log of " + told, "Intended[")
        .contains("# at the backend", "request ", "# the trace", "*** ", " steps left out");
    String story = report.substring(report.indexOf("# the log of"));
    for (ConversationId other : others(before, told)) {
      assertThat(story.lines().filter(line -> line.contains(other.value())))
          .allMatch(line -> line.contains("***") || line.contains(told.value()));
    }
  }

  private static Set<ConversationId> others(Result result, ConversationId told) {
    var others = new HashSet<ConversationId>();
    for (Story story : result.stories()) others.add(story.id());
    others.remove(told);
    return others;
  }

  private static Shrunk shrunk() {
    Quiet.please();
    for (long seed = 0; seed < 200; seed++) {
      Result result = World.run(Plan.of(seed).with(RepeatsTheUnknown::new));
      boolean rough = result.strikes().size() > 5 && result.stories().size() > 1;
      if (rough && result.violates("I3")) return Shrinking.shrink(result, "I3");
    }
    throw new AssertionError("found in no seed");
  }
}
