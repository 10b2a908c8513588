package frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.adapters.rest.ApiKey;
import frontdesk.adapters.rest.ApiKey.Role;
import frontdesk.http.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `frontdesk chat` in a pipe: what a script can rely on.
class ChatCommandTest {
  @TempDir Path home;

  private final Shell shell = new Shell();

  @BeforeEach
  void atHome() {
    shell.with("FRONTDESK_DATA", home.toString());
  }

  @Test
  void A_F14_the_originals_six_turns_in_a_pipe_end_with_summary_and_next_steps() {
    var ran = shell.piped(String.join("\n", Seed.turns()), "chat", "support");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.lines())
        .allMatch(line -> line.startsWith("Assistant: ") || line.startsWith("  "));
    List<String> answers = answers(ran.out());
    assertThat(answers).hasSize(6);
    assertThat(answers.getLast()).contains("7474839", "one working day");
    for (String answer : answers.subList(1, 6)) {
      assertThat(answer).doesNotContain("What is your order number");
    }
  }

  @Test
  void an_answers_further_lines_are_indented_and_everything_else_is_on_standard_error()
      throws IOException {
    var ran =
        shell
            .with("FRONTDESK_MODEL", script("- reply: {text: \"One.\\n\\nTwo.\\n  Three.\\n\"}"))
            .piped("hello\n\n   \n", "chat", "support");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).isEqualTo("Assistant: One.\n  \n  Two.\n    Three.\n");
    assertThat(ran.err()).contains("resume it with --as");
  }

  @Test
  void a_message_on_the_command_line_is_one_turn() {
    var ran = shell.run("chat", "support", "--message", "my order number is 7474839");
    assertThat(ran.code()).isZero();
    assertThat(answers(ran.out())).hasSize(1);
    assertThat(ran.out()).contains("7474839");
  }

  @Test
  void an_empty_input_says_nothing_and_is_no_failure() {
    var ran = shell.piped("", "chat", "support");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void quit_ends_before_the_rest_of_the_input() {
    var ran = shell.piped("hello\n/quit\nmy order number is 7474839\n", "chat", "support");
    assertThat(ran.code()).isZero();
    assertThat(answers(ran.out())).hasSize(1);
  }

  @Test
  void help_and_who_are_told_on_standard_error_and_are_no_turns() {
    var ran = shell.piped("/help\n/who\n", "chat", "support", "--as", "one");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("/quit", "/reset", "/who", "/help", "--as one");
  }

  @Test
  void a_line_that_is_no_command_is_a_message_even_if_it_begins_with_a_slash() {
    var ran = shell.piped("/var/log is full\n", "chat", "support");
    assertThat(ran.code()).isZero();
    assertThat(answers(ran.out())).hasSize(1);
  }

  @Test
  void reset_begins_a_conversation_that_knows_nothing() {
    var ran =
        shell.piped(
            "my order number is 7474839\n/reset\nhello\n", "chat", "support", "--as", "one");
    assertThat(ran.code()).isZero();
    assertThat(answers(ran.out()).getLast().toLowerCase(Locale.ROOT)).contains("order number");
  }

  @Test
  void as_resumes_the_conversation_of_that_name() {
    shell.piped("my order number is 7474839\n", "chat", "support", "--as", "one");
    var again = shell.piped("it is urgent\n", "chat", "support", "--as", "one");
    assertThat(again.code()).isZero();
    assertThat(again.out()).doesNotContain("What is your order number", "your order number");
    var other = shell.piped("it is urgent\n", "chat", "support", "--as", "two");
    assertThat(other.out()).contains("order number");
  }

  @Test
  void the_id_that_a_chat_names_resumes_it() {
    var first = shell.piped("my order number is 7474839\n", "chat", "support");
    Matcher id = Pattern.compile("--as (\\S+)").matcher(first.err());
    assertThat(id.find()).isTrue();
    var again = shell.piped("it is urgent\n", "chat", "support", "--as", id.group(1));
    assertThat(again.out()).doesNotContain("your order number");
  }

  @Test
  void a_thai_conversation_is_answered_in_thai() {
    var ran =
        shell.piped(
            "สวัสดีค่ะ มีปัญหาค่ะ\nหมายเลขคำสั่งซื้อ 7474839\nพัสดุยังไม่ได้รับ ด่วนมากค่ะ\n",
            "chat",
            "support");
    assertThat(ran.code()).isZero();
    List<String> answers = answers(ran.out());
    assertThat(answers).hasSize(3);
    assertThat(answers).allMatch(answer -> answer.matches("(?s).*\\p{IsThai}.*"));
    assertThat(answers.getFirst()).contains("หมายเลขคำสั่งซื้อ");
    assertThat(answers.getLast()).doesNotContain("รบกวนขอหมายเลข");
  }

  @Test
  void with_a_server_the_conversation_is_held_there() {
    try (var server = RunningServer.start(home.resolve("served"))) {
      var first =
          shell.piped(
              "my order number is 7474839\n/who\n", "chat", "support", "--server", server.url());
      assertThat(first.code()).as(first.err()).isZero();
      assertThat(answers(first.out())).hasSize(1);
      Matcher id = Pattern.compile("--as ([0-9a-f-]{36})").matcher(first.err());
      assertThat(id.find()).isTrue();
      var again =
          shell.piped(
              "it is urgent\n", "chat", "support", "--server", server.url(), "--as", id.group(1));
      assertThat(again.code()).isZero();
      assertThat(server.api().messages(id.group(1))).hasSize(4);
      var facts = server.api().read(id.group(1)).json().path("facts");
      assertThat(facts.path("order_number").asString("")).isEqualTo("7474839");
      assertThat(facts.path("urgency_level").asString("")).isEqualTo("high");
    }
  }

  @Test
  void a_server_that_demands_a_key_takes_it_from_the_environment() {
    try (var server = RunningServer.start(RunningServer.keyed(home.resolve("served")))) {
      var without = shell.piped("hello\n", "chat", "support", "--server", server.url());
      assertThat(without.code()).isEqualTo(1);
      assertThat(without.out()).isEmpty();
      var with =
          shell
              .with("FRONTDESK_KEY", RunningServer.ONE)
              .piped("hello\n", "chat", "support", "--server", server.url());
      assertThat(with.code()).isZero();
      assertThat(with.err()).doesNotContain(RunningServer.ONE);
    }
  }

  @Test
  void while_a_person_has_taken_over_standard_error_says_so_and_nothing_is_printed_as_an_answer() {
    var operator = List.of(new ApiKey("desk", new Secret(RunningServer.OPERATOR), Role.OPERATOR));
    Path served = home.resolve("served");
    try (var server =
        RunningServer.start(RunningServer.settings(served, Models.GUIDED, operator, 0, 1))) {
      String id = server.api().create();
      server.api().withKey(RunningServer.OPERATOR).operate("takeover", "local", id, "");
      assertWithAPerson(
          shell.piped("hello\n", "chat", "support", "--server", server.url(), "--as", id));
      assertThat(server.api().messages(id)).containsExactly("user: hello");
    }
    shell.piped("hello\n", "chat", "support", "--as", "one");
    Path data = home.resolve("chat");
    var taken = shell.run("ops", "takeover", "terminal:support:one", "--data", data.toString());
    assertThat(taken.code()).as(taken.err()).isZero();
    assertWithAPerson(shell.piped("are you there?\n", "chat", "support", "--as", "one"));
  }

  private static void assertWithAPerson(Shell.Ran ran) {
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("A person has taken over. They have your message");
  }

  @Test
  void an_archived_conversation_is_not_begun_anew_under_its_name() {
    shell.piped("hello\n", "chat", "support", "--as", "one");
    var file = home.resolve("one.jsonl").toString();
    var archived =
        shell.run(
            "ops",
            "archive",
            "terminal:support:one",
            file,
            "--data",
            home.resolve("chat").toString());
    assertThat(archived.code()).isZero();
    var again = shell.piped("hello\n", "chat", "support", "--as", "one");
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err().strip())
        .isEqualTo(
            "--as: the conversation one was archived or erased; restore it, or take another name");
  }

  @Test
  void a_conversation_that_the_server_does_not_have_is_a_failure_in_one_line() {
    try (var server = RunningServer.start(home.resolve("served"))) {
      var ran =
          shell.run(
              "chat", "support", "--server", server.url(), "--as", "nobody", "--message", "hello");
      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err()).contains("Conversation not found");
    }
  }

  @Test
  void a_server_that_is_not_there_is_a_failure_in_one_line() {
    var ran = shell.run("chat", "support", "--server", "http://127.0.0.1:1", "--message", "hello");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.errors())
        .containsExactly("Cannot reach the server: is it running, and is --server right?");
  }

  @Test
  void what_is_wrong_with_the_command_line_is_one_line_and_exit_code_2() {
    assertWrong(shell.run("chat"), "AGENT");
    assertWrong(shell.run("chat", "no-such-agent", "--message", "hi"), "no-such-agent");
    assertWrong(shell.run("chat", "support", "--as", "a b", "--message", "hi"), "--as");
    assertWrong(shell.run("chat", "support", "--model", "gpt", "--message", "hi"), "gpt");
    assertWrong(shell.run("chat", "support", "--model", "scripted:nowhere"), "nowhere");
    assertWrong(
        shell.run("chat", "support", "--server", "not a url", "--message", "hi"), "--server");
    assertWrong(shell.run("chat", "support", "--frob"), "--frob");
  }

  private static void assertWrong(Shell.Ran ran, String name) {
    assertThat(ran.code()).as(ran.err()).isEqualTo(2);
    assertThat(ran.errors()).hasSize(1);
    assertThat(ran.err()).contains(name);
    assertThat(ran.out()).isEmpty();
  }

  private String script(String yaml) throws IOException {
    return "scripted:" + Files.writeString(home.resolve("script.yaml"), yaml + "\n");
  }

  private static List<String> answers(String out) {
    return Pattern.compile("^Assistant: ", Pattern.MULTILINE)
        .splitAsStream(out)
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
