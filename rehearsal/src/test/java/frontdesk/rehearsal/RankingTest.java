package frontdesk.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.conversation.Json;
import frontdesk.rehearsal.Hearing.Decision;
import frontdesk.tool.ToolSpec;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RankingTest {
  private static Hearing hear(String line) {
    return Hearing.of(Conversed.aboutMeetings().customer(line).request());
  }

  @ParameterizedTest
  @CsvSource({
    "book_meeting,I want to book an appointment",
    "book_meeting,please reserve a slot on 2 December at 14:00",
    "list_meetings,which bookings do I have?",
    "list_meetings,show me my past meetings",
    "find_free_times,is anything available on 3 December?",
    "move_meeting,I need to reschedule my appointment",
    "move_meeting,can we postpone the meeting?",
    "cancel_meeting,please delete my booking",
    "book_meeting,ขอจองนัดพรุ่งนี้สิบโมงเช้า",
    "list_meetings,ขอดูรายการนัดหน่อย",
    "cancel_meeting,อยากยกเลิกนัดประชุม",
    "move_meeting,ช่วยเลื่อนนัดให้หน่อย"
  })
  void the_tool_that_is_wanted_comes_first(String tool, String line) {
    assertThat(hear(line).ranked().getFirst().tool()).isEqualTo(tool);
    assertThat(hear(line).decision()).isEqualTo(Decision.CALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "thanks a lot",
        "bye",
        "what can you do?",
        "are you a bot?",
        "yes",
        "no",
        "ok",
        "",
        "tell me a joke",
        "my cat is asleep",
        "???",
        "สวัสดีค่ะ",
        "ขอบคุณครับ",
        "เล่านิทานให้ฟังหน่อย",
        "one moment please"
      })
  void small_talk_and_what_nothing_fits_wants_no_tool(String line) {
    assertThat(hear(line).decision()).isEqualTo(Decision.NONE);
    assertThat(hear(line).arguments().text()).isEqualTo("{}");
  }

  @Test
  void a_line_between_two_tools_is_asked_about() {
    var tea = tool("order_tea", "Orders tea.");
    var cake = tool("order_cake", "Orders cake.");
    var request = Conversed.with(tea, cake).assistant("Hi.").customer("I want to order").request();
    assertThat(Hearing.of(request).decision()).isEqualTo(Decision.ASK);
    assertThat(new RehearsalModel().reply(request, _ -> {}).text())
        .isEqualTo("I'm not sure what you'd like: order tea or order cake?");
  }

  @Test
  void a_yes_to_an_offer_wants_what_was_offered() {
    var request =
        Conversed.aboutMeetings()
            .customer("what is free on 2 December?")
            .assistant("14:00 and 15:00. Shall I book a meeting?")
            .customer("yes please")
            .request();
    assertThat(Hearing.of(request).ranked().getFirst().tool()).isEqualTo("book_meeting");
    assertThat(Hearing.of(request).decision()).isEqualTo(Decision.CALL);
  }

  @Test
  void what_it_can_do_is_named_when_nothing_fits() {
    assertThat(Conversed.aboutMeetings().assistant("Hi.").customer("tell me a joke").says())
        .isEqualTo(
            "I'm sorry, I can't help with that. What I can do: find free times, book a meeting,"
                + " list your meetings, move a meeting or cancel a meeting.");
  }

  private static ToolSpec tool(String name, String description) {
    return ToolSpec.look(
        name,
        description,
        new Json("{\"type\":\"object\",\"properties\":{}}"),
        Duration.ofSeconds(1));
  }
}
