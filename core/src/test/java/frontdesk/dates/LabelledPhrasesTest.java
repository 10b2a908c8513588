package frontdesk.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The labelled phrases, each read as its label says.
class LabelledPhrasesTest {
  @Test
  void C10_C11_english_phrases_mean_what_they_say() {
    assertThat(wrong(Labelled.table("english.txt"))).isEmpty();
  }

  @Test
  void T09_thai_phrases_mean_what_they_say() {
    assertThat(wrong(Labelled.table("thai.txt"))).isEmpty();
  }

  @Test
  void T09_C9_C10_Better_4_phrases_mean_what_they_say_in_their_zone() {
    assertThat(wrong(Labelled.table("zones.txt"))).isEmpty();
  }

  @Test
  void there_are_enough_of_them_and_near_half_are_thai() {
    List<Labelled> all = Labelled.all();
    long thai =
        all.stream()
            .filter(one -> one.phrase().chars().anyMatch(c -> c >= 'ก' && c <= '๛'))
            .count();
    assertThat(all).hasSizeGreaterThanOrEqualTo(330);
    assertThat(thai).isGreaterThanOrEqualTo(150);
  }

  private static List<String> wrong(List<Labelled> phrases) {
    return phrases.stream()
        .filter(one -> !one.read().equals(one.meaning()))
        .map(one -> one.phrase() + " = " + one.meaning() + "   but read " + one.read())
        .toList();
  }
}
