package frontdesk.dates;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.dates.Reading.Asked;
import frontdesk.dates.Reading.None;
import frontdesk.dates.Reading.Resolved;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What holds for any line, at any place and time.
class DatesPropertiesTest {
  private static final List<String> ZONES =
      List.of(
          "America/New_York",
          "America/Los_Angeles",
          "America/Chicago",
          "America/Denver",
          "America/Halifax",
          "America/St_Johns",
          "America/Havana",
          "America/Santiago",
          "Europe/London",
          "Europe/Budapest",
          "Europe/Bucharest",
          "Europe/Berlin",
          "Europe/Madrid",
          "Europe/Athens",
          "Africa/Cairo",
          "Asia/Jerusalem",
          "Asia/Beirut",
          "Australia/Sydney",
          "Australia/Lord_Howe",
          "Pacific/Auckland");

  private static final Context BANGKOK =
      Context.in(ZoneId.of("Asia/Bangkok"), Instant.parse("2026-11-25T03:00:00Z"), Locale.ENGLISH);

  @Test
  void T09_a_time_that_clocks_skip_is_asked_in_twenty_zones() {
    for (String id : ZONES) {
      ZoneId zone = ZoneId.of(id);
      ZoneOffsetTransition gap = transition(zone, true);
      LocalDateTime skipped = gap.getDateTimeBefore().plusMinutes(15);
      Reading reading = Dates.read(skipped.toString(), before(zone, gap));
      assertThat(reading)
          .as(id + " " + skipped)
          .isInstanceOfSatisfying(
              Asked.class,
              asked -> {
                assertThat(asked.reason()).isEqualTo(Reason.GAP);
                assertThat(asked.candidates()).hasSize(2);
              });
    }
  }

  @Test
  void T09_a_time_that_clocks_show_twice_is_asked_in_twenty_zones() {
    for (String id : ZONES) {
      ZoneId zone = ZoneId.of(id);
      ZoneOffsetTransition overlap = transition(zone, false);
      LocalDateTime twice = overlap.getDateTimeAfter().plusMinutes(15);
      Reading reading = Dates.read(twice.toString(), before(zone, overlap));
      assertThat(reading)
          .as(id + " " + twice)
          .isInstanceOfSatisfying(
              Asked.class,
              asked -> {
                assertThat(asked.reason()).isEqualTo(Reason.OVERLAP);
                assertThat(asked.candidates()).hasSize(2);
              });
      for (String offset : List.of("" + overlap.getOffsetBefore(), "" + overlap.getOffsetAfter())) {
        assertThat(Dates.read(twice + offset, before(zone, overlap)))
            .as(twice + offset)
            .isInstanceOf(Resolved.class);
      }
    }
  }

  private static ZoneOffsetTransition transition(ZoneId zone, boolean gap) {
    var rules = zone.getRules();
    var next = rules.nextTransition(Instant.parse("2026-12-01T00:00:00Z"));
    while (next.isGap() != gap) next = rules.nextTransition(next.getInstant());
    return next;
  }

  private static Context before(ZoneId zone, ZoneOffsetTransition transition) {
    return Context.in(zone, transition.getInstant().minusSeconds(100_000), Locale.ENGLISH);
  }

  @Test
  void X07_what_is_resolved_means_the_same_when_only_its_words_are_read() {
    int resolved = 0;
    for (Labelled one : Labelled.all()) {
      for (String line : List.of(one.phrase(), "Please: " + one.phrase() + ", thanks!")) {
        for (Reading reading : Dates.readAll(line, one.context())) {
          if (!(reading instanceof Resolved value)) continue;
          assertThat(Dates.rereads(line, value, one.context())).as(line + " " + value).isTrue();
          resolved++;
        }
      }
    }
    assertThat(resolved).isGreaterThan(400);
  }

  @Test
  void X07_other_words_do_not_mean_the_same() {
    var reading = (Resolved) Dates.read("tomorrow at 2pm", BANGKOK);
    assertThat(Dates.rereads("tomorrow at 3pm", reading, BANGKOK)).isFalse();
    assertThat(Dates.rereads("hello", reading, BANGKOK)).isFalse();
  }

  @Test
  void the_same_line_is_read_the_same_and_small_or_capital_letters_do_not_matter() {
    for (Labelled one : Labelled.all()) {
      assertThat(Dates.read(one.phrase(), one.context()))
          .isEqualTo(Dates.read(one.phrase(), one.context()));
    }
    assertThat(Dates.read("NEXT TUESDAY AT 2PM", BANGKOK))
        .isEqualTo(Dates.read("next tuesday at 2pm", BANGKOK));
  }

  @Test
  void any_text_has_a_reading_and_spans_lie_in_it() {
    var random = new Random(20261125);
    List<Labelled> phrases = Labelled.all();
    for (int i = 0; i < 3_000; i++) {
      String line = random(random, phrases);
      for (Reading reading : Dates.readAll(line, BANGKOK)) {
        Span span =
            switch (reading) {
              case Resolved(_, Span s, _) -> s;
              case Asked(_, _, Span s) -> s;
              case None _ -> new Span(0, 1);
            };
        assertThat(span.to()).as(line).isLessThanOrEqualTo(line.length());
      }
      Numbers.readAll(line, Locale.ENGLISH);
    }
  }

  /// Pieces of phrases cut anywhere, between characters of any kind.
  private static String random(Random random, List<Labelled> phrases) {
    var line = new StringBuilder();
    for (int i = random.nextInt(6); i >= 0; i--) {
      String phrase = phrases.get(random.nextInt(phrases.size())).phrase();
      int from = random.nextInt(phrase.length());
      line.append(phrase, from, from + random.nextInt(phrase.length() - from + 1));
      if (random.nextBoolean()) line.append((char) random.nextInt(0x3000));
      if (random.nextInt(8) == 0) line.appendCodePoint(0x1F600 + random.nextInt(60));
      if (random.nextInt(3) == 0) line.append(random.nextInt()).append(' ');
    }
    return line.toString();
  }

  @Test
  void a_long_line_is_read_in_bounded_time_and_only_its_beginning() {
    String hostile = "in 1 1/1-1:1 twenty twenty สิบสิบสิบ 1,1.1 ".repeat(10_000);
    assertThat(Dates.readAll(hostile, BANGKOK)).hasSizeLessThanOrEqualTo(128);
    assertThat(Dates.read("x ".repeat(10_000) + "tomorrow", BANGKOK)).isEqualTo(new None());
  }
}
