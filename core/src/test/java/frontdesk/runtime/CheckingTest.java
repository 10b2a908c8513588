package frontdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.conversation.CallId;
import frontdesk.conversation.Entry.Gathered;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.json.Jsons;
import frontdesk.runtime.Gathering.Checked;
import frontdesk.tool.Recovery;
import frontdesk.tool.ToolSpec;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What was found for an earlier call of a tool is read again when the call is complete.
class CheckingTest {
  private static final ToolSpec BOOK =
      ToolSpec.act(
          "book",
          "Books a meeting.",
          new Json(
              """
              {"type": "object", "required": ["date", "time", "email"], "properties": {
                "date": {"type": "string", "format": "date"},
                "time": {"type": "string", "x-kind": "time"},
                "email": {"type": "string", "format": "email"}}}"""),
          Recovery.ASK_HUMAN,
          Duration.ofSeconds(5));
  private static final String DAY_AND_TIME = "{\"date\": \"2026-01-06\", \"time\": \"14:00\"}";

  private final Story story = Story.customerSays("on 6 January at 2pm, please");
  private final Checked first = checked(story.log(), DAY_AND_TIME, Optional.empty());

  @Test
  void X07_what_was_found_stands_when_the_rest_is_given() {
    story.replies("What is your e-mail address?").says("ann@example.com");
    Checked all = checked(story.log(), "{\"email\": \"ann@example.com\"}", Optional.of(first));
    assertThat(all.invalid()).isEmpty();
    assertThat(all.missing()).isEmpty();
  }

  @Test
  void X07_a_time_that_was_said_for_another_day_is_asked_for() {
    story.replies("What else?").says("ann@example.com, and the other one on 7 January at 4pm");
    String other = "{\"email\": \"ann@example.com\", \"date\": \"2026-01-07\"}";
    Checked all = checked(story.log(), other, Optional.of(first));
    assertThat(all.invalid()).containsOnlyKeys("time");
    assertThat(all.missing()).containsExactly("time");
    assertThat(all.json().text()).doesNotContain("14:00");
  }

  @Test
  void what_was_found_in_a_message_that_is_not_read_any_more_stands() {
    Log later = Story.begins().says("hello").says("ann@example.com").log();
    Log forgotten =
        new Log(
            later.head(),
            later.snapshot(),
            later.entries().subList(1, 2),
            later.unsaved(),
            later.open(),
            later.at());
    String email = "{\"email\": \"ann@example.com\"}";
    Checked all = checked(forgotten, email, Optional.of(first));
    assertThat(all.invalid()).isEmpty();
  }

  private static Checked checked(Log log, String own, Optional<Checked> before) {
    Optional<Gathered> base =
        before.map(
            known ->
                new Gathered(
                    new CallId("a"),
                    new CallId("a"),
                    BOOK.name(),
                    known.json(),
                    known.sources(),
                    known.missing(),
                    known.invalid(),
                    Story.ONE,
                    log.at().plusSeconds(60)));
    return Checked.of(BOOK, log, "en", Jsons.parseObject(own), base);
  }
}
