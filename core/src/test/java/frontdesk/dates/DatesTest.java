package frontdesk.dates;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.dates.Reading.Asked;
import frontdesk.dates.Reading.Resolved;
import frontdesk.dates.When.Day;
import frontdesk.dates.When.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DatesTest {
  private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
  private static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");
  private static final Context CONTEXT = Context.in(BANGKOK, NOW, Locale.ENGLISH);

  @Test
  void a_time_alone_is_of_the_day_that_is_talked_about() {
    Context friday = CONTEXT.about(LocalDate.of(2026, 11, 27));
    assertThat(Dates.read("move it to 3pm", friday))
        .isEqualTo(moment("2026-11-27T08:00:00Z", "move it to 3pm", "3pm"));
    assertThat(Dates.read("at 3", friday)).isInstanceOf(Asked.class);
  }

  @Test
  void a_day_alone_is_at_the_time_that_is_talked_about() {
    assertThat(Dates.read("better on Friday", CONTEXT.about(LocalTime.of(15, 0))))
        .isEqualTo(moment("2026-11-27T08:00:00Z", "better on Friday", "on Friday"));
  }

  private static Resolved moment(String at, String line, String words) {
    int from = line.indexOf(words);
    return new Resolved(
        new Moment(Instant.parse(at).atZone(BANGKOK)),
        new Span(from, from + words.length()),
        Dates.DATE);
  }

  @Test
  void a_meeting_has_its_time_and_its_length_each_with_its_words() {
    String line = "book a 30 minute meeting next Tuesday at 2pm";
    assertThat(
            Dates.readAll(line, CONTEXT).stream()
                .map(Resolved.class::cast)
                .map(one -> one.span().of(line)))
        .containsExactly("next Tuesday at 2pm", "30 minute");
  }

  @Test
  void T09_tomorrow_near_midnight_is_asked_when_the_zone_is_only_assumed() {
    Instant justBefore = Instant.parse("2026-11-25T22:30:00Z");
    Context assumed = Context.assuming(ZoneOffset.UTC, justBefore, Locale.ENGLISH);
    assertThat(Dates.read("tomorrow at 9am", assumed))
        .isInstanceOfSatisfying(
            Asked.class,
            asked -> {
              assertThat(asked.reason()).isEqualTo(Reason.NEAR_MIDNIGHT);
              assertThat(asked.candidates().stream().flatMap(when -> when.iso().stream()))
                  .containsExactly("2026-11-26T09:00:00Z", "2026-11-27T09:00:00Z");
            });
    assertThat(Dates.read("tomorrow at 9am London time", assumed)).isInstanceOf(Resolved.class);
    Context noon =
        Context.assuming(ZoneOffset.UTC, Instant.parse("2026-11-25T12:00:00Z"), Locale.ENGLISH);
    assertThat(Dates.read("tomorrow", noon)).isInstanceOf(Resolved.class);
  }

  @Test
  void a_day_is_written_from_its_start_to_that_of_the_next() {
    assertThat(new Day(LocalDate.of(2027, 3, 14), ZoneId.of("America/New_York")).iso())
        .containsExactly("2027-03-14T00:00:00-05:00", "2027-03-15T00:00:00-04:00");
  }

  @Test
  void C9_every_iana_zone_stays_itself() {
    var wrong = new TreeSet<String>();
    for (String id : ZoneId.getAvailableZoneIds()) {
      boolean place =
          id.matches("(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Pacific)/.*");
      if (place && !Dates.zone("my zone is " + id, CONTEXT).equals(Optional.of(ZoneId.of(id))))
        wrong.add(id);
    }
    assertThat(wrong).isEqualTo(Set.of());
  }

  @Test
  void C9_a_zone_is_never_found_inside_another_word() {
    for (String line :
        List.of(
            "the best time",
            "Western Europe",
            "at the latest",
            "tomorrow est-ce que",
            "Europe/Atlantis",
            "istanbul")) {
      assertThat(Dates.zone(line, CONTEXT)).as(line).isEmpty();
    }
    assertThat(Dates.zone("Istanbul time", CONTEXT)).contains(ZoneId.of("Europe/Istanbul"));
  }

  @Test
  void each_question_is_asked_in_both_languages() {
    for (Reason reason : Reason.values()) {
      assertThat(reason.question(Locale.ENGLISH)).matches("[ -~]+");
      assertThat(reason.question(Locale.forLanguageTag("th-TH"))).containsPattern("[ก-๙]");
    }
  }
}
