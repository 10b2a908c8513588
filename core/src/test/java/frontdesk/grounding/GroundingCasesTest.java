package frontdesk.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What a customer would want believed is believed, and the rest is asked for.
class GroundingCasesTest {
  private static final List<GroundingCase> CASES = GroundingCase.all();
  private static final double WRONG_ASKS_MAX = 0.05;

  @Test
  void X07_nothing_is_believed_that_nobody_said_and_little_is_asked_twice() {
    List<GroundingCase> accept = CASES.stream().filter(GroundingCase::accept).toList();
    List<GroundingCase> ask = CASES.stream().filter(c -> !c.accept()).toList();
    List<String> wrongAsks = lines(accept, false);
    List<String> wrongAccepts = lines(ask, true);
    System.out.printf(
        "grounding: %d cases, %d Thai; accepted %d right, %d wrong; asked %d right, %d wrong%n",
        CASES.size(),
        CASES.stream().filter(GroundingCase::isThai).count(),
        accept.size() - wrongAsks.size(),
        wrongAccepts.size(),
        ask.size() - wrongAccepts.size(),
        wrongAsks.size());
    wrongAsks.forEach(line -> System.out.println("asked, though it was said: " + line));
    assertThat(wrongAccepts).isEmpty();
    assertThat(wrongAsks.size()).isLessThan((int) (WRONG_ASKS_MAX * accept.size()));
  }

  private static List<String> lines(List<GroundingCase> cases, boolean accepted) {
    return cases.stream()
        .filter(one -> one.stands().accepted() == accepted)
        .map(GroundingCase::line)
        .toList();
  }

  @Test
  void there_are_enough_of_them_and_more_than_a_third_are_thai() {
    assertThat(CASES).hasSizeGreaterThanOrEqualTo(240);
    assertThat(CASES.stream().filter(GroundingCase::isThai).count() / (double) CASES.size())
        .isGreaterThanOrEqualTo(0.35);
  }

  @Test
  void X07_every_source_says_its_value_when_it_is_read_again() {
    assertThat(CASES).allSatisfy(one -> assertThat(one.stands().rereads()).as(one.line()).isTrue());
  }
}
