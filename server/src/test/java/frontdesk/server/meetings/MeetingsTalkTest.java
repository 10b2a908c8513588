package frontdesk.server.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.rehearsal.RehearsalModel;
import frontdesk.server.Shell;
import frontdesk.server.meetings.MeetingsServer.Talk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A customer's whole talk without a key: over REST, and in a pipe of the terminal.
class MeetingsTalkTest {
  private static final List<String> ENGLISH =
      List.of(
          "book a 30 minute meeting next Tuesday at 2pm",
          "Ann Lee, ann@example.com",
          "yes",
          "list my meetings",
          "move it to 3pm",
          "yes",
          "cancel it",
          "yes",
          "list my meetings");

  private static final List<String> THAI =
      List.of(
          "ขอนัดประชุม ๓๐ นาที วันอังคารหน้าบ่ายสอง",
          "ชื่อสมชาย ใจดี",
          "somchai@example.com",
          "ใช่",
          "ดูนัดของฉัน",
          "เลื่อนเป็นบ่ายสาม",
          "ใช่",
          "ยกเลิกนัด",
          "ใช่");

  /// Talks that end in a preview, and what it shows.
  private static final Map<List<String>, List<String>> BOOKED_AS_SAID =
      Map.of(
          List.of("book next Tuesday 3-4pm, Ann Lee, ann@example.com"),
          List.of("15:00–16:00", "60 minutes", "Ann Lee"),
          List.of("book 30 minutes from 3pm next Tuesday, Ann Lee, ann@example.com", "3pm"),
          List.of("15:00–15:30", "30 minutes", "Ann Lee"),
          List.of("book next Tuesday at 12:00 +02:00, Ann Lee, ann@example.com"),
          List.of("10:00–10:30"),
          List.of("book next Tuesday at three, Ann Lee, ann@example.com", "pm"),
          List.of("15:00–15:30"),
          List.of("book next Tuesday 3pm, ann@example.com", "you idiot", "O'Brien, Seán"),
          List.of("15:00–15:30", "O'Brien, Seán"),
          List.of("book next Tuesday 3pm, ann@example.com", "Friday Weld"),
          List.of("Tuesday, ", "Friday Weld"),
          List.of("จองนัดหมายวันอังคารหน้า บ่ายสอง 30 นาที ชื่อ มานี มานะ อีเมล manee@example.com"),
          List.of("14:00–14:30 น.", "30 นาที", "มานี มานะ,"),
          List.of("ขอนัดวันอังคารหน้า สี่โมงเย็น ๖๐ นาที", "ชื่อมานะครับ", "manee@example.com"),
          List.of("16:00–17:00 น.", "60 นาที", "มานะ,"));

  @TempDir Path data;

  @Test
  void C_F2_C_F3_C_F4_C_F5_over_REST_a_meeting_is_booked_listed_moved_and_cancelled() {
    try (var server = MeetingsServer.start(data, new RehearsalModel())) {
      Talk talk = server.talk();
      inEnglish(ENGLISH.stream().map(talk::say).toList());
      assertThat(server.provider().count("booking")).isEqualTo(1);
      assertThat(server.provider().count("reschedule")).isEqualTo(1);
      assertThat(server.provider().count("cancel")).isEqualTo(1);
    }
  }

  @Test
  void C_F15_the_same_in_thai_with_the_name_before_the_address() {
    try (var server = MeetingsServer.start(data, new RehearsalModel())) {
      Talk talk = server.talk();
      inThai(THAI.stream().map(talk::say).toList());
      assertThat(server.provider().count("booking")).isEqualTo(1);
      assertThat(server.provider().count("reschedule")).isEqualTo(1);
      assertThat(server.provider().count("cancel")).isEqualTo(1);
    }
  }

  @Test
  void in_a_terminal_the_same_is_said() {
    inEnglish(piped(ENGLISH));
  }

  @Test
  void in_a_terminal_the_same_is_said_in_thai() {
    inThai(piped(THAI));
  }

  @Test
  void C18_a_listing_and_a_cancelling_in_one_turn() {
    try (var server = MeetingsServer.start(data, new RehearsalModel())) {
      Talk talk = server.talk();
      ENGLISH.stream().limit(3).forEach(talk::say);
      assertThat(talk.say("cancel my meeting")).startsWith("Cancel a meeting: ");
      assertThat(talk.say("yes")).startsWith("Your meeting is cancelled");
    }
  }

  @Test
  void what_is_said_is_what_the_preview_shows() {
    try (var server = MeetingsServer.start(data, new RehearsalModel())) {
      BOOKED_AS_SAID.forEach(
          (said, shown) -> {
            Talk talk = server.talk();
            List<String> answers = said.stream().map(talk::say).toList();
            assertThat(answers.getLast()).as(String.join("\n", answers)).contains(shown);
          });
    }
  }

  @Test
  void in_a_terminal_it_is_the_same() {
    List<String> said =
        List.of("จองนัดหมายวันอังคารหน้า บ่ายสอง 30 นาที", "ชื่อ มานี มานะ", "manee@example.com");
    assertThat(piped(said).getLast()).contains("14:00–14:30 น.", "30 นาที", "มานี มานะ,");
  }

  private static void inEnglish(List<String> answers) {
    assertThat(answers).hasSize(ENGLISH.size());
    assertThat(answers.get(0)).contains("name", "e-mail");
    assertThat(answers.get(1))
        .contains("Tuesday, ", "14:00–14:30", "UTC", "30 minutes", "Ann Lee", "ann@example.com");
    assertThat(answers.get(2)).startsWith("Your meeting is booked: ").contains("14:00–14:30");
    assertThat(answers.get(3)).contains("14:00–14:30").doesNotContain("2. ");
    assertThat(answers.get(4)).contains("14:00–14:30", "15:00–15:30");
    assertThat(answers.get(5)).startsWith("Your meeting is moved: ").contains("15:00–15:30");
    assertThat(answers.get(6)).contains("15:00–15:30", "Ann Lee");
    assertThat(answers.get(7)).startsWith("Your meeting is cancelled: ");
    assertThat(answers.get(8)).isEqualTo("You have no upcoming meetings booked here.");
  }

  private static void inThai(List<String> answers) {
    assertThat(answers).hasSize(THAI.size());
    assertThat(answers.get(0)).contains("ชื่อ", "อีเมล");
    assertThat(answers.get(1)).contains("อีเมล").doesNotContain("ชื่อของคุณ");
    assertThat(answers.get(2))
        .contains("วันอังคารที่ ", "พ.ศ. ", "14:00–14:30 น.", "30 นาที", "สมชาย ใจดี");
    assertThat(answers.get(3)).startsWith("จองนัดหมายเรียบร้อยแล้วค่ะ");
    assertThat(answers.get(4)).contains("14:00–14:30 น.");
    assertThat(answers.get(5)).contains("14:00–14:30 น.", "15:00–15:30 น.");
    assertThat(answers.get(6)).startsWith("เลื่อนนัดหมายเรียบร้อยแล้วค่ะ");
    assertThat(answers.get(7)).contains("15:00–15:30 น.", "สมชาย ใจดี");
    assertThat(answers.get(8)).startsWith("ยกเลิกนัดหมายเรียบร้อยแล้วค่ะ");
  }

  private List<String> piped(List<String> said) {
    var ran =
        new Shell()
            .with("FRONTDESK_DATA", data.toString())
            .piped(String.join("\n", said) + "\n", "chat", "meetings");
    assertThat(ran.code()).as(ran.err()).isZero();
    var answers = new ArrayList<String>();
    for (String line : ran.lines()) {
      if (line.startsWith("Assistant: ")) answers.add(line.substring("Assistant: ".length()));
      else answers.add(answers.removeLast() + "\n" + line.strip());
    }
    return answers;
  }
}
